import { openAlertsOfSchool } from '../../db/queries/alert.ts'
import { withRowScope } from '../../db/row-scope.ts'
import { everySchool, schoolById } from '../../db/queries/school.ts'
import type { Scope } from '../../db/scope.ts'
import type { AlertTable } from '../../db/tables/alert.ts'
import type { SchoolTable } from '../../db/tables/school.ts'
import type { Actor } from '../access/actor.ts'
import { scopeKey, scopeOfSchool } from '../access/scope.ts'
import { assess, type AssessDeps } from '../alerts/assess.ts'
import { evaluateChildren, evaluateSchool } from '../alerts/evaluate.ts'
import { evaluationDay } from '../alerts/evaluation-day.ts'
import { loadSchoolCalendar } from '../alerts/load-school-calendar.ts'
import type { Picture } from '../alerts/picture.ts'
import { alertKey } from '../alerts/reconcile-alerts.ts'
import { Remembered } from '../alerts/remembered.ts'
import { isoDate, type IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { loadTold } from '../facts/load-told.ts'
import type { RecordKind } from '../records/kind.ts'
import type { RecordView } from '../records/record-view.ts'
import type { Deps } from './deps.ts'
import { errorFacts } from '../error-facts.ts'
import { Refusal } from './http/refusal.ts'
import type { AlertsByKey } from './views/card.ts'

/** The school at hand and the day its pages are worked out for. */
export interface AtDay {
  readonly school: SchoolTable
  /** The children that whoever asks may see. */
  readonly scope: Scope
  readonly calendar: SchoolCalendar
  readonly today: IsoDate
  /** The day asked about, today when none was. */
  readonly asked: IsoDate
  /** The day as at which it is worked out. */
  readonly on: IsoDate
  /** Alerts are those of today alone; another day has findings only. */
  readonly isToday: boolean
}

/** What a write was about, as far as alerts follow from it. */
interface Written {
  readonly childId: string | null
  readonly kind: string
  readonly recordId: string
  readonly everybody: boolean
}

const notSetUp = () =>
  new Refusal(409, { code: 'not-set-up', message: 'Set up the school first, or bring in its files.' })

const byChildAndKey = (alerts: readonly AlertTable[]): Map<string, AlertsByKey> => {
  const byChild = new Map<string, Map<string, AlertTable>>()
  for (const alert of alerts) {
    const own = byChild.get(alert.childId) ?? new Map<string, AlertTable>()
    byChild.set(alert.childId, own.set(alertKey(alert), alert))
  }
  return byChild
}

/**
 * What pages and forms work with: the school, its picture as at a day, its alerts. What was worked out at a
 * revision of the school's data holds until the next one; the revision itself is asked of the database each
 * time, so that several processes agree.
 */
export function createDesk(deps: Deps) {
  const { db, clock, rules } = deps
  const assessing: AssessDeps = {
    db,
    rules,
    onRuleError: (ruleId, childId, error) =>
      deps.log.error({ event: 'rule.error', ruleId, childId, ...errorFacts(error) }),
  }
  const calendars = new Remembered<SchoolCalendar>(4)
  const pictures = new Remembered<Picture>(8)

  const schools = () => everySchool(db).execute()

  const calendarOf = (school: SchoolTable) =>
    calendars.get(`${school.id} ${school.revision}`, () =>
      loadSchoolCalendar(db, scopeOfSchool(school.id), school.id),
    )

  async function daysOf(school: SchoolTable, scope: Scope, on?: string): Promise<AtDay> {
    const calendar = await calendarOf(school)
    const today = clock.today()
    const evaluated = evaluationDay(school, calendar, today)
    const asked = on === undefined ? today : isoDate(on)
    const isToday = asked === today
    return { school, scope, calendar, today, asked, on: isToday ? evaluated : asked, isToday }
  }

  /** The school at hand of whoever asks, with the children of their scope. */
  async function atDay({ schoolId, scope }: Pick<Actor, 'schoolId' | 'scope'>, on?: string): Promise<AtDay> {
    const school = schoolId === null ? undefined : await schoolById(db, scope, schoolId).executeTakeFirst()
    if (!school) throw notSetUp()
    return daysOf(school, scope, on)
  }

  /** Brings alerts in line with today: of some children of a school, or of all when none are named. */
  const evaluate = (found: SchoolTable, childIds?: readonly string[]): Promise<void> =>
    withRowScope('every', () => bringInLine(found, childIds))

  async function bringInLine(found: SchoolTable, childIds?: readonly string[]): Promise<void> {
    const { school, scope, on } = await daysOf(found, scopeOfSchool(found.id))
    const moment = { on, at: clock.now() }
    if (childIds === undefined) await evaluateSchool(assessing, scope, school.id, moment)
    else await evaluateChildren(assessing, scope, school, moment, childIds)
  }

  async function keeping<T>(at: AtDay, write: () => Promise<T>, of: (made: T) => Written): Promise<T> {
    const whole = scopeOfSchool(at.school.id)
    const before = await loadTold(db, whole, at.school.id)
    const made = await write()
    const { childId, everybody, kind, recordId } = of(made)
    try {
      const after = await loadTold(db, whole, at.school.id)
      if (everybody || JSON.stringify(before) !== JSON.stringify(after)) await evaluate(at.school)
      else if (childId !== null) await evaluate(at.school, [childId])
    } catch (error) {
      deps.log.error({ event: 'evaluation.failed', kind, recordId, ...errorFacts(error) })
    }
    return made
  }

  return {
    schools,
    atDay,
    /** One child as at the day: only its own rows are read. Undefined when it is out of scope. */
    async oneChild({ school, scope, on, calendar }: AtDay, childId: string): Promise<Picture | undefined> {
      const picture = await assess(assessing, scope, school, on, { childIds: [childId], calendar })
      return picture.children.length === 1 ? picture : undefined
    },
    picture: ({ school, scope, on, calendar }: AtDay): Promise<Picture> =>
      pictures.get(`${scopeKey(scope)} ${on} ${school.revision}`, () =>
        assess(assessing, scope, school, on, { calendar }),
      ),
    alerts: async ({ school, scope, isToday }: AtDay): Promise<ReadonlyMap<string, AlertsByKey>> =>
      isToday ? byChildAndKey(await openAlertsOfSchool(db, scope, school.id).execute()) : new Map(),

    evaluate,

    async evaluateAll(): Promise<void> {
      for (const school of await schools()) await evaluate(school)
    },

    /** The first time on a new day: everything; the day of the last full evaluation is kept with the school. */
    async evaluateIfNewDay(): Promise<void> {
      for (const school of await schools()) {
        const { on } = await daysOf(school, scopeOfSchool(school.id))
        if (school.evaluatedOn !== on) await evaluate(school)
      }
    },

    /**
     * Runs a write of a record, then brings the alerts it concerns in line: of its child; of every child after
     * a school's own record, and when it is the first of its kind that anybody told us. The write stands even
     * if that fails; it is made good at the next full evaluation.
     */
    writing: (at: AtDay, kind: RecordKind, write: () => Promise<RecordView>): Promise<RecordView> =>
      keeping(at, write, ({ childId, id }) => ({
        childId,
        kind: kind.kind,
        recordId: id,
        everybody: kind.subject === 'school',
      })),

    /** The same for a step that writes several records of one child, or none. */
    stepping: <T>(at: AtDay, childId: string, write: () => Promise<T>): Promise<T> =>
      keeping(at, write, () => ({ childId, kind: 'consideration', recordId: childId, everybody: false })),
  }
}

export type Desk = ReturnType<typeof createDesk>
