import { hc, type InferRequestType, type InferResponseType } from 'hono/client'
import type { AppType, ImportLine, ImportView } from '../server/api/app.ts'

/** The one link to the server: everything else in `web` takes types and calls from here. */
const client = hc<AppType>(location.origin).api

/** An expected refusal: the sentence to show, and the fields it is about. */
export class RefusedError extends Error {
  override name = 'RefusedError'
  readonly status: number
  readonly code: string
  readonly problems: readonly { field: string; message: string }[]
  /** What is stored now, when somebody else changed it first. */
  readonly current: unknown

  constructor(status: number, problem: Partial<Problem>) {
    super(problem.message ?? 'The server did not answer as expected. Try again.')
    this.status = status
    this.code = problem.code ?? 'failed'
    this.problems = problem.problems ?? []
    this.current = problem.current
  }
}

interface Problem {
  code: string
  message: string
  problems: readonly { field: string; message: string }[]
  current: unknown
}

const refused = async (response: Pick<Response, 'status' | 'json'>) =>
  new RefusedError(response.status, (await response.json().catch(() => ({}))) as Partial<Problem>)

const offline = () =>
  new RefusedError(0, {
    code: 'offline',
    message: 'The server cannot be reached. What you typed is still here; try again.',
  })

type Answer<T> = Pick<Response, 'ok' | 'status'> & { json(): Promise<T> }

/** The body of an answer; throws `RefusedError` with the sentence to show when there is none. */
async function bodyOf<T>(asking: Promise<Answer<T>>): Promise<T> {
  const response = await asking.catch(() => {
    throw offline()
  })
  if (!response.ok) throw await refused(response as Pick<Response, 'status' | 'json'>)
  return response.json()
}

const day = (on: string | null) => ({ query: on === null ? {} : { on } })

export type School = InferResponseType<typeof client.school.$get, 200>
export type SetUpSchool = Extract<School, { setUp: true }>
export type Today = InferResponseType<typeof client.today.$get, 200>
export type Cohort = InferResponseType<typeof client.cohort.$get, 200>
export type ChildPage = InferResponseType<(typeof client.children)[':id']['$get'], 200>
export type Rules = InferResponseType<typeof client.rules.$get, 200>
export type Kinds = InferResponseType<typeof client.kinds.$get, 200>
export type ImportPage = InferResponseType<typeof client.import.$get, 200>
export type Authorities = InferResponseType<typeof client.authorities.$get, 200>
export type NewSchool = InferRequestType<typeof client.school.$post>['json']
export type { ImportView }

export const api = {
  client,
  bodyOf,
  school: (on: string | null) => bodyOf<School>(client.school.$get(day(on))),
  setUp: (school: NewSchool) => bodyOf(client.school.$post({ json: school })),
  today: (on: string | null) => bodyOf<Today>(client.today.$get(day(on))),
  cohort: (on: string | null) => bodyOf<Cohort>(client.cohort.$get(day(on))),
  child: (id: string, on: string | null) =>
    bodyOf<ChildPage>(client.children[':id'].$get({ param: { id }, ...day(on) })),
  rules: (on: string | null) => bodyOf<Rules>(client.rules.$get(day(on))),
  kinds: () => bodyOf<Kinds>(client.kinds.$get()),
  authorities: () => bodyOf<Authorities>(client.authorities.$get()),
  /** The school's own records of a kind; people of its children with theirs. */
  records: (kind: string) => bodyOf(client.records[':kind'].$get({ param: { kind }, query: {} })),
  imports: () => bodyOf<ImportPage>(client.import.$get()),
  search: (text: string) => bodyOf(client.children.search.$post({ json: { text } })),
  exportCohort,
}

/** The cohort as a file for a spreadsheet, with the name to save it under. */
async function exportCohort(on: string | null): Promise<{ name: string; content: Blob }> {
  const response = await client.cohort.export.$post({ ...day(on), json: {} }).catch(() => {
    throw offline()
  })
  if (!response.ok) throw await refused(response)
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1]
  return { name: name ?? 'cohort.csv', content: await response.blob() }
}

/** What is said with files that are looked at or brought in. */
export interface ImportAsked {
  decisions?: { conflicts: Record<string, 'keep' | 'take'>; meant: ('older' | 'other-school')[] }
  previewedAt?: number
  mappings?: { source: string; header: string; mapping: Record<string, string> }[]
  dateFormats?: Record<string, string>
}

export interface Sending {
  signal: AbortSignal
  /** The day as at which a preview is worked out; null for today. */
  on: string | null
  onProgress: (at: { step: 'reading' | 'writing'; done: number; total: number }) => void
}

/**
 * Sends files to be looked at or brought in, tells how far it is, and answers what would be or was done. Throws
 * `RefusedError`, also when the answer broke off; throws the signal's reason when it is stopped, and then
 * nothing is left behind.
 */
export async function sendFiles(
  step: 'preview' | 'run',
  files: readonly File[],
  asked: ImportAsked,
  { signal, on, onProgress }: Sending,
): Promise<ImportView> {
  const failed = () => {
    signal.throwIfAborted()
    throw offline()
  }
  const form = new FormData()
  for (const file of files) form.append('files', file, file.name)
  form.append('asked', JSON.stringify(asked))
  const query = step === 'preview' && on !== null ? `?on=${encodeURIComponent(on)}` : ''
  const response = await fetch(`/api/import/${step}${query}`, { method: 'POST', body: form, signal }).catch(
    failed,
  )
  if (!response.ok || !response.body) throw await refused(response)
  const lines = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await lines.read().catch(failed)
    const parts = (rest + (value ?? '')).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      const line = JSON.parse(part) as ImportLine
      if (line.step === 'end') return line.view
      if (line.step === 'refused') throw new RefusedError(409, line)
      onProgress(line)
    }
    if (done) throw offline()
  }
}
