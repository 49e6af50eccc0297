import type { OpenDatabase } from '../../db/connect.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { addAuthorities, authorityByCode, updateAuthority } from '../../db/queries/authority.ts'
import { childrenOfSchool } from '../../db/queries/child.ts'
import { pepMeetingsOfSchool } from '../../db/queries/pep-meeting.ts'
import { correctRecord } from '../../db/queries/record.ts'
import { everySchool } from '../../db/queries/school.ts'
import { scopeOfSchool } from '../access/scope.ts'
import { academicYearOf, previousYear } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import { buildSchoolCalendar } from '../calendar/school-calendar.ts'
import type { Clock } from '../clock.ts'
import { readFiles } from '../import/read-files.ts'
import { runImport } from '../import/run-import.ts'
import { setUpSchool } from '../import/set-up-school.ts'
import { cast } from './cast.ts'
import { demoFiles } from './files.ts'
import { demoTermDates } from './term-dates.ts'
import { demoSchool } from './told.ts'

const who = 'demonstration'

/** The day the demonstration shows: the last school day up to today, so that a holiday shows no empty page. */
export function demoDay(today: IsoDate): IsoDate {
  const year = academicYearOf(today)
  const calendar = buildSchoolCalendar([previousYear(year), year].flatMap(demoTermDates))
  return calendar.schoolDayOnOrBefore(today) ?? today
}

/**
 * Fills an empty database with the invented school as on a day, through the product's own import. The children's
 * own words and how to say their names are added as a person would type them.
 */
export async function fillDemonstration({ db }: OpenDatabase, on: IsoDate, clock: Clock): Promise<void> {
  const { authority, elsewhere, ...school } = demoSchool
  await inTransaction(db, async (trx) => {
    await setUpSchool(trx, { ...school, authority, demonstration: true })
    await addAuthorities(trx, [
      {
        code: elsewhere.code,
        name: elsewhere.name,
        virtualSchoolPhone: null,
        virtualSchoolEmail: null,
        version: 1,
      },
    ])
    const own = await authorityByCode(trx, authority.code).executeTakeFirstOrThrow()
    const { virtualSchoolPhone } = authority
    await updateAuthority(trx, own.code, own.version, { virtualSchoolPhone }).execute()
  })
  const read = await readFiles(
    demoFiles(on).map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) })),
  )
  const outcome = await runImport({ db, clock, scopeOf: scopeOfSchool, changedBy: who }, read)
  if (outcome.result !== 'done') {
    const [first] = 'plan' in outcome ? outcome.plan.problems : []
    throw new Error(
      `The demonstration’s own files were refused: ${first ? `${first.file}: ${first.message}` : outcome.result}`,
    )
  }
  const { id } = await everySchool(db).executeTakeFirstOrThrow()
  const scope = scopeOfSchool(id)
  const children = await childrenOfSchool(db, scope, id).execute()
  const peps = await pepMeetingsOfSchool(db, scope, id).execute()
  const change = { at: clock.now(), changedBy: who }
  await inTransaction(db, async (trx) => {
    for (const { forename, surname, words, sayName } of cast) {
      const child = children.find((one) => one.forename === forename && one.surname === surname)
      if (child && sayName)
        await correctRecord(trx, scope, 'child', child.id, child.version, { sayName }, change)
      const latest = peps.filter(({ childId }) => childId === child?.id).at(-1)
      if (latest && words)
        await correctRecord(
          trx,
          scope,
          'pepMeeting',
          latest.id,
          latest.version,
          { childWords: words },
          change,
        )
    }
  })
}
