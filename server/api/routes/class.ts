import { Hono } from 'hono'
import type { Kysely } from 'kysely'
import { inBlocks } from '../../../db/blocks.ts'
import { attendanceYearsOfChildren } from '../../../db/queries/attendance-year.ts'
import { childrenOfSchool } from '../../../db/queries/child.ts'
import { peopleOfChildren } from '../../../db/queries/person.ts'
import { listRecords } from '../../../db/queries/record.ts'
import type { Database } from '../../../db/schema.ts'
import type { Scope } from '../../../db/scope.ts'
import { extentOf, type DataClass } from '../../access/permissions.ts'
import { loadSchoolCalendar } from '../../alerts/load-school-calendar.ts'
import type { IsoDate } from '../../calendar/iso-date.ts'
import { termAsAt } from '../../facts/term-attendance.ts'
import type { Deps } from '../deps.ts'
import { actorOf, notAllowed, shows, signedInOf } from '../http/access.ts'
import { described } from '../http/described.ts'
import { Refusal } from '../http/refusal.ts'
import { classCards, onRollOn, type ClassRows, type ClassView } from '../views/class-card.ts'

/** What a card shows: the key adult too. */
const shown: readonly DataClass[] = [1, 2, 6, 7]

/** What is kept of the children of a scope who are on roll. */
async function rowsOf(
  db: Kysely<Database>,
  scope: Scope,
  schoolId: string,
  { on, year }: { on: IsoDate; year: string | undefined },
): Promise<ClassRows> {
  const children = onRollOn(await childrenOfSchool(db, scope, schoolId).execute(), on)
  const ids = children.map(({ id }) => id)
  const people: ClassRows['people'][number][] = []
  const marks = new Map<string, string>()
  for (const block of inBlocks(ids)) {
    people.push(...(await peopleOfChildren(db, scope, block).where('role', '=', 'key-adult').execute()))
    const registers =
      year === undefined ? [] : await attendanceYearsOfChildren(db, scope, block, [year]).execute()
    for (const register of registers) marks.set(register.childId, register.marks)
  }
  const support = ids.length === 0 ? [] : await listRecords(db, scope, 'support', { schoolId })
  return { children, people, support, marks }
}

/** What class staff see: a need-to-know card of each child on their own list, as at today, while the post lasts. */
export const classRoutes = ({ db, clock }: Pick<Deps, 'db' | 'clock'>) =>
  new Hono().get(
    '/class',
    described({
      summary: 'A need-to-know card of each child one teaches',
      tag: 'pages',
      answer: 'The cards, by name.',
    }),
    async (c) => {
      const { role, scope, schoolId } = actorOf(c)
      // Whoever reads more than the card has the children's pages, where it is said what was looked at.
      if (extentOf(role, 6, 'read') !== 'card') throw notAllowed()
      if (schoolId === null)
        throw new Refusal(409, { code: 'not-set-up', message: 'The school is not set up yet.' })
      const on = clock.today()
      const calendar = await loadSchoolCalendar(db, scope, schoolId)
      const term = termAsAt(calendar, on)
      const rows = await rowsOf(db, scope, schoolId, { on, year: term?.year })
      const { label = null, endedOn = null } = signedInOf(c).post ?? {}
      shows(c, { childIds: rows.children.map(({ id }) => id), dataClasses: shown })
      const view: ClassView = {
        on,
        term: term && { name: term.name, firstDay: term.firstDay, lastDay: term.lastDay },
        post: { label, endsOn: endedOn },
        cards: classCards(rows, calendar, on),
      }
      return c.json(view, 200)
    },
  )
