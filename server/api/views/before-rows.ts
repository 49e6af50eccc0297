import type { Kysely } from 'kysely'
import { authorityByCode } from '../../../db/queries/authority.ts'
import { adviceOn, consideredOfChild } from '../../../db/queries/considered.ts'
import { contactsOfChildren } from '../../../db/queries/contact.ts'
import { pepMeetingsOfChildren } from '../../../db/queries/pep-meeting.ts'
import { peopleOfChildren } from '../../../db/queries/person.ts'
import { holdersAt } from '../../../db/queries/post-holder.ts'
import { listRecords } from '../../../db/queries/record.ts'
import { suspensionsOfChildren } from '../../../db/queries/suspension.ts'
import type { Database } from '../../../db/schema.ts'
import type { AdviceTable } from '../../../db/tables/advice.ts'
import type { ConsiderationTable } from '../../../db/tables/consideration.ts'
import type { ContactTable } from '../../../db/tables/contact.ts'
import type { InterventionTable } from '../../../db/tables/intervention.ts'
import type { PersonTable } from '../../../db/tables/person.ts'
import type { SuspensionTable } from '../../../db/tables/suspension.ts'
import { assess } from '../../alerts/assess.ts'
import type { AssessedChild } from '../../alerts/picture.ts'
import { isoDate, type IsoDate } from '../../calendar/iso-date.ts'
import type { AuthorityFact } from '../../facts/child-facts.ts'
import { isAskingFor, isUndecided, sameStart } from '../../pathway/joined.ts'
import type { BeforePage } from '../../pathway/shapes.ts'
import type { AtDay } from '../desk.ts'

type Db = Kysely<Database>

/** Everything that the page of one child before a suspension is made of. */
export interface BeforeRows {
  readonly at: AtDay
  readonly child: AssessedChild
  readonly people: readonly PersonTable[]
  /** Acts of asking about what is considered, or was decided today. */
  readonly contacts: readonly ContactTable[]
  readonly considering: ConsiderationTable | null
  readonly advice: readonly AdviceTable[]
  readonly suspensions: readonly SuspensionTable[]
  readonly interventions: readonly InterventionTable[]
  /** The school's own authority. */
  readonly schoolAuthority: AuthorityFact | null
  readonly safeguardingLead: { readonly name: string; readonly email: string | null } | null
  readonly words: BeforePage['words']
}

/** The suspension that came of what was considered; null where none did, or it was removed. */
export const suspensionOf = (
  { id }: Pick<ConsiderationTable, 'id'>,
  suspensions: readonly Pick<SuspensionTable, 'id' | 'considerationId'>[],
): string | null => suspensions.find(({ considerationId }) => considerationId === id)?.id ?? null

/** One child with its facts as at the day and no findings; undefined out of scope. */
export async function factsOfChild(db: Db, at: AtDay, childId: string): Promise<AssessedChild | undefined> {
  const { scope, school, on, calendar } = at
  const { children } = await assess({ db, rules: [] }, scope, school, on, { childIds: [childId], calendar })
  return children[0]
}

/** The child's own words, of the last plan that holds some. */
async function wordsOf(db: Db, { scope, on }: AtDay, childId: string): Promise<BeforePage['words']> {
  const meetings = await pepMeetingsOfChildren(db, scope, [childId]).execute()
  const last = meetings
    .filter(({ childWords, heldOn }) => childWords !== null && heldOn <= on)
    .toSorted((a, b) => (a.heldOn < b.heldOn ? 1 : -1))[0]
  return last && last.childWords !== null ? { text: last.childWords, on: isoDate(last.heldOn) } : null
}

/**
 * What is open for a child, else what was decided on the day and stands, newest first: a page that is opened again
 * shows it. A suspension that was cancelled, or taken out as wrong, stands no more.
 */
function shownOf(
  rows: readonly ConsiderationTable[],
  suspensions: readonly SuspensionTable[],
  today: IsoDate,
): ConsiderationTable | null {
  const stands = ({ id, state }: ConsiderationTable) =>
    state === 'not-suspended' ||
    (state === 'suspended' &&
      suspensions.some(({ considerationId, cancelledAt }) => considerationId === id && cancelledAt === null))
  return (
    rows.find(({ state }) => state === 'open') ??
    rows.find((row) => row.decidedAt?.slice(0, 10) === today && stands(row)) ??
    null
  )
}

/**
 * Reads the rows of one child, however many children the school has, about what is open or was decided today, or
 * about `row` where one is named. Undefined out of scope.
 */
export async function loadBefore(
  db: Db,
  at: AtDay,
  childId: string,
  row?: ConsiderationTable,
): Promise<BeforeRows | undefined> {
  const { scope, school } = at
  const child = await factsOfChild(db, at, childId)
  if (!child) return undefined
  const considered = await consideredOfChild(db, scope, childId).execute()
  const suspensions = await suspensionsOfChildren(db, scope, [childId]).execute()
  const considering = row ?? shownOf(considered, suspensions, at.on)
  const contacts = await contactsOfChildren(db, scope, [childId]).execute()
  const authority = await authorityByCode(db, school.authorityCode).executeTakeFirst()
  const holders = await holdersAt(db, school.id, at.today).execute()
  const joinedId =
    considering?.state === 'open' && considering.kind !== null
      ? suspensions.find((held) => sameStart(considering)(held) && isUndecided(held))?.id
      : undefined
  return {
    at,
    child,
    people: await peopleOfChildren(db, scope, [childId]).execute(),
    contacts: considering === null ? [] : contacts.filter(isAskingFor(considering.id, joinedId)),
    considering,
    advice: considering ? await adviceOn(db, scope, [considering.id]).execute() : [],
    suspensions,
    interventions: await listRecords(db, scope, 'intervention', { childId }),
    schoolAuthority: authority ?? null,
    safeguardingLead: holders.find(({ role }) => role === 'safeguarding-lead') ?? null,
    words: await wordsOf(db, at, childId),
  }
}
