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
import { ask, bodyOf, offline, refused, sent } from './asking.ts'

export { ask, RefusedError, sentenceOf, serverDay, serverInstant, standAtGate } from './asking.ts'

/** The one link to the server: everything else in `web` takes types and calls from here. */
const client = hc<AppType>(location.origin, { fetch: sent }).api

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
export type { ImportLine, ImportView, Letter, SuspensionPage, SuspensionPattern, SuspensionsPage }

const query = (on: string | null) => (on === null ? '' : `?on=${encodeURIComponent(on)}`)

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
  offSiteLetter: (id: string) => ask<{ letter: Letter }>('GET', `off-site-directions/${id}/letter`),
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
