import { afterAll, describe, expect, it } from 'vitest'
import { NoPdf, pdfMaker } from '../../../server/paper/pdf.ts'
import type { ReportDocument } from '../../../server/report/shapes.ts'
import { aMarksChart, aReportDocument } from '../../support/a-report-document.ts'
import { everyElement, readPdf, type PdfRead } from '../../support/read-pdf.ts'

const maker = pdfMaker({ job: 90_000 })
afterAll(() => maker.stop())

const read = async (changes: Partial<ReportDocument> = {}, isDraft = false): Promise<PdfRead> =>
  readPdf(await maker.make(aReportDocument(changes), { isDraft }))
const roles = (pdf: PdfRead, role: string) =>
  everyElement(pdf.tree).filter((element) => element.role === role)
const plain = (text: string) => text.replaceAll(/[\s\u200B]+/g, '')

describe('the report on paper', { timeout: 120_000 }, () => {
  it('tells a screen reader its language, title, author, headings and bookmarks', async () => {
    const report = aReportDocument()
    const pdf = await read()
    expect(pdf.isWhole).toBe(true)
    expect(pdf).toMatchObject({ language: 'en-GB', title: report.title, author: report.school })
    expect(roles(pdf, 'H1').map(({ text }) => text)).toEqual([report.title])
    const headlines = report.sections.map(({ number, headline }) => `${number} ${headline}`)
    expect(roles(pdf, 'H2').map(({ text }) => text)).toEqual([...headlines, 'What this report rests on'])
    expect(pdf.bookmarks).toEqual(expect.arrayContaining(headlines))
  })

  it('has tables as tables, with a head for each column and each row', async () => {
    const pdf = await read()
    const tables = roles(pdf, 'Table')
    const { sections } = aReportDocument()
    expect(tables).toHaveLength(sections.flatMap(({ tables: each }) => each).length + 1)
    const heads = everyElement(tables[0]!).filter(({ role }) => role === 'TH')
    expect(heads.map(({ text, source }) => [text, /\/Scope \/(\w+)/.exec(source)?.[1]])).toEqual([
      ['On roll at 13 March 2026', 'Column'],
      ['Children', 'Column'],
      ['A year before', 'Column'],
      ['Looked after', 'Row'],
      ['Child in need or protection plan', 'Row'],
      ['Previously looked after', 'Row'],
      ['In kinship care alone', 'Row'],
      ['All in this report', 'Row'],
    ])
    const cells = everyElement(tables[0]!).filter(({ role }) => role === 'TD')
    expect(cells.map(({ text }) => text)).toEqual([
      '18',
      '6–11',
      'c',
      'Not known',
      '0–5',
      '12 or more',
      '0',
      'Not counted',
      '31',
      '27',
    ])
  })

  it('has pictures that say in words what they show', async () => {
    const pdf = await read()
    const charts = aReportDocument().sections.flatMap(({ charts: each }) => each)
    const figures = roles(pdf, 'Figure')
    expect(figures).toHaveLength(charts.length)
    expect(figures.every(({ source }) => source.includes('/Alt'))).toBe(true)
    for (const { title, note } of charts) {
      expect(pdf.text).toContain(title)
      expect(plain(pdf.text)).toContain(plain(note))
    }
  })

  it('has every word of the report, and what its signs mean once', async () => {
    const report = aReportDocument()
    const pdf = await read()
    const said = plain(pdf.text)
    const told = [
      report.lead,
      ...report.sections.flatMap(({ sentences, questions, words }) => [
        ...sentences,
        ...questions,
        ...(words ?? '').split('\n'),
      ]),
      ...[...report.lastActions, ...report.nextActions].flatMap(({ text, owner, outcomeNote }) => [
        text,
        owner ?? '',
        outcomeNote ?? '',
      ]),
      ...report.sources.flatMap(({ title, url }) => [title, url]),
      'Not known: The calendar does not reach a year back.',
    ]
    for (const words of told) expect(said).toContain(plain(words))
    expect(said.split(plain(report.hiddenNote ?? ''))).toHaveLength(2)
  })

  it('numbers its pages and says on each whether it is a draft', async () => {
    const draft = await read({}, true)
    const final = await read()
    for (let page = 1; page <= draft.pages; page += 1)
      expect(draft.text).toContain(`Draft · ${page} of ${draft.pages}`)
    expect(final.text).toContain(`as at 13 March 2026${1} of ${final.pages}`)
    expect(final.text).not.toContain('Draft')
    expect(draft.text).toContain('Say how much time there is for this work')
    expect(final.text).not.toContain('Say how much time there is for this work')
  })

  it('is the same file for the same report, and says no time of its making', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => maker.make(aReportDocument(), { isDraft: false })))
    expect(Buffer.from(one!).equals(Buffer.from(two!))).toBe(true)
    expect(Buffer.from(one!).toString('latin1')).not.toMatch(/CreationDate|ModDate|CreateDate|ModifyDate/)
  })

  it('takes words for words, whatever they hold', async () => {
    const report = aReportDocument()
    const words = '#let x = 1 *bold* _so_ $x$ <label> @ref [a] \\ // /* </svg> `raw` = head'
    const hostile = await read({
      school: words,
      title: words,
      sections: report.sections.map((section, at) => ({
        ...section,
        headline: words,
        words: `${words}\n\nCaf\u00E9 שלום 🙂 ${'x'.repeat(at === 0 ? 5000 : 50)}\u0000\uD800`,
        charts: section.charts.map((chart) => ({ ...chart, title: words, alt: words })),
        tables: section.tables.map((table) => ({ ...table, caption: words })),
      })),
    })
    const usual = await read()
    expect(
      roles(hostile, 'H2')
        .slice(0, -1)
        .map(({ text }) => text),
    ).toEqual(report.sections.map(({ number }) => `${number} ${words}`))
    for (const role of ['Table', 'TH', 'TD', 'Figure', 'H1', 'H2', 'H3', 'LI'])
      expect([role, roles(hostile, role).length]).toEqual([role, roles(usual, role).length])
    const letters =
      plain(hostile.text)
        .match(/x+/g)
        ?.filter((run) => run.length > 100) ?? []
    expect(letters.reduce((sum, run) => sum + run.length, 0)).toBe(5000)
  })

  it('loses nothing of a long report and repeats the heads of a table that needs more than a page', async () => {
    const [section] = aReportDocument().sections
    const rows = Array.from({ length: 120 }, (_, at) => ({
      label: `Row ${at + 1} of many`,
      cells: [{ text: `Words ${at + 1} end` }],
    }))
    const paragraphs = Array.from({ length: 150 }, (_, at) =>
      `Paragraph ${at + 1} is here to be read. `.repeat(4),
    )
    const pdf = await read({
      sections: [
        {
          ...section!,
          tables: [
            { id: 'long', caption: 'Long', columns: ['Head of rows', 'Head of words'], rows, note: null },
          ],
          words: paragraphs.join('\n\n'),
        },
      ],
    })
    expect(pdf.pages).toBeGreaterThan(8)
    const said = plain(pdf.text)
    for (const { label } of rows) expect(said).toContain(plain(label))
    for (const paragraph of paragraphs) expect(said).toContain(plain(paragraph))
    expect(said.split('Headofwords').length).toBeGreaterThan(2)
    expect(roles(pdf, 'THead')).toHaveLength(2)
  })

  it('can be empty but for its title', async () => {
    const pdf = await read({
      sections: [],
      lastActions: [],
      nextActions: [],
      sources: [],
      hiddenNote: null,
      lead: '',
    })
    expect(pdf.pages).toBe(1)
    expect(roles(pdf, 'H1')).toHaveLength(1)
  })

  it('can be the front page of a term, with actions that no section holds', async () => {
    const report = aReportDocument()
    const pdf = await read({ kind: 'term', sections: report.sections.slice(0, 1) })
    expect(pdf.text).toContain('Report of the term')
    expect(pdf.text).toContain(report.nextActions[0]!.text)
  })
})

describe('the thread that makes PDFs', { timeout: 120_000 }, () => {
  const many = aReportDocument({
    sections: aReportDocument().sections.map((section) => ({
      ...section,
      charts: Array.from({ length: 200 }, () => aMarksChart),
    })),
  })

  it('refuses what takes too long, and makes the next one', async () => {
    const impatient = pdfMaker({ job: 1 })
    await expect(impatient.make(many, { isDraft: false })).rejects.toThrow(NoPdf)
    impatient.stop()
    const pdf = await maker.make(aReportDocument(), { isDraft: false })
    expect(readPdf(pdf).pages).toBeGreaterThan(2)
  })

  it('refuses what was being made and what waits when it is stopped, and starts again', async () => {
    const jobs = [many, many].map((report) => maker.make(report, { isDraft: false }))
    maker.stop()
    const settled = await Promise.allSettled(jobs)
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(maker.make(aReportDocument(), { isDraft: false })).resolves.toBeInstanceOf(Uint8Array)
  })

  it('refuses more than may wait', async () => {
    const busy = pdfMaker({ waiting: 1 })
    const jobs = [1, 2, 3].map(() => busy.make(aReportDocument(), { isDraft: false }))
    await expect(jobs[2]).rejects.toThrow('Too many')
    busy.stop()
    await Promise.allSettled(jobs)
  })

  it('is replaced when it has made its share', async () => {
    const fresh = pdfMaker({ jobs: 1, job: 90_000 })
    const made = await Promise.all([1, 2].map(() => fresh.make(aReportDocument(), { isDraft: false })))
    expect(made.map((pdf) => pdf.length > 10_000)).toEqual([true, true])
    fresh.stop()
  })
})
