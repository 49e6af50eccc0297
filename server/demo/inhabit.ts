import type { OpenDatabase } from '../../db/connect.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { appendAuditEvents } from '../../db/queries/audit-event.ts'
import { careEpisodesOfSchool } from '../../db/queries/care-episode.ts'
import { childrenOfSchool } from '../../db/queries/child.ts'
import { createMany } from '../../db/queries/record-many.ts'
import { everySchool } from '../../db/queries/school.ts'
import { scopeOfSchool } from '../access/scope.ts'
import { loadSchoolCalendar } from '../alerts/load-school-calendar.ts'
import { addDays, type IsoDate } from '../calendar/iso-date.ts'
import type { Clock } from '../clock.ts'
import { addAbsencesTold } from './absences-told.ts'
import { addConsidered } from './considered.ts'
import { earlierEvents } from './events.ts'
import { addFollowed } from './followed.ts'
import { addDemoPeople, type DemoAccount } from './people.ts'
import { addReports } from './reports.ts'
import { addSchoolYear } from './school-year.ts'
import { setStage } from './stage.ts'
import { demoSupport } from './support.ts'
import { demoSchool } from './told.ts'
import { addTried } from './tried.ts'

const AGREED_DAYS_AGO = 24
const REVIEWED_IN_DAYS = 60

/**
 * Gives the filled demonstration its people, one for each role, what helps the children of the class, what was
 * considered, tried and done around suspensions, the school's training and money, where children stand, and what was
 * looked at over the last school weeks. Answers the people.
 */
export async function inhabitDemonstration(
  { db }: Pick<OpenDatabase, 'db'>,
  on: IsoDate,
  clock: Clock,
): Promise<readonly DemoAccount[]> {
  const { id: schoolId } = await everySchool(db).executeTakeFirstOrThrow()
  const scope = scopeOfSchool(schoolId)
  const at = clock.now()
  const people = await addDemoPeople(db, { schoolId, on, at })
  const children = await childrenOfSchool(db, scope, schoolId).execute()
  const idOf = (name: string) => children.find((one) => `${one.forename} ${one.surname}` === name)?.id
  const care = await careEpisodesOfSchool(db, scope, schoolId).execute()
  const carried = care
    .filter(
      ({ status, endedOn, authorityCode }) =>
        status === 'cla' && endedOn === null && authorityCode === demoSchool.authority.code,
    )
    .map(({ childId }) => childId)
  const calendar = await loadSchoolCalendar(db, scope, schoolId)
  const told = demoSupport.flatMap(({ child, ...words }) => {
    const childId = idOf(child)
    return childId === undefined
      ? []
      : [
          {
            id: crypto.randomUUID(),
            schoolId,
            childId,
            ...words,
            endedOn: null,
            agreedOn: addDays(on, -AGREED_DAYS_AGO),
            reviewOn: addDays(on, REVIEWED_IN_DAYS),
          },
        ]
  })
  const names = { schoolId, childIds: children.map(({ id }) => id), carried: [...new Set(carried)] }
  const change = { at, changedBy: 'demonstration' }
  await inTransaction(db, async (trx) => {
    await createMany(trx, 'support', told, change)
    const given = { schoolId, scope, calendar, on, today: clock.today(), now: at, change }
    // Each part sees the versions that the one before has left.
    for (const play of [addAbsencesTold, addFollowed, addConsidered, addTried, addSchoolYear])
      await play(trx, await setStage(trx, given))
    await appendAuditEvents(trx, earlierEvents(people, on, calendar, names))
  })
  await addReports(db, { calendar, on, today: clock.today() })
  return people
}
