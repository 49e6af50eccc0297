import { Hono } from 'hono'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { inTransaction } from '../../../db/in-transaction.ts'
import { insertAuditEvents } from '../../../db/queries/audit-event.ts'
import { bumpRevision, everySchool, setRuleOptions } from '../../../db/queries/school.ts'
import type { Database } from '../../../db/schema.ts'
import { ruleOptionsOf } from '../../alerts/assess.ts'
import { setUpSchool } from '../../import/set-up-school.ts'
import { THIS_COMPUTER, type Deps } from '../deps.ts'
import type { Desk } from '../desk.ts'
import { body, onQuery, query } from '../http/checked.ts'
import { described } from '../http/described.ts'
import { badFields, Refusal } from '../http/refusal.ts'
import { schoolView } from '../views/school.ts'

const newSchool = z.strictObject({
  name: z.string().trim().min(1, 'Write the school’s name').max(200),
  urn: z.string().regex(/^\d{6}$/, 'A URN is six digits'),
  laestab: z
    .string()
    .regex(/^\d{3}\/?\d{4}$/, 'The number of authority and school is seven digits, such as 919/4999'),
  phase: z.enum(['nursery', 'primary', 'secondary', 'all-through', 'special', 'pru', 'other']),
  /** A name or code of those that `/api/authorities` lists, or the name of another one. */
  authority: z.string().trim().min(1, 'Choose the school’s local authority').max(120),
})

const options = z.strictObject({
  /** By rule id and option name; null goes back to the usual value. */
  options: z.record(z.string().max(80), z.record(z.string().max(80), z.int().min(0).max(1000).nullable())),
})

const audit = (schoolId: string, at: string, action: string) => ({
  id: crypto.randomUUID(),
  schoolId,
  at,
  changedBy: THIS_COMPUTER,
  action,
  childId: null,
  kind: null,
  recordId: null,
  reason: null,
})

/** Sets the installation's one school up; false when there is one already. */
async function setUp(db: Kysely<Database>, given: z.infer<typeof newSchool>, at: string): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    if (await everySchool(trx).executeTakeFirst()) return false
    const school = await setUpSchool(trx, {
      ...given,
      laestab: given.laestab.replace('/', ''),
      authority: { name: given.authority, code: null },
    })
    await insertAuditEvents(trx, [audit(school.id, at, 'school.set-up')])
    return true
  })
}

/** The chosen values laid over those chosen before; refuses a rule or an option that does not exist. */
function laidOver(
  before: Readonly<Record<string, Readonly<Record<string, number>>>>,
  chosen: z.infer<typeof options>['options'],
  rules: Deps['rules'],
): string {
  const next: Record<string, Record<string, number>> = structuredClone(before)
  for (const [ruleId, values] of Object.entries(chosen)) {
    const rule = rules.find(({ id }) => id === ruleId)
    for (const [name, value] of Object.entries(values)) {
      if (!rule || !Object.hasOwn(rule.options, name))
        throw badFields([
          { field: `options.${ruleId}.${name}`.slice(0, 80), message: 'There is no such choice.' },
        ])
      const own = (next[ruleId] ??= {})
      if (value === null) delete own[name]
      else own[name] = value
    }
  }
  return JSON.stringify(next)
}

/** The school itself: what stands above every page, its first set-up, its local choices. */
export const schoolRoutes = ({ db, clock, rules }: Deps, desk: Desk) =>
  new Hono()
    .get(
      '/school',
      described({
        summary: 'The school, the day, and where that day lies in the year',
        tag: 'school',
        answer: '`setUp: false` on an empty installation.',
      }),
      query(onQuery),
      async (c) => {
        if (!(await desk.findSchool())) return c.json({ setUp: false as const, today: clock.today() }, 200)
        const at = await desk.atDay(c.req.valid('query').on)
        return c.json(schoolView(await desk.picture(at), at), 200)
      },
    )
    .post(
      '/school',
      described({ summary: 'Set the school up, once', tag: 'school', answer: 'The school.' }),
      body(newSchool),
      async (c) => {
        if (!(await setUp(db, c.req.valid('json'), clock.now())))
          throw new Refusal(409, { code: 'set-up-already', message: 'This installation has its school.' })
        const at = await desk.atDay()
        return c.json(schoolView(await desk.picture(at), at), 201)
      },
    )
    .put(
      '/school/options',
      described({
        summary: 'Change local choices of rules; null goes back to the usual value',
        tag: 'school',
        answer: 'All local choices.',
      }),
      body(options),
      async (c) => {
        const { school, scope } = await desk.atDay()
        const chosen = laidOver(ruleOptionsOf(school), c.req.valid('json').options, rules)
        await inTransaction(db, async (trx) => {
          await bumpRevision(trx, scope, school.id).execute()
          await setRuleOptions(trx, scope, school.id, chosen).execute()
          await insertAuditEvents(trx, [audit(school.id, clock.now(), 'school.options')])
        })
        await desk.evaluate()
        return c.json({ options: ruleOptionsOf({ ruleOptions: chosen }) }, 200)
      },
    )
