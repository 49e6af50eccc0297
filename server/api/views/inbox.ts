import type { Kysely } from 'kysely'
import { inBlocks } from '../../../db/blocks.ts'
import { everyAuthority } from '../../../db/queries/authority.ts'
import { careEpisodesOfChildren } from '../../../db/queries/care-episode.ts'
import { childrenByIds } from '../../../db/queries/child.ts'
import { adviceOn, consideredSince, termDatesOfSchools } from '../../../db/queries/considered.ts'
import { suspensionsOfChildren } from '../../../db/queries/suspension.ts'
import type { Database } from '../../../db/schema.ts'
import type { ConsiderationTable } from '../../../db/tables/consideration.ts'
import type { SuspensionTable } from '../../../db/tables/suspension.ts'
import { minutesBetween } from '../../access/instants.ts'
import { academicYearOf } from '../../calendar/academic-year.ts'
import { addDays, dayOf, isoDate, localMinute, type IsoDate } from '../../calendar/iso-date.ts'
import { buildSchoolCalendar, type SchoolCalendar } from '../../calendar/school-calendar.ts'
import { dayWords, halfDayFigure, schoolDayWords } from '../../engine/words.ts'
import { buildCareFacts } from '../../facts/care-facts.ts'
import type { ChildFacts } from '../../facts/child-facts.ts'
import { buildIdentityFacts } from '../../facts/identity-facts.ts'
import {
  buildSuspensionFacts,
  layOutSuspensions,
  type SuspensionLayout,
} from '../../facts/suspension-facts.ts'
import { consequencesOf } from '../../pathway/consequences.ts'
import { considerationView } from '../../pathway/considering.ts'
import { withoutJoined } from '../../pathway/joined.ts'
import type { Consequences, InboxItem } from '../../pathway/shapes.ts'
import { withinReach, type Reach } from '../reach.ts'
import { suspensionOf } from './before-rows.ts'
import { namedChild } from './child-name.ts'

/** How long what was decided stays in the inbox. */
const DECIDED_DAYS = 14

const none: readonly never[] = []
/** What is around a suspension is not asked of here: totals do not hang on it. */
const nothingElse = {
  considerations: none,
  provisions: none,
  boardMeetings: none,
  reviewPanels: none,
  reintegrations: none,
}
/** Registers, plans and people are not asked of either, so that nothing is said of them: laying them out costs most. */
const notAsked = {
  home: null,
  pep: null,
  attendance: null,
  contact: none,
  person: none,
  intervention: none,
  offSiteDirection: none,
  managedMove: none,
  partTimeTimetable: none,
  safeguardingSeparation: none,
  unlawfulExclusion: none,
  restrictiveIntervention: none,
  specialNeed: none,
} as const

/** What reaches a Virtual School, newest first: what is open, then what was decided lately. */
export interface Inbox {
  readonly items: readonly InboxItem[]
  /** Of those that were read, the middle of the minutes they waited; null where none was read. */
  readonly median: number | null
  /** How many of them were read. */
  readonly count: number
}

async function inBlocksOf<T>(
  ids: readonly string[],
  read: (block: readonly string[]) => Promise<readonly T[]>,
) {
  const rows: T[] = []
  for (const block of inBlocks([...new Set(ids)])) rows.push(...(await read(block)))
  return rows
}

function by<T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row])
  return groups
}

const lengthWords = ({ kind, halfDays }: Pick<ConsiderationTable, 'kind' | 'halfDays'>): string =>
  kind === 'permanent'
    ? 'a permanent exclusion'
    : kind === 'lunchtime'
      ? halfDays === null
        ? 'lunchtime suspension'
        : `${halfDays} ${halfDays === 1 ? 'lunchtime' : 'lunchtimes'}`
      : halfDays === null
        ? 'a suspension'
        : schoolDayWords(halfDays)

const startWords = ({ startedOn }: Pick<ConsiderationTable, 'startedOn'>, today: IsoDate): string =>
  startedOn === null
    ? ''
    : startedOn === today
      ? ' from today'
      : ` from ${dayWords(isoDate(startedOn), today)}`

type Decided = Pick<SuspensionTable, 'kind' | 'startedOn' | 'halfDays' | 'cancelledAt'>

/** What came of a decision, as it stands now: the record can have been corrected, cancelled or taken out since. */
function suspendedWords(row: ConsiderationTable, now: Decided | undefined, today: IsoDate): string {
  if (now === undefined) return 'A suspension was recorded, and taken out again as wrong.'
  const { kind, cancelledAt } = now
  const from = startWords(now, today)
  const what =
    kind === 'permanent' ? `Permanently excluded${from}.` : `Suspended: ${lengthWords(now)}${from}.`
  const without = row.withoutContact === null ? '' : ' Decided before everybody was asked.'
  const cancelled =
    cancelledAt === null ? '' : ` Cancelled on ${dayWords(dayOf(localMinute(cancelledAt)), today)}.`
  return `${what}${without}${cancelled}`
}

/**
 * What is considered and would come to, or what came of it, in one or two sentences without a name. `suspension`:
 * the record that it led to, where it led to one that is still there.
 */
export function inboxWords(
  row: ConsiderationTable,
  consequences: Pick<Consequences, 'term' | 'year'> | null,
  today: IsoDate,
  suspension: Decided | undefined,
): string {
  if (row.state === 'withdrawn') return 'Withdrawn: opened by mistake.'
  if (row.state === 'not-suspended')
    return row.instead === null ? 'Not suspended.' : `Not suspended. Instead: ${row.instead}`
  if (row.state === 'suspended') return suspendedWords(row, suspension, today)
  const what = lengthWords(row)
  if (row.kind === null) return 'Thinking of a suspension; no length is proposed yet.'
  // A permanent exclusion adds no days.
  if (!consequences || row.kind === 'permanent') return `Considering ${what}${startWords(row, today)}.`
  const { term, year } = consequences
  const totals = term
    ? `${schoolDayWords(term.after)} in the term, ${halfDayFigure(year.after)} in the year`
    : `${schoolDayWords(year.after)} in the year`
  return `Considering ${what}${startWords(row, today)}. With it: ${totals}.`
}

/** Minutes from the flag to the first reading; null while it waits. */
const waitedOf = ({ openedAt, readAt }: ConsiderationTable): number | null =>
  readAt === null ? null : Math.floor(minutesBetween(openedAt, readAt))

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle]
  if (high === undefined) return null
  return sorted.length % 2 === 1 ? high : Math.round(((sorted[middle - 1] ?? high) + high) / 2)
}

/** Reads what some considerations need in one set of queries, however many schools they are of. */
async function load(db: Kysely<Database>, reach: Reach, rows: readonly ConsiderationTable[], today: IsoDate) {
  const { scope } = reach
  const childIds = rows.map(({ childId }) => childId)
  const schoolIds = [...new Set(rows.map(({ schoolId }) => schoolId))]
  const children = await inBlocksOf(childIds, (ids) => childrenByIds(db, scope, ids).execute())
  const care = await inBlocksOf(childIds, (ids) => careEpisodesOfChildren(db, scope, ids).execute())
  const suspensions = await inBlocksOf(childIds, (ids) => suspensionsOfChildren(db, scope, ids).execute())
  const advice = await inBlocksOf(
    rows.map(({ id }) => id),
    (ids) => adviceOn(db, scope, ids).execute(),
  )
  const termDates = await inBlocksOf(schoolIds, (ids) => termDatesOfSchools(db, scope, ids).execute())
  const authorities = new Map((await everyAuthority(db).execute()).map((each) => [each.code, each]))
  const termsOf = by(termDates, ({ schoolId }) => schoolId)
  const careOf = by(care, ({ childId }) => childId)
  const suspensionsOf = by(suspensions, ({ childId }) => childId)
  const adviceOf = by(advice, ({ considerationId }) => considerationId)
  const schools = new Map(reach.schools.map((school) => [school.id, school]))
  const year = academicYearOf(today)
  const built = new Map<string, { calendar: SchoolCalendar; layout: SuspensionLayout }>()
  const schoolAt = (schoolId: string) => {
    const known = built.get(schoolId)
    if (known) return known
    const calendar = buildSchoolCalendar(
      (termsOf.get(schoolId) ?? []).map(({ kind, name, firstDay, lastDay }) => ({
        kind,
        name,
        firstDay: isoDate(firstDay),
        lastDay: isoDate(lastDay),
      })),
    )
    const made = { calendar, layout: layOutSuspensions(calendar, today, year) }
    built.set(schoolId, made)
    return made
  }
  const found = children.map((child) => {
    const { calendar, layout } = schoolAt(child.schoolId)
    const own = suspensionsOf.get(child.id) ?? none
    const careFacts = buildCareFacts(careOf.get(child.id) ?? none, authorities, today, year)
    const facts: ChildFacts = {
      identity: buildIdentityFacts(child, today),
      care: careFacts,
      suspension: buildSuspensionFacts(
        { ...nothingElse, suspensions: own },
        careFacts.episodes,
        none,
        layout,
      ),
      ...notAsked,
    }
    return [child.id, { child, calendar, facts, suspensions: own }] as const
  })
  return { children: new Map(found), schools, authorities, adviceOf }
}

/** Those of the rows whose children the reach opens, as the inbox shows them. */
async function itemsOf(
  db: Kysely<Database>,
  reach: Reach,
  rows: readonly ConsiderationTable[],
  today: IsoDate,
): Promise<InboxItem[]> {
  const { children, schools, authorities, adviceOf } = await load(db, reach, rows, today)
  return rows.flatMap((row) => {
    const found = children.get(row.childId)
    const school = schools.get(row.schoolId)
    if (!found || !school) return []
    const { child, calendar, facts, suspensions } = found
    const view = considerationView(row, adviceOf.get(row.id) ?? none, suspensionOf(row, suspensions))
    const authorityName = authorities.get(school.authorityCode)?.name ?? null
    const suspension = withoutJoined(facts.suspension, view, suspensions, calendar)
    const consequences =
      row.state === 'open' && row.kind !== null
        ? consequencesOf({ ...facts, suspension }, view, calendar, today, { authorityName, hasPlan: null })
        : null
    const { id, version, openedAt, openedBy, ringBack, state, decidedAt, read, advice } = view
    return [
      {
        id,
        version,
        school: { id: school.id, name: school.name },
        child: namedChild(child, facts),
        openedAt,
        openedBy,
        ringBack,
        state,
        words: inboxWords(
          row,
          consequences,
          today,
          suspensions.find(({ considerationId }) => considerationId === row.id),
        ),
        decidedAt,
        read,
        advice,
        waitedMinutes: waitedOf(row),
      },
    ]
  })
}

const newestFirst = (a: InboxItem, b: InboxItem): number =>
  Number(b.state === 'open') - Number(a.state === 'open') ||
  (a.openedAt < b.openedAt ? 1 : a.openedAt > b.openedAt ? -1 : a.id < b.id ? -1 : 1)

/** The minute from which what was decided is still looked at. */
export const decidedSince = (today: IsoDate): string => `${addDays(today, -DECIDED_DAYS)}T00:00`

/** Everything a Virtual School has to look at, across all schools of the reach. */
export const inboxOf = (db: Kysely<Database>, reach: Reach, today: IsoDate): Promise<Inbox> =>
  withinReach(reach, async () => {
    const rows = await consideredSince(db, reach.scope, decidedSince(today)).execute()
    const items = (await itemsOf(db, reach, rows, today)).toSorted(newestFirst)
    const waited = items.flatMap(({ state, waitedMinutes }) =>
      state === 'withdrawn' ? [] : (waitedMinutes ?? []),
    )
    return { items, median: medianOf(waited), count: waited.length }
  })

/** One of them, as it stands now; undefined out of reach. */
export const inboxItemOf = (
  db: Kysely<Database>,
  reach: Reach,
  row: ConsiderationTable,
  today: IsoDate,
): Promise<InboxItem | undefined> =>
  withinReach(reach, async () => (await itemsOf(db, reach, [row], today))[0])
