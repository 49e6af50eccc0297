import { expect, it } from 'vitest'
import type { OpenDatabase } from '../../../db/connect.ts'
import { alertsOfSchool } from '../../../db/queries/alert.ts'
import { childrenOfSchool } from '../../../db/queries/child.ts'
import { findingDaysOfSchool } from '../../../db/queries/finding-day.ts'
import { removeRecord } from '../../../db/queries/record.ts'
import { everySchool } from '../../../db/queries/school.ts'
import { inTransaction } from '../../../db/in-transaction.ts'
import { scopeOfSchool } from '../../../server/access/scope.ts'
import { evaluateSchool } from '../../../server/alerts/evaluate.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { loadRules } from '../../../server/engine/load-rules.ts'
import { bringSampleIn } from '../../support/an-app.ts'
import { describeBothDatabases } from '../../support/databases.ts'

const rules = await loadRules()
const moment = (day: string) => ({ on: isoDate(day), at: `${day}T09:30:00.000Z` })

async function sample(database: OpenDatabase) {
  await bringSampleIn(database, (name) => !name.startsWith('session-marks'))
  const { db } = database
  const school = () => everySchool(db).executeTakeFirstOrThrow()
  const { id } = await school()
  const scope = scopeOfSchool(id)
  return {
    db,
    scope,
    schoolId: id,
    school,
    alerts: () => alertsOfSchool(db, scope, id).execute(),
    evaluate: (day = '2026-03-13') => evaluateSchool({ db, rules }, scope, id, moment(day)),
  }
}

describeBothDatabases('a full evaluation', (open) => {
  it('raises what today’s findings ask for, and counts them for the day', async () => {
    const { db, scope, schoolId, alerts, evaluate, school } = await sample(await open())
    await evaluate()
    const raised = await alerts()
    expect(raised.length).toBeGreaterThan(50)
    expect(new Set(raised.map(({ state, version }) => `${state} ${version}`))).toEqual(new Set(['open 1']))
    const counts = await findingDaysOfSchool(db, scope, schoolId, '2026-03-13', '2026-03-13').execute()
    const broken = counts
      .filter(({ status }) => status === 'breach')
      .reduce((sum, { count }) => sum + count, 0)
    expect(broken).toBe(raised.filter(({ status }) => status === 'breach').length)
    expect((await school()).evaluatedOn).toBe('2026-03-13')
  })

  it('writes nothing the second time, so that what was worked out before still holds', async () => {
    const { alerts, evaluate, school } = await sample(await open())
    await evaluate()
    const [before, { revision }] = [await alerts(), await school()]
    await evaluate()
    expect(await alerts()).toEqual(before)
    expect((await school()).revision).toBe(revision)
  })

  it('comes to the same when two run at once', async () => {
    const { alerts, evaluate } = await sample(await open())
    await Promise.all([evaluate(), evaluate()])
    const raised = await alerts()
    expect(new Set(raised.map(({ version }) => version))).toEqual(new Set([1]))
    expect(new Set(raised.map(({ childId, ruleId, about }) => `${childId} ${ruleId} ${about}`)).size).toBe(
      raised.length,
    )
  })

  it('closes what is open on a child whose record was a mistake', async () => {
    const { db, scope, schoolId, alerts, evaluate } = await sample(await open())
    await evaluate()
    const children = await childrenOfSchool(db, scope, schoolId).execute()
    const child = children.find(({ surname }) => surname === 'Taylor')!
    const change = { at: '2026-03-13T10:00:00.000Z', changedBy: 'Sam Teacher', reason: 'Entered twice.' }
    await inTransaction(db, (trx) => removeRecord(trx, scope, 'child', child.id, child.version, change))
    await evaluate()
    const states = (await alerts()).filter(({ childId }) => childId === child.id).map(({ state }) => state)
    expect(states.length).toBeGreaterThan(3)
    expect(new Set(states)).toEqual(new Set(['closed']))
  })

  it('of another day turns what was due into what is broken, and keeps what was counted', async () => {
    const { db, scope, schoolId, alerts, evaluate } = await sample(await open())
    await evaluate('2026-03-13')
    await evaluate('2026-04-06')
    const spring = (await alerts()).filter(
      ({ about, ruleId }) => ruleId === 'termly-pep-missing' && about === '2025/26 spring',
    )
    expect(new Set(spring.map(({ status, state }) => `${status} ${state}`))).toContain('breach open')
    const days = await findingDaysOfSchool(db, scope, schoolId, '2026-03-01', '2026-04-30').execute()
    expect([...new Set(days.map(({ foundOn }) => foundOn))]).toEqual(['2026-03-13', '2026-04-06'])
  })
})
