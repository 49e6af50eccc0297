import type { Kysely } from 'kysely'
import { childrenOfSchool } from '../../db/queries/child.ts'
import { contactsOfSchool } from '../../db/queries/contact.ts'
import type { Change } from '../../db/queries/record-shape.ts'
import { suspensionsOfSchool } from '../../db/queries/suspension.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import { addDays, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'

/** The invented school as its files left it, on which the rest is played. */
export interface Stage {
  readonly schoolId: string
  readonly scope: Scope
  readonly calendar: SchoolCalendar
  /** The school day that is shown, and the day it is. */
  readonly on: IsoDate
  readonly today: IsoDate
  readonly now: string
  readonly change: Change
  /** Of a child of the cast by forename and surname; throws when there is none. */
  childId(name: string): string
  /** The child's suspension that began so many school days back. */
  suspension(name: string, back: number): Database['suspension'] | undefined
  contactsOf(suspensionId: string): readonly Database['contact'][]
}

/** The school day so many school days before the one that is shown; negative ones are still to come. */
export function nthBack({ calendar, on }: Pick<Stage, 'calendar' | 'on'>, back: number): IsoDate {
  const at = calendar.schoolDays.findLastIndex((day) => day <= on)
  return calendar.schoolDays[at - back] ?? addDays(on, -back)
}

export async function setStage(
  db: Kysely<Database>,
  given: Pick<Stage, 'schoolId' | 'scope' | 'calendar' | 'on' | 'today' | 'now' | 'change'>,
): Promise<Stage> {
  const { schoolId, scope } = given
  const children = await childrenOfSchool(db, scope, schoolId).execute()
  const suspensions = await suspensionsOfSchool(db, scope, schoolId).execute()
  const contacts = await contactsOfSchool(db, scope, schoolId).execute()
  const childId = (name: string) => {
    const child = children.find(({ forename, surname }) => `${forename} ${surname}` === name)
    if (!child) throw new Error('The demonstration tells of a child who is not in its cast.')
    return child.id
  }
  return {
    ...given,
    childId,
    suspension: (name, back) => {
      const [id, day] = [childId(name), nthBack(given, back)]
      return suspensions.find((row) => row.childId === id && row.startedOn === day)
    },
    contactsOf: (suspensionId) => contacts.filter((row) => row.suspensionId === suspensionId),
  }
}
