import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import { everySchool } from '../../db/queries/school.ts'
import { scopeOfSchool } from '../../server/access/scope.ts'
import { assess } from '../../server/alerts/assess.ts'
import { isoDate } from '../../server/calendar/iso-date.ts'
import { loadRules } from '../../server/engine/load-rules.ts'
import type { RuleFinding } from '../../server/engine/run-rules.ts'
import { readFiles } from '../../server/import/read-files.ts'
import { runImport } from '../../server/import/run-import.ts'
import { aClock } from '../support/a-clock.ts'

/** What the sample's expected picture says of one child, as far as findings answer it. */
interface ExpectedChild {
  on_roll: boolean
  attendance: {
    possible: number
    absence_fraction: string
    persistent: boolean
    severe: boolean
    small_base: boolean
    ten_unauthorised_reached: boolean
  }
  pep: {
    years: Record<string, { terms: Record<string, { state: string }> }>
    first_pep: { spell_start: string; initiated: string; available: string }[]
    meetings: { held_on: string; missing_roles: string[]; child_views: boolean }[]
  }
}

const sample = fileURLToPath(new URL('./sample/', import.meta.url))
const expected = (
  JSON.parse(readFileSync(join(sample, 'expected.json'), 'utf8')) as { children: Record<string, ExpectedChild> }
).children

const statusOf: Readonly<Record<string, string>> = {
  held: 'met',
  met: 'met',
  due: 'due',
  overdue: 'breach',
  late: 'breach',
  'not-required': 'not-applicable',
}

const outside = 'Not a duty for this child’s group.'
const findings = new Map<string, readonly RuleFinding[]>()

beforeAll(async () => {
  const names = readdirSync(sample).filter((name) => !['expected.json', 'README.md'].includes(name))
  const read = await readFiles(names.map((name) => ({ name, bytes: readFileSync(join(sample, name)) })))
  const database = await openDatabase({ kind: 'sqlite', file: ':memory:' })
  try {
    await migrate(database)
    const { db } = database
    await runImport({ db, clock: aClock('2026-03-13'), scopeOf: scopeOfSchool, changedBy: 'test' }, read)
    const school = await everySchool(db).executeTakeFirstOrThrow()
    const onRuleError = (_rule: string, _child: string, error: unknown) => {
      throw error
    }
    const deps = { db, rules: await loadRules(), onRuleError }
    const picture = await assess(deps, scopeOfSchool(school.id), school, isoDate('2026-03-13'))
    for (const child of picture.children) findings.set(child.row.upn, child.findings)
  } finally {
    await database.close()
  }
})

const of = (upn: string, ruleId: string) =>
  (findings.get(upn) ?? []).filter((finding) => finding.ruleId === ruleId)
/** Statuses by what they are about. */
const byAbout = (upn: string, ruleId: string) =>
  Object.fromEntries(of(upn, ruleId).map(({ about, status }) => [about, status]))

describe('the findings of the sample school', () => {
  it('answer for every child of the picture', () => {
    expect([...findings.keys()].toSorted()).toEqual(Object.keys(expected).toSorted())
  })

  it.each(Object.entries(expected))('agree with the expected plans of %s', (upn, { pep }) => {
    const terms = Object.entries(pep.years['2025/26']?.terms ?? {})
    const states = terms.map(([term, { state }]) => [`2025/26 ${term}`, statusOf[state]])
    if (states.some(([, state]) => state !== 'not-applicable'))
      expect(byAbout(upn, 'termly-pep-missing')).toEqual(Object.fromEntries(states))
    else expect(of(upn, 'termly-pep-missing').every(({ status }) => status === 'not-applicable')).toBe(true)

    for (const { spell_start, initiated, available } of pep.first_pep) {
      const about = `care since ${spell_start}`
      expect(byAbout(upn, 'initial-pep-not-held')[about]).toBe(statusOf[initiated])
      expect(byAbout(upn, 'initial-pep-not-ready')[about]).toBe(statusOf[available])
    }

    const thisYear = pep.meetings.filter(({ held_on }) => held_on >= '2025-09-01')
    const broken = (ruleId: string) => of(upn, ruleId).filter(({ status }) => status === 'breach').length
    expect(broken('pep-quorum-missing')).toBe(thisYear.filter((each) => each.missing_roles.length > 0).length)
    expect(broken('pep-views-missing')).toBe(thisYear.filter((each) => !each.child_views).length)
  })

  it.each(Object.entries(expected))('agree with the expected attendance of %s', (upn, child) => {
    const { persistent, severe, small_base, ten_unauthorised_reached, absence_fraction } = child.attendance
    const [headline] = of(upn, 'persistent-absence').map((finding) => finding.headline ?? '')
    const [severeHeadline] = of(upn, 'severe-absence').map((finding) => finding.headline ?? '')
    // A child in none of the groups stands in no list.
    const asked = of(upn, 'persistent-absence')[0]?.message !== outside
    const counted = child.on_roll && asked && !small_base
    expect(headline?.startsWith('Persistent absence')).toBe(counted && persistent)
    expect(severeHeadline?.startsWith('Severe absence')).toBe(counted && severe)
    if (of(upn, 'persistent-absence')[0]?.status === 'watch') {
      const [absent, possible] = absence_fraction.split('/')
      expect(of(upn, 'persistent-absence')[0]?.message).toContain(`${absent} of ${possible} sessions missed`)
    }
    const reached = of(upn, 'ten-unauthorised-sessions').some(({ about }) => about.startsWith('reached'))
    expect(reached).toBe(child.on_roll && asked && ten_unauthorised_reached)
  })

  it('fire no PEP rule for a child who was not looked after this year', () => {
    const never = Object.keys(expected).filter((upn) =>
      of(upn, 'three-peps-missing').some(({ message }) => message === outside),
    )
    expect(never.length).toBeGreaterThan(10)
    for (const upn of never)
      for (const finding of findings.get(upn) ?? [])
        if (finding.ruleId.includes('pep-') || finding.ruleId.includes('-peps'))
          expect(finding.status).toBe('not-applicable')
  })
})
