import type {
  AuthorityReportsPage,
  Coming,
  ReportDocument,
  ReportRow,
  ReportSection,
  ReportsPage,
} from '../../api.ts'
import { count, countInWords, fullDay, list, longDay, NO_BREAK, plainDay, sentence } from '../../format.ts'
import { dayInEngland } from '../../instants.ts'
import { academicYearOf, partsOf, type Day } from '../../days.ts'

type Named = Pick<ReportRow, 'kind' | 'year' | 'on'>

/** `13 March 2026`. */
export const dayOfYear = (day: string): string => `${plainDay(day)}${NO_BREAK}${partsOf(day).year}`

/** `report for 2025/26`, `front page to 13 March 2026`, `nil return for 2025/26`. */
export function reportName({ kind, year, on }: Named): string {
  if (kind === 'term') return `front page of the term to ${dayOfYear(on)}`
  return kind === 'nil' ? `nil return for ${year}` : `report for ${year}`
}

/** The same as the head of a card. */
export function reportTitle({ kind, year, on }: Named): string {
  if (kind === 'term') return `Front page of the term, to ${dayOfYear(on)}`
  return kind === 'nil' ? `Nil return, ${year}` : `Report for ${year}`
}

/** What stands over the sheet itself. */
export const sheetTitle = ({ kind }: Pick<Named, 'kind'>): string =>
  kind === 'term'
    ? 'The year so far for children who have, or had, a social worker'
    : 'How our school looks after children who have, or had, a social worker'

const isInHand = ({ kind, state }: ReportRow) => kind !== 'nil' && state !== 'published'

/** What stands over the home of a governor. */
export function governorsSentence({ reports }: Pick<ReportsPage, 'reports'>): string {
  const [newest] = reports
  return newest
    ? `The ${reportName(newest)} is ready to read.`
    : 'No report has been published to governors yet.'
}

/** The next act of whoever of the school looks, or that there is none. */
export function schoolsSentence(page: ReportsPage): string {
  const { reports, mayWrite, mayApprove, canStart } = page
  const of = (state: ReportRow['state']) =>
    reports.find((report) => report.kind !== 'nil' && report.state === state)
  const [draft, sent, approved] = [of('draft'), of('sent'), of('approved')]
  const unnoted = reports.find(
    ({ kind, state, minutedOn }) => kind !== 'nil' && state === 'published' && minutedOn === null,
  )
  if (sent && mayApprove) return `The ${reportName(sent)} waits for your approval.`
  if (draft && mayWrite)
    return draft.returnedReason === null
      ? `Go on with the ${reportName(draft)}.`
      : `The ${reportName(draft)} came back from the headteacher.`
  if (approved && (mayWrite || mayApprove))
    return `The ${reportName(approved)} can be published to governors.`
  if (sent) return `The ${reportName(sent)} is with the headteacher.`
  if (draft) return `The ${reportName(draft)} is being written.`
  if (approved) return `The ${reportName(approved)} is approved and not published yet.`
  if (unnoted && (mayWrite || mayApprove))
    return `Governors have the ${reportName(unnoted)}; the board’s minute is to come.`
  const [start] = canStart
  if (start && mayWrite && !reports.some(({ kind, year }) => kind === 'annual' && year === start.year))
    return `The ${reportName(start)} can be started.`
  const published = reports.find(({ kind, state }) => kind !== 'nil' && state === 'published')
  return published ? `Governors have the ${reportName(published)}.` : 'No report has been written yet.'
}

/** What is to be done with a report in hand, on the way to the governors. */
export function actOf(
  report: ReportRow,
  { mayWrite, mayApprove }: Pick<ReportsPage, 'mayWrite' | 'mayApprove'>,
) {
  if (report.state === 'draft') return mayWrite ? 'Go on writing' : 'Read the draft'
  if (report.state === 'sent') return mayApprove ? 'Read and approve' : 'Read it'
  if (report.state === 'approved') return mayWrite || mayApprove ? 'Publish to governors' : 'Read it'
  return 'Read'
}

/** Where a report stands, in a word or two. */
export const stateWord = ({ state, kind }: Pick<ReportRow, 'state' | 'kind'>): string =>
  kind === 'nil'
    ? 'With the Virtual School'
    : { draft: 'Draft', sent: 'With the headteacher', approved: 'Approved', published: 'Published' }[state]

/** How far it has come, for its line in the list. */
export function storyOf(report: ReportRow): string {
  const { kind, on } = report
  // The name of a front page has its day in it.
  return [kind === 'term' ? null : `As at ${fullDay(on)}.`, ...cameTo(report)].filter(Boolean).join(' ')
}

function cameTo({ state, approvedBy, approvedAt, publishedAt, meetingOn, minutedOn }: ReportRow) {
  switch (state) {
    case 'published': {
      const meeting = meetingOn ? ` for the meeting of ${fullDay(meetingOn)}` : ''
      return [
        publishedAt && `Published ${fullDay(dayInEngland(publishedAt))}${meeting}.`,
        minutedOn && `Noted by the board on ${fullDay(minutedOn)}.`,
      ]
    }
    case 'approved':
      return [
        `Approved${approvedBy ? ` by ${approvedBy}` : ''}${approvedAt ? ` on ${longDay(dayInEngland(approvedAt))}` : ''}; governors do not see it yet.`,
      ]
    case 'sent':
      return ['Governors do not see it; the headteacher approves it or sends it back.']
    case 'draft':
      return ['Governors do not see it.']
  }
}

/** Those on their way to the governors, and those that have gone out. */
export const inHand = (reports: readonly ReportRow[]) => reports.filter(isInHand)
export const goneOut = (reports: readonly ReportRow[]) => reports.filter((report) => !isInHand(report))

/** The day of what is coming, at the left of its line. */
export const comingDay = ({ on }: Coming): string => (on === null ? 'No day yet' : fullDay(on))

/** Sections that ask for words and have none. */
export const unanswered = (sections: readonly ReportSection[]): readonly ReportSection[] =>
  sections.filter(({ asks, words }) => asks !== null && (words ?? '').trim() === '')

/** `12 of 15 sections answered.` */
export const answeredWords = (all: number, open: number): string =>
  `${all - open} of ${all} sections answered.`

/** More sections than this are counted, and not named one by one. */
const MOST_NAMED = 5

/** `Sections 5, 10 and 11 ask for words and have none yet.` */
export function openWords(sections: readonly Pick<ReportSection, 'number'>[]): string {
  const numbers = list(sections.map(({ number }) => `${number}`))
  if (sections.length > MOST_NAMED) return `${sections.length} sections ask for words and have none yet.`
  return sections.length === 1
    ? `Section${NO_BREAK}${numbers} asks for words and has none yet.`
    : `Sections ${numbers} ask for words and have none yet.`
}

/** Above the title: whose report, of which year, and as at which day. */
export const ofWhat = ({ school, year, on }: Pick<ReportDocument, 'school' | 'year' | 'on'>): string =>
  `${school} · ${year}, to ${dayOfYear(on)}`

/** `2 sections have warnings.` */
export const warnedWords = (many: number): string =>
  `${count(many, 'section')} ${many === 1 ? 'names or describes' : 'name or describe'} a child.`

/** From which day on a nil return tells, and up to which. */
export const nilSpan = (on: Day): string =>
  `from 1${NO_BREAK}September${NO_BREAK}${academicYearOf(on)} to ${dayOfYear(on)}`

/** What stands over a nil return: what it tells, and no more. */
export const nilSentence = ({ school, on }: Pick<ReportDocument, 'school' | 'on'>): string =>
  `At ${school} no child was looked after ${nilSpan(on)}.`

/** What stands over the list of an authority. */
export function authoritySentence(schools: AuthorityReportsPage['schools']): string {
  const reports = schools.filter(({ kind }) => kind !== 'nil').length
  const nils = schools.length - reports
  if (schools.length === 0) return 'No school’s report has come yet.'
  const parts = [
    reports > 0 && countInWords(reports, 'report'),
    nils > 0 && countInWords(nils, 'nil return'),
  ].filter((part) => part !== false)
  return `${sentence(list(parts))} ${schools.length === 1 ? 'has' : 'have'} come from schools.`
}
