import { Hono } from 'hono'
import { z } from 'zod'
import { inTransaction } from '../../../db/in-transaction.ts'
import { appendAuditEvents } from '../../../db/queries/audit-event.ts'
import { bumpRevision, setRuleOptions } from '../../../db/queries/school.ts'
import { readsRows } from '../../access/pages.ts'
import { ruleOptionsOf } from '../../alerts/rule-options.ts'
import { anyLine } from '../../engine/rule.ts'
import type { Deps } from '../deps.ts'
import type { Desk } from '../desk.ts'
import { actorOf, changeOf } from '../http/access.ts'
import { body, onQuery, query } from '../http/checked.ts'
import { described } from '../http/described.ts'
import { badFields } from '../http/refusal.ts'
import { schoolView } from '../views/school.ts'

const options = z.strictObject({
  /** By rule id and option name; null goes back to the usual value. */
  options: z.record(z.string().max(80), z.record(z.string().max(80), z.int().nullable())),
})

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
      const { least, most } = { ...anyLine, ...rule.options[name] }
      if (value !== null && (value < least || value > most))
        throw badFields([{ field: `options.${ruleId}.${name}`, message: `Choose from ${least} to ${most}.` }])
      const own = (next[ruleId] ??= {})
      if (value === null) delete own[name]
      else own[name] = value
    }
  }
  return JSON.stringify(next)
}

/** The school itself: what stands above every page, its local choices. */
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
        const actor = actorOf(c)
        if (actor.schoolId === null) return c.json({ setUp: false as const, today: clock.today() }, 200)
        const at = await desk.atDay(actor, c.req.valid('query').on)
        return c.json(schoolView(await desk.picture(at), at, readsRows(actor.role, [10])), 200)
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
        const { school, scope } = await desk.atDay(actorOf(c))
        const chosen = laidOver(ruleOptionsOf(school), c.req.valid('json').options, rules)
        await inTransaction(db, async (trx) => {
          await bumpRevision(trx, scope, school.id).execute()
          await setRuleOptions(trx, scope, school.id, chosen).execute()
          const { at, changedBy, by } = changeOf(c, clock.now())
          const what = { action: 'school.options', schoolId: school.id }
          await appendAuditEvents(trx, [{ ...by, at, changedBy, ...what }])
        })
        await desk.evaluate(school)
        return c.json({ options: ruleOptionsOf({ ruleOptions: chosen }) }, 200)
      },
    )
