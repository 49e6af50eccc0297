import { describe, expect, it } from 'vitest'
import { academicYear } from '../../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../../server/calendar/iso-date.ts'
import type { ReportRow, ReportsPage } from '../../../../web/api.ts'
import {
  actOf,
  authoritySentence,
  governorsSentence,
  openWords,
  reportName,
  schoolsSentence,
  nilSentence,
  storyOf,
} from '../../../../web/pages/report/sentences.ts'

const aRow = (changes: Partial<ReportRow> = {}): ReportRow => ({
  id: 'one',
  kind: 'annual',
  year: academicYear('2025/26'),
  on: isoDate('2026-03-13'),
  state: 'draft',
  version: 1,
  threshold: 5,
  sentAt: null,
  returnedReason: null,
  approvedAt: null,
  approvedBy: null,
  publishedAt: null,
  meetingOn: null,
  minutedOn: null,
  minute: null,
  isFrozen: false,
  ...changes,
})
const aPage = (reports: readonly ReportRow[], changes: Partial<ReportsPage> = {}): ReportsPage => ({
  reports,
  coming: [],
  mayWrite: false,
  mayApprove: false,
  canStart: [],
  nil: { may: false, why: null, lastYear: null },
  ...changes,
})
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const published = aRow({ state: 'published', publishedAt: '2026-03-20T09:00:00.000Z' })

describe('over the list of reports', () => {
  it('a governor reads what is ready, or that nothing is', () => {
    expect(governorsSentence(aPage([published]))).toBe('The report for 2025/26 is ready to read.')
    expect(plain(governorsSentence(aPage([aRow({ state: 'published', kind: 'term' })])))).toBe(
      'The front page of the term to 13 March 2026 is ready to read.',
    )
    expect(governorsSentence(aPage([]))).toBe('No report has been published to governors yet.')
  })

  it.each<[string, Partial<ReportRow>, Partial<ReportsPage>]>([
    ['Go on with the report for 2025/26.', {}, { mayWrite: true }],
    [
      'The report for 2025/26 came back from the headteacher.',
      { returnedReason: 'Shorter.' },
      { mayWrite: true },
    ],
    ['The report for 2025/26 waits for your approval.', { state: 'sent' }, { mayApprove: true }],
    ['The report for 2025/26 is with the headteacher.', { state: 'sent' }, { mayWrite: true }],
    ['The report for 2025/26 can be published to governors.', { state: 'approved' }, { mayWrite: true }],
    ['The report for 2025/26 is being written.', {}, {}],
    ['The report for 2025/26 is approved and not published yet.', { state: 'approved' }, {}],
    [
      'Governors have the report for 2025/26; the board’s minute is to come.',
      { state: 'published' },
      { mayWrite: true },
    ],
    [
      'Governors have the report for 2025/26.',
      { state: 'published', minutedOn: isoDate('2026-03-24') },
      { mayWrite: true },
    ],
  ])('the school reads its next act: %s', (sentence, row, may) => {
    expect(schoolsSentence(aPage([aRow(row)], may))).toBe(sentence)
  })

  it('one that can be started is said to whoever may write', () => {
    const canStart = [{ kind: 'annual' as const, year: academicYear('2025/26'), on: isoDate('2026-03-13') }]
    expect(schoolsSentence(aPage([], { canStart, mayWrite: true }))).toBe(
      'The report for 2025/26 can be started.',
    )
    expect(schoolsSentence(aPage([]))).toBe('No report has been written yet.')
  })

  it('an authority reads how many have come, reports and nil returns apart', () => {
    const school = { reportId: 'one', school: 'A', year: academicYear('2025/26'), on: isoDate('2026-03-13') }
    const report = { ...school, kind: 'annual' as const, publishedAt: '2026-03-20T09:00:00.000Z' }
    const nil = { ...report, kind: 'nil' as const }
    expect(authoritySentence([])).toBe('No school’s report has come yet.')
    expect(plain(authoritySentence([report]))).toBe('One report has come from schools.')
    expect(plain(authoritySentence([report, report, nil]))).toBe(
      'Two reports and one nil return have come from schools.',
    )
  })
})

describe('a report in the list', () => {
  it('has the act of whoever looks', () => {
    const may = { mayWrite: true, mayApprove: false }
    expect(actOf(aRow(), may)).toBe('Go on writing')
    expect(actOf(aRow({ state: 'sent' }), may)).toBe('Read it')
    expect(actOf(aRow({ state: 'sent' }), { mayWrite: true, mayApprove: true })).toBe('Read and approve')
    expect(actOf(aRow({ state: 'approved' }), may)).toBe('Publish to governors')
    expect(actOf(published, may)).toBe('Read')
  })

  it('tells how far it has come', () => {
    expect(plain(storyOf(aRow()))).toBe('As at Fri 13 March 2026. Governors do not see it.')
    expect(plain(storyOf(published))).toBe('As at Fri 13 March 2026. Published Fri 20 March 2026.')
    const noted = { ...published, meetingOn: isoDate('2026-03-24'), minutedOn: isoDate('2026-03-24') }
    expect(plain(storyOf(noted))).toBe(
      'As at Fri 13 March 2026. Published Fri 20 March 2026 for the meeting of Tue 24 March 2026. Noted by the board on Tue 24 March 2026.',
    )
  })

  it('does not say the day of a front page twice', () => {
    const term = aRow({ kind: 'term', state: 'approved', approvedBy: 'Ruth Plover' })
    expect(plain(storyOf(term))).toBe('Approved by Ruth Plover; governors do not see it yet.')
  })

  it('that tells of nobody tells so up to its day, and not of the year', () => {
    const nil = { school: 'Larkspur Primary School', on: isoDate('2026-03-13') }
    expect(plain(nilSentence(nil))).toBe(
      'At Larkspur Primary School no child was looked after from 1 September 2025 to 13 March 2026.',
    )
  })

  it('is named by its kind', () => {
    expect(reportName(aRow())).toBe('report for 2025/26')
    expect(reportName(aRow({ kind: 'nil' }))).toBe('nil return for 2025/26')
  })
})

it('sections that ask for words and have none are named, to whoever reads', () => {
  expect(plain(openWords([{ number: 5 }]))).toBe('Section 5 asks for words and has none yet.')
  expect(openWords([{ number: 5 }, { number: 9 }, { number: 10 }])).toBe(
    'Sections 5, 9 and 10 ask for words and have none yet.',
  )
  const many = [2, 3, 5, 8, 9, 10].map((number) => ({ number }))
  expect(openWords(many)).toBe('6 sections ask for words and have none yet.')
})
