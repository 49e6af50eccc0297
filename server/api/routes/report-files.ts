import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { makePdf, NoPdf } from '../../paper/pdf.ts'
import { pictureFont } from '../../paper/picture-font.ts'
import { tablesAsCsv } from '../../paper/tables-csv.ts'
import { tablesAsXlsx } from '../../paper/tables-xlsx.ts'
import { drawChart } from '../../report/charts/draw-chart.ts'
import type { ReportDocument } from '../../report/shapes.ts'
import { asFile } from '../http/as-file.ts'
import { query } from '../http/checked.ts'
import { described } from '../http/described.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import type { AskedReport, ReportDesk } from '../report-desk.ts'
import { fileName, marked, picturePolicy } from '../views/report-file.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const picture = z.strictObject({
  theme: z.enum(['auto', 'light', 'dark', 'print']).optional(),
  width: z
    .string()
    .regex(/^\d{3,4}$/, 'Give a width in pixels')
    .optional(),
})

/** Paper is made by one worker: a report that takes too long, or too many at once, is no fault of who asks. */
function noPdf(error: unknown): never {
  if (!(error instanceof NoPdf)) throw error
  const message = 'The report could not be put on paper just now. Try again in a minute.'
  throw new Refusal(503, { code: 'no-pdf', message }, { 'Retry-After': '60' })
}

/** A report as files: on paper, its tables, its pictures. */
export function reportFileRoutes({ looked, documentAsked }: ReportDesk) {
  /** Answers a file; that it was taken is on record. */
  async function file(
    c: Context,
    asked: AskedReport,
    { ending, type, content }: { ending: string; type: string; content: string | Uint8Array },
  ) {
    await looked(c, { recordId: asked.id, action: 'export' })
    return asFile(c, { name: fileName(asked.document, ending), type, content })
  }

  /** The tables of the report that is asked for, in one form. */
  const tables =
    (ending: string, type: string, formed: (report: ReportDocument) => string | Uint8Array) =>
    async (c: Context) => {
      const asked = await documentAsked(c)
      return file(c, asked, { ending, type, content: formed(marked(asked.document, asked.isDraft)) })
    }

  return new Hono()
    .get(
      '/reports/:id/report.pdf',
      described({
        summary: 'A report on paper',
        tag: 'reports',
        answer: 'A tagged PDF in A4.',
        type: 'application/pdf',
      }),
      async (c) => {
        const asked = await documentAsked(c)
        const content = await makePdf(asked.document, { isDraft: asked.isDraft }).catch(noPdf)
        return file(c, asked, { ending: 'pdf', type: 'application/pdf', content })
      },
    )
    .get(
      '/reports/:id/tables.csv',
      described({
        summary: 'The tables of a report as CSV',
        tag: 'reports',
        answer: 'One row a cell.',
        type: 'text/csv',
      }),
      tables('csv', 'text/csv; charset=utf-8', tablesAsCsv),
    )
    .get(
      '/reports/:id/tables.xlsx',
      described({
        summary: 'The tables of a report as a spreadsheet',
        tag: 'reports',
        answer: 'A sheet a table.',
        type: spreadsheet,
      }),
      tables('xlsx', spreadsheet, tablesAsXlsx),
    )
    .get(
      '/reports/:id/charts/:name',
      described({
        summary: 'A picture of a report',
        tag: 'reports',
        answer: 'An SVG picture.',
        type: 'image/svg+xml',
      }),
      query(picture),
      async (c) => {
        const { document } = await documentAsked(c)
        const name = c.req.param('name')
        const chart = document.sections
          .flatMap(({ charts }) => charts)
          .find((each) => `${each.name}.svg` === name)
        if (!chart) throw notFound()
        const { theme, width } = c.req.valid('query')
        c.header('Content-Type', 'image/svg+xml')
        c.header('Content-Security-Policy', picturePolicy)
        return c.body(
          drawChart(chart, width === undefined ? undefined : Number(width), theme, pictureFont()),
          200,
        )
      },
    )
}
