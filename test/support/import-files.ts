import { readdirSync, readFileSync } from 'node:fs'
import type { ImportLine, ImportView } from '../../server/api/app.ts'
import type { createApp } from '../../server/api/app.ts'

const sample = new URL('../golden/sample/', import.meta.url)

export const sampleNames = readdirSync(sample).filter(
  (name) => /\.(csv|json)$/.test(name) && name !== 'expected.json',
)
export const sampleText = (name: string) => readFileSync(new URL(name, sample), 'utf8')
export const sampleFile = (name: string) => new File([readFileSync(new URL(name, sample))], name)
/** The sample without its registers, which take their time. */
export const sampleLists = () =>
  sampleNames.filter((name) => !name.startsWith('session-marks')).map(sampleFile)
export const csv = (name: string, ...lines: readonly string[]) => new File([`${lines.join('\n')}\n`], name)

/** Rows of a file of the sample: its header, and the lines in which a text stands. */
export const sampleLines = (name: string, text: string): string[] =>
  sampleText(name)
    .trim()
    .split('\n')
    .filter((line, at) => at === 0 || line.includes(text))

export interface Sent {
  status: number
  code: string | undefined
  lines: ImportLine[]
  /** The last line, when files were looked at or brought in. */
  view: ImportView
}

/** Sends files to an application as the page does; `signal` is the person who stops it. */
export async function send(
  app: ReturnType<typeof createApp>,
  step: 'preview' | 'run',
  files: readonly File[],
  asked?: unknown,
  init: RequestInit & { query?: string } = {},
): Promise<Sent> {
  const body = new FormData()
  for (const file of files) body.append('files', file, file.name)
  if (asked !== undefined) body.append('asked', typeof asked === 'string' ? asked : JSON.stringify(asked))
  const { query = '', ...rest } = init
  const answer = await app.request(`/api/import/${step}${query}`, { method: 'POST', body, ...rest })
  const text = await answer.text()
  if (answer.status !== 200)
    return {
      status: answer.status,
      code: (JSON.parse(text) as { code: string }).code,
      lines: [],
      view: {} as ImportView,
    }
  const lines = text
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ImportLine)
  const last = lines.at(-1)
  return {
    status: 200,
    code: last?.step === 'refused' ? last.code : undefined,
    lines,
    view: last?.step === 'end' ? last.view : ({} as ImportView),
  }
}
