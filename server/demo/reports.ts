import type { Kysely } from 'kysely'
import { actionsOfReport } from '../../db/queries/report-action.ts'
import type { Change } from '../../db/queries/record-shape.ts'
import { everySchool } from '../../db/queries/school.ts'
import type { Database } from '../../db/schema.ts'
import { academicYearOf, previousYear } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { loadRules } from '../engine/load-rules.ts'
import { approve } from '../reporting/approve.ts'
import type { At } from '../reporting/count-report.ts'
import { minute, publish, send } from '../reporting/life.ts'
import { startReport } from '../reporting/start.ts'
import type { Stepped } from '../reporting/stepping.ts'
import { addAction, changeAction } from '../reporting/write-action.ts'
import { writeWords } from '../reporting/write-words.ts'
import { scopeOfSchool } from '../access/scope.ts'
import {
  actionsOfLastYear,
  actionsOfThisYear,
  minuteOfLastYear,
  wordsOfLastYear,
  wordsOfThisYear,
} from './report-words.ts'

const TEACHER = 'Ruth Plover'
const HEAD = 'Imogen Curlew'

interface Asked {
  readonly kind: 'annual' | 'term'
  readonly on: IsoDate
  readonly words: readonly (readonly [section: number, words: string])[]
  readonly actions: readonly { readonly text: string; readonly owner: string }[]
}

const doing = (changedBy: string, day: IsoDate): Change => ({ at: `${day}T14:30:00.000Z`, changedBy })

function done(made: Stepped) {
  if (!('row' in made) || made.outcome === 'stale' || made.outcome === 'closed')
    throw new Error(`The demonstration’s own report was ${made.outcome}`)
  return made.row
}

/** A draft with what the designated teacher wrote, on a day. */
async function write(db: Kysely<Database>, { scope, school, calendar }: At, asked: Asked, day: IsoDate) {
  const change = doing(TEACHER, day)
  // What is asked for is to be done by the end of the next term.
  const dueOn = calendar.terms.find(({ firstDay }) => firstDay > asked.on)?.lastDay ?? null
  const of = { schoolId: school.id, kind: asked.kind, on: asked.on }
  const report = await startReport(db, scope, of, change)
  if (typeof report === 'string') throw new Error('The demonstration’s own report is there already')
  const reportId = report.id
  for (const [section, words] of asked.words)
    await writeWords(db, scope, { reportId, section, version: 0 }, words, change)
  for (const { text, owner } of asked.actions)
    await addAction(db, scope, { reportId, id: crypto.randomUUID() }, { words: text, owner, dueOn }, change)
  return report
}

/**
 * The days that the demonstration's frozen reports are of, the earliest first: last year's end, and the end of a term of
 * this year, or of last year's spring while none has ended.
 */
export function reportDays(calendar: SchoolCalendar, on: IsoDate) {
  const year = academicYearOf(on)
  const annual = calendar.lastSchoolDayOf(previousYear(year))
  const ended = calendar.terms.filter(({ lastDay }) => lastDay < on)
  const term =
    ended.findLast((each) => each.year === year) ?? ended.findLast(({ season }) => season === 'spring')
  const frozen = [
    ...(annual === null ? [] : [{ kind: 'annual' as const, on: annual }]),
    ...(term === undefined ? [] : [{ kind: 'term' as const, on: term.lastDay }]),
  ]
  return frozen.toSorted((a, b) => (a.on < b.on ? -1 : 1))
}

/**
 * The invented school's reports: the annual one of last year, published and noted in minutes; the front page of a term
 * that has ended; and a draft of this year's, in which what last year's asked for has its outcome.
 */
export async function addReports(
  db: Kysely<Database>,
  { calendar, on, today }: { calendar: SchoolCalendar; on: IsoDate; today: IsoDate },
): Promise<void> {
  const school = await everySchool(db).executeTakeFirstOrThrow()
  const at: At = { school, scope: scopeOfSchool(school.id), calendar }
  const { scope } = at
  const rules = await loadRules()
  for (const { kind, on: day } of reportDays(calendar, on)) {
    const isAnnual = kind === 'annual'
    const [words, actions] = isAnnual ? [wordsOfLastYear, actionsOfLastYear] : [[], []]
    const { id } = await write(db, at, { kind, on: day, words, actions }, day)
    const later = (days: number) => {
      const then = addWorkingDays(day, days) ?? today
      return then < today ? then : today
    }
    const sent = done(await send(db, scope, { id, version: 1 }, doing(TEACHER, day)))
    const approved = done(await approve(db, at, sent, rules, doing(HEAD, later(1))))
    const meetingOn = later(3)
    const before = done(await publish(db, scope, approved, doing(TEACHER, later(1)), meetingOn))
    if (!isAnnual) continue
    done(
      await minute(db, scope, before, doing(TEACHER, meetingOn), { on: meetingOn, minute: minuteOfLastYear }),
    )
    for (const action of await actionsOfReport(db, scope, id).execute()) {
      const { words: text, owner, dueOn } = action
      const told = actionsOfLastYear.find((each) => each.text === text)
      const { outcome = null, outcomeNote = null } = told ?? {}
      const changes = { asked: { words: text, owner, dueOn }, became: { outcome, outcomeNote } }
      await changeAction(db, scope, action, changes, doing(TEACHER, on))
    }
  }
  await write(db, at, { kind: 'annual', on, words: wordsOfThisYear, actions: actionsOfThisYear }, on)
}
