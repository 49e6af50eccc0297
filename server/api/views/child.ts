import type { PersonTable } from '../../../db/tables/person.ts'
import type { AssessedChild, Picture } from '../../alerts/picture.ts'
import type { AcademicYear } from '../../calendar/academic-year.ts'
import type { IsoDate } from '../../calendar/iso-date.ts'
import type { Evidence } from '../../engine/finding.ts'
import type { RuleFinding } from '../../engine/run-rules.ts'
import type { RecordView } from '../../records/record-view.ts'
import { attendanceSums, type AttendanceSums } from './attendance-sums.ts'
import {
  cardsOf,
  dutyView,
  titleOf,
  type AlertsByKey,
  type Card,
  type DutyView,
  type RulesById,
} from './card.ts'
import { cohortGroupOf, nameOf, statusesOf, type ChildStatus, type CohortGroup } from './child-name.ts'
import { ringList, type RingList } from './ring-list.ts'
import { sessionCalendar, type SessionCalendar } from './session-calendar.ts'
import { suspensionSums, type SuspensionSums } from './suspension-sums.ts'
import { timeline, type TimelineEntry } from './timeline.ts'
import { horizonOf } from './today.ts'
import { yearLine, type YearLine } from './year-line.ts'

/** One finding with what its rule says, whatever its status: met ones stand here too. */
export interface FindingView {
  ruleId: string
  about: string
  status: RuleFinding['status']
  title: string
  message: string
  evidence: readonly Evidence[]
  dueOn: IsoDate | null
  duty: DutyView
}

export interface ChildView {
  on: IsoDate
  evaluatesOn: IsoDate
  isToday: boolean
  year: AcademicYear
  /** The tenth school day after the day: what is due up to it is soon. Null past the known calendar. */
  horizon: IsoDate | null
  child: {
    id: string
    version: number
    name: string
    forename: string
    sayName: string | null
    yearGroup: string
    age: number
    onRoll: boolean
    admittedOn: IsoDate
    leftOn: IsoDate | null
    statuses: ChildStatus[]
    /** The heading on the cohort page; null for a child who stands in no list. */
    group: CohortGroup | null
    authority: string | null
  }
  /** The child's own words that were written down last, and for which meeting. */
  words: { text: string; heldOn: string; meetingId: string } | null
  ring: RingList
  yearLine: YearLine
  /** What asks for somebody, answered ones among them, the gravest first. */
  cards: readonly Card[]
  findings: readonly { area: string; findings: readonly FindingView[] }[]
  attendance: (AttendanceSums & { weeks: NonNullable<AssessedChild['facts']['attendance']>['weeks'] }) | null
  sessions: SessionCalendar
  suspension: SuspensionSums | null
  timeline: readonly TimelineEntry[]
}

/** What the child's page needs beside the picture. */
export interface ChildRecords {
  records: readonly (RecordView & { title: string })[]
  people: readonly PersonTable[]
  /** The register of the academic year as it is stored. */
  marks: string | null
}

const gravity = { breach: 0, due: 1, watch: 2 } as const

function wordsOf({ records }: ChildRecords, on: IsoDate): ChildView['words'] {
  const spoken = records
    .filter((each) => each.kind === 'pep-meeting' && typeof each.fields['childWords'] === 'string')
    .filter((each) => each.on !== null && each.on <= on)
    .toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1))
  const [latest] = spoken
  return latest
    ? { text: String(latest.fields['childWords']), heldOn: latest.on ?? '', meetingId: latest.id }
    : null
}

function findingsByArea(findings: readonly RuleFinding[], rules: RulesById): ChildView['findings'] {
  const areas = new Map<string, FindingView[]>()
  for (const finding of findings) {
    const rule = rules.get(finding.ruleId)
    if (!rule) continue
    const { ruleId, about, status, message, evidence = [], dueOn = null } = finding
    const view = {
      ruleId,
      about,
      status,
      title: titleOf(rule, finding),
      message,
      evidence,
      dueOn,
      duty: dutyView(rule),
    }
    areas.set(rule.area, [...(areas.get(rule.area) ?? []), view])
  }
  return [...areas].map(([area, views]) => ({ area, findings: views }))
}

/** Everything about one child as at the picture's day. */
export function childView(
  picture: Picture,
  child: AssessedChild,
  kept: ChildRecords,
  {
    rules,
    alerts,
    asked,
  }: { rules: RulesById; alerts: AlertsByKey; asked: { on: IsoDate; isToday: boolean } },
): ChildView {
  const { on, year } = picture
  const { row, facts, findings } = child
  const { identity, care, attendance } = facts
  const sums = attendanceSums(attendance, on)
  return {
    on: asked.on,
    evaluatesOn: on,
    isToday: asked.isToday,
    year,
    horizon: horizonOf(picture.calendar, on),
    child: {
      id: row.id,
      version: row.version,
      name: nameOf(row),
      forename: row.preferredName ?? row.forename,
      sayName: row.sayName,
      yearGroup: row.yearGroup,
      age: identity.age,
      onRoll: identity.onRoll,
      admittedOn: identity.admittedOn,
      leftOn: identity.leftOn,
      statuses: statusesOf(care),
      group: cohortGroupOf(care?.now),
      authority: care?.authorityNow?.name ?? null,
    },
    words: wordsOf(kept, on),
    ring: ringList(care, kept.people, on),
    yearLine: yearLine(child, picture),
    cards: cardsOf(child, picture, rules, alerts).toSorted((a, b) => gravity[a.status] - gravity[b.status]),
    findings: findingsByArea(findings, rules),
    attendance: sums && attendance && { ...sums, weeks: attendance.weeks },
    sessions: sessionCalendar(kept.marks, picture),
    suspension: suspensionSums(facts.suspension, picture),
    timeline: timeline(kept.records, findings, rules),
  }
}
