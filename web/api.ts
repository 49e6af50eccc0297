import { hc, type InferResponseType } from 'hono/client'
import type {
  ActionSaved,
  AppType,
  AuthorityReportPage,
  AuthorityReportsPage,
  ImportLine,
  ImportView,
  Letter,
  ReportPage,
  ReportsPage,
  ReportStart,
  ReportStep,
  SuspensionPage,
  SuspensionPattern,
  SuspensionsPage,
  WordsRead,
  WordsSaved,
} from '../server/api/app.ts'

/** The one link to the server: everything else in `web` takes types and calls from here. */
const client = hc<AppType>(location.origin, { fetch: sent }).api

/** Who is asked when an answer wants a sign-in or a factor; true = send the same call again. */
export interface Gate {
  signIn: () => Promise<boolean>
  confirm: () => Promise<boolean>
}

let gate: Gate = { signIn: () => Promise.resolve(false), confirm: () => Promise.resolve(false) }

/** From now on this one is asked, for every call of every page. */
export const standAtGate = (keeper: Gate): void => void (gate = keeper)

/** Calls by which one signs in: their refusals are answers, and go to who asked. */
const signingIn = /^\/api\/(sign-in|sign-out|links|set-up|enrol|me\/lock)(\/|$)/

let answeredOn: string | null = null
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The day on which the server last answered, by its own clock (HTTP `Date`, in UTC); null before the first answer. */
export function serverDay(): string | null {
  const [, date, month, year] = /^\w{3}, (\d\d) (\w{3}) (\d{4}) /.exec(answeredOn ?? '') ?? []
  const number = MONTHS.indexOf(month ?? '') + 1
  return number > 0 ? `${year}-${`${number}`.padStart(2, '0')}-${date}` : null
}

/** When the server last answered, by its own clock, as an instant; null before the first answer. */
export function serverInstant(): string | null {
  const day = serverDay()
  const time = /(\d\d:\d\d:\d\d) GMT$/.exec(answeredOn ?? '')?.[1]
  return day !== null && time !== undefined ? `${day}T${time}.000Z` : null
}

/** Sends a call; one that is refused for want of a sign-in or a factor is sent again once that is shown. */
async function sent(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init)
  answeredOn = response.headers.get('Date') ?? answeredOn
  if (response.status !== 401 && response.status !== 403) return response
  const { code } = (await response
    .clone()
    .json()
    .catch(() => ({}))) as Partial<Problem>
  const isSigningIn = signingIn.test(new URL(response.url, location.origin).pathname)
  const wantsSignIn = code === 'sign-in' || code === 'second-factor'
  if (code === 'confirm') return (await gate.confirm()) ? sent(input, init) : response
  if (!wantsSignIn || isSigningIn) return response
  return (await gate.signIn()) ? sent(input, init) : response
}

/** An expected refusal: the sentence to show, and the fields it is about. */
export class RefusedError extends Error {
  override name = 'RefusedError'
  readonly status: number
  readonly code: string
  readonly problems: readonly { field: string; message: string }[]
  /** What is stored now, when somebody else changed it first. */
  readonly current: unknown
  /** Seconds until it may be tried again; null where the server names none. */
  readonly retryAfter: number | null

  constructor(status: number, problem: Partial<Problem>, retryAfter: number | null = null) {
    super(problem.message ?? 'The server did not answer as expected. Try again.')
    this.status = status
    this.code = problem.code ?? 'failed'
    this.problems = problem.problems ?? []
    this.current = problem.current
    this.retryAfter = retryAfter
  }
}

interface Problem {
  code: string
  message: string
  problems: readonly { field: string; message: string }[]
  current: unknown
}

const refused = async (response: Pick<Response, 'status' | 'json' | 'headers'>) =>
  new RefusedError(
    response.status,
    (await response.json().catch(() => ({}))) as Partial<Problem>,
    Number(response.headers.get('Retry-After') ?? '') || null,
  )

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
  if (!response.ok) throw await refused(response as Response)
  return response.json()
}

const day = (on: string | null) => ({ query: on === null ? {} : { on } })

export type School = InferResponseType<typeof client.school.$get, 200>
export type SetUpSchool = Extract<School, { setUp: true }>
export type Today = InferResponseType<typeof client.today.$get, 200>
export type Cohort = InferResponseType<typeof client.cohort.$get, 200>
export type ChildPage = InferResponseType<(typeof client.children)[':id']['$get'], 200>
export type Rules = InferResponseType<typeof client.rules.$get, 200>
export type ClassCards = InferResponseType<typeof client.class.$get, 200>
export type AccessRights = InferResponseType<typeof client.access.$get, 200>
export type People = InferResponseType<typeof client.people.$get, 200>
export type Kinds = InferResponseType<typeof client.kinds.$get, 200>
export type ImportPage = InferResponseType<typeof client.import.$get, 200>
export type Authorities = InferResponseType<typeof client.authorities.$get, 200>
export type {
  AskedRole,
  Attempt,
  BeforePage,
  ConsiderationView,
  Consequence,
  Consequences,
  ContactStep,
  DraftFields,
  InboxItem,
  NotTried,
  Proposal,
  Tried,
  Cell,
  Coming,
  ExactFigure,
  KeptAction,
  ReportAction,
  ReportChart,
  ReportDocument,
  ReportMine,
  ReportRow,
  ReportSection,
  ReportStart,
  ReportTable,
  ReportWords,
  Shown,
  Unit,
} from '../server/api/app.ts'
export type { AuthorityReportPage, AuthorityReportsPage, ReportPage, ReportsPage, WordsSaved }
export type { ImportView, Letter, SuspensionPage, SuspensionPattern, SuspensionsPage }

const query = (on: string | null) => (on === null ? '' : `?on=${encodeURIComponent(on)}`)

/**
 * A call whose answer has a shape of its own; `version` is of what it changes, `key` makes a second sending of the
 * same act no second act.
 */
export const ask = <T>(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  json?: unknown,
  version?: number,
  key?: string,
): Promise<T> =>
  bodyOf<T>(
    sent(`/api/${path}`, {
      method,
      ...(json !== undefined && {
        headers: {
          'Content-Type': 'application/json',
          ...(version !== undefined && { 'If-Match': `"${version}"` }),
          ...(key !== undefined && { 'Idempotency-Key': key }),
        },
        body: JSON.stringify(json),
        // A page that is left still gets its last words through.
        keepalive: method === 'PUT',
      }),
    }),
  )

export const api = {
  client,
  bodyOf,
  school: (on: string | null) => bodyOf<School>(client.school.$get(day(on))),
  today: (on: string | null) => bodyOf<Today>(client.today.$get(day(on))),
  cohort: (on: string | null) => bodyOf<Cohort>(client.cohort.$get(day(on))),
  child: (id: string, on: string | null) =>
    bodyOf<ChildPage>(client.children[':id'].$get({ param: { id }, ...day(on) })),
  rules: (on: string | null) => bodyOf<Rules>(client.rules.$get(day(on))),
  classCards: () => bodyOf<ClassCards>(client.class.$get()),
  accessRights: () => bodyOf<AccessRights>(client.access.$get()),
  people: () => bodyOf<People>(client.people.$get()),
  kinds: () => bodyOf<Kinds>(client.kinds.$get()),
  authorities: () => bodyOf<Authorities>(client.authorities.$get()),
  /** The school's own records of a kind; people of its children with theirs. */
  records: (kind: string) => bodyOf(client.records[':kind'].$get({ param: { kind }, query: {} })),
  imports: () => bodyOf<ImportPage>(client.import.$get()),
  search: (text: string) => bodyOf(client.children.search.$post({ json: { text } })),
  suspensions: (on: string | null) => ask<SuspensionsPage>('GET', `suspensions${query(on)}`),
  suspension: (id: string, on: string | null) => ask<SuspensionPage>('GET', `suspensions/${id}${query(on)}`),
  letters: (suspensionId: string) => ask<{ letters: Letter[] }>('GET', `suspensions/${suspensionId}/letters`),
  /** `cancelledAt`: a minute that has passed; null for now. */
  cancelSuspension: (id: string, version: number, said: { reason: string; cancelledAt: string | null }) =>
    ask<unknown>('POST', `suspensions/${id}/cancel`, said, version),
  suspensionPattern: (childId: string) =>
    ask<SuspensionPattern>('GET', `children/${childId}/suspension-pattern`),
  exportCohort,
  reports: () => ask<ReportsPage>('GET', 'reports'),
  report: (id: string) => ask<ReportPage>('GET', `reports/${id}`),
  startReport: ({ kind, on }: Pick<ReportStart, 'kind' | 'on'>) =>
    ask<ReportStep>('POST', 'reports', { kind, on }),
  setReport: (id: string, version: number, basis: { on: string; threshold: number }) =>
    ask<ReportStep>('PUT', `reports/${id}`, basis, version),
  /** The next step in the life of a report, such as `send` or `publish`. */
  stepReport: (id: string, version: number, step: string, said: object = {}) =>
    ask<ReportStep>('POST', `reports/${id}/${step}`, said, version),
  reportWords: (id: string, section: number, version: number, words: string) =>
    ask<WordsSaved>('PUT', `reports/${id}/words/${section}`, { words }, version),
  warningsOf: (id: string, words: string) => ask<WordsRead>('POST', `reports/${id}/warnings`, { words }),
  addReportAction: (id: string, action: AskedAction) =>
    ask<ActionSaved>('POST', `reports/${id}/actions`, action),
  changeReportAction: (id: string, version: number, action: AskedAction & ActionOutcome) =>
    ask<ActionSaved>('PUT', `report-actions/${id}`, action, version),
  removeReportAction: (id: string, version: number) =>
    ask<unknown>('POST', `report-actions/${id}/remove`, {}, version),
  nilReturn: (key: string, year: string | null) =>
    ask<ReportStep>('POST', 'reports/nil', year === null ? {} : { year }, undefined, key),
  authorityReports: () => ask<AuthorityReportsPage>('GET', 'authority-reports'),
  authorityReport: (id: string) => ask<AuthorityReportPage>('GET', `authority-reports/${id}`),
}

/** What a report asks to be done until the next. */
export interface AskedAction {
  text: string
  owner: string | null
  dueOn: string | null
}

/** What became of it. */
export interface ActionOutcome {
  outcome: 'done' | 'partly' | 'not-done' | null
  outcomeNote: string | null
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
  const response = await sent(`/api/import/${step}${query}`, { method: 'POST', body: form, signal }).catch(
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
