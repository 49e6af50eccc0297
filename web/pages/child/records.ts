import type { ChildPage, Kinds } from '../../api.ts'
import type { FieldValue } from '../../components/form-values.ts'
import { timeOf } from '../../format.ts'
import { valueInWords } from '../record-form-parts.ts'

export type Entry = ChildPage['timeline'][number]
type Kind = Kinds['kinds'][number]

/** What is told of a record under its one line, by kind. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  'pep-meeting': ['completedOn', 'attended'],
  suspension: ['decidedAt', 'atOtherSchool'],
  contact: ['how', 'outcome', 'madeBy', 'note'],
  'care-episode': ['endedOn', 'authorityCode', 'detail'],
  person: ['name', 'organisation', 'phone', 'doNotContactReason'],
  support: ['helps', 'avoid', 'goTo', 'reviewOn', 'endedOn'],
  'special-need': ['need', 'endedOn'],
  attainment: ['note'],
  child: ['admittedOn', 'leftOn'],
  intervention: ['note', 'reviewOn', 'outcome'],
  provision: ['provider', 'address', 'sessionTimes', 'markedOn', 'reason'],
  'board-meeting': ['invited', 'reinstatedOn', 'decisionToldOn'],
  reintegration: ['meetsOn', 'attended', 'agreed'],
  'review-panel': ['appliedOn', 'meetsOn', 'panelDecisionToldOn', 'boardReconsideredOn'],
  'off-site-direction': ['endsOn', 'place', 'objectives', 'noticeAt', 'nextReviewOn'],
  'managed-move': ['toSchool', 'startsOn', 'parentAgrees', 'childViews'],
  'part-time-timetable': ['endsOn', 'weeklyHours', 'reason', 'why', 'parentAgrees'],
  'safeguarding-separation': ['endedOn', 'education', 'authorityAskedAt'],
  'restrictive-intervention': ['account', 'writtenAt', 'parentToldAt', 'withheldReason'],
  'unlawful-exclusion': [
    'session',
    'halfDays',
    'whatHappened',
    'parentToldAt',
    'socialWorkerToldAt',
    'virtualSchoolToldAt',
    'putRightOn',
    'putRight',
  ],
  consideration: ['whatHappened', 'instead', 'withoutContact', 'readBy'],
  advice: ['words'],
}

const isEmpty = (value: unknown) =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0)

/** A record in a few words under its line: `Who came: Social worker and Carer · Rated: green`. */
export function recordDetail(
  { kind, fields, reasons }: Entry,
  kinds: readonly Kind[],
  authorities: ReadonlyMap<string, string>,
): string {
  const declared = kinds.find((one) => one.kind === kind)?.fields ?? []
  const told = (TOLD[kind] ?? []).flatMap((name) => {
    const value = fields[name] as FieldValue | undefined
    if (isEmpty(value)) return []
    const label = declared.find((field) => field.name === name)?.schema['label']
    const said =
      name === 'authorityCode'
        ? (authorities.get(`${value as string}`) ?? `${value as string}`)
        : valueInWords(declared, name, value)
    return [`${typeof label === 'string' ? label : name}: ${said}`]
  })
  return [...reasons, ...told].join(' · ')
}

const minuteOf = ({ fields }: Entry): string => {
  const minute = fields['contactedAt']
  return typeof minute === 'string' ? minute : ''
}

/** Newest first; of one day the later act first; a record without a day last. */
export const newestFirst = (timeline: readonly Entry[]): Entry[] =>
  timeline.toSorted((a, b) => {
    const [one, other] = [a, b].map((entry) => minuteOf(entry) || (entry.on ?? ''))
    return (one ?? '') < (other ?? '') ? 1 : (one ?? '') > (other ?? '') ? -1 : 0
  })

/** The line of a record; an act of telling with its time: `Parent: told of a suspension, 14:00`. */
export function recordLine(entry: Entry): string {
  const minute = minuteOf(entry)
  return minute ? `${entry.summary}, ${timeOf(minute)}` : entry.summary
}

/** The kinds that have records, as tabs: everything first, then each kind in the order of declaration. */
export function timelineTabs(
  timeline: readonly Entry[],
  kinds: readonly Kind[],
): { id: string; label: string }[] {
  const occurring = new Set(timeline.map(({ kind }) => kind))
  const tabs = kinds
    .filter(({ kind }) => kind !== 'child' && occurring.has(kind))
    .map(({ kind, plural }) => ({ id: kind, label: plural }))
  return [{ id: 'all', label: 'Everything' }, ...tabs]
}

/** Whether the role acted in keeps records of a kind. */
export const mayKeep = (kinds: readonly Kind[], kind: string): boolean =>
  kinds.some((one) => one.kind === kind && one.writable)

/** Other ways in which a child is out of lessons or out of school: each a thing of its own, never a suspension. */
const OTHER_WAYS: readonly string[] = [
  'off-site-direction',
  'managed-move',
  'part-time-timetable',
  'safeguarding-separation',
  'restrictive-intervention',
  'unlawful-exclusion',
]

/** The kinds of which a new record can be added to a child. */
export const kindsToAdd = (kinds: readonly Kind[]): readonly Kind[] =>
  kinds.filter(
    ({ kind, subject, writable }) =>
      writable && subject === 'child' && kind !== 'child' && !OTHER_WAYS.includes(kind),
  )

/** The other ways that can be recorded, what is for a time first, what is unlawful last. */
export const otherWaysToAdd = (kinds: readonly Kind[]): readonly Kind[] =>
  OTHER_WAYS.flatMap((way) => kinds.filter(({ kind, writable }) => kind === way && writable))
