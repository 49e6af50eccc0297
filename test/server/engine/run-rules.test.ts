import { describe, expect, it } from 'vitest'
import { academicYearOf } from '../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { breach, due, met, type Finding } from '../../../server/engine/finding.ts'
import { defineRule, type Rule } from '../../../server/engine/rule.ts'
import { prepareRules, type RunContext } from '../../../server/engine/run-rules.ts'
import { aCalendar } from '../../support/build/a-calendar.ts'
import { careOf } from '../../support/build/a-care.ts'
import { aChild } from '../../support/build/a-child.ts'

const day = isoDate('2026-03-13')

const context = (given: Partial<RunContext> = {}): RunContext => ({
  on: day,
  year: academicYearOf(given.on ?? day),
  calendar: aCalendar(),
  options: {},
  ...given,
})

const aRule = (given: Partial<Rule> = {}): Rule => ({
  ...defineRule({
    id: 'lunch-missing',
    title: 'Lunch is served',
    breachTitle: 'Lunch is missing',
    why: 'Children eat.',
    action: { text: 'Serve lunch.', label: 'Serve lunch' },
    severity: 'low',
    duty: { owner: 'headteacher', force: 'local', source: 'local-policy', from: '2024-09-01' },
    groups: 'everyone',
    needs: ['pep'],
    options: { portions: { label: 'Portions', unit: 'portions', value: 2 } },
    check: ({ pep }, { options }) =>
      pep.meetings.length < options.portions ? breach('', 'Too few.') : met('', 'Enough.'),
  }),
  ...given,
})

const answers = (rules: readonly Rule[], given: Partial<RunContext> = {}, child = aChild()) =>
  prepareRules(
    rules,
    context(given),
  )(child).map(({ ruleId, status, message }) => ({ ruleId, status, message }))

const statuses = (rules: readonly Rule[], given: Partial<RunContext> = {}, child = aChild()) =>
  answers(rules, given, child).map(({ status }) => status)

describe('a rule in force', () => {
  const rule = aRule({
    duty: {
      owner: 'headteacher',
      force: 'local',
      source: 'local-policy',
      from: '2025-09-01',
      to: '2026-03-13',
    },
  })

  it('says nothing on the day before it holds', () => {
    expect(statuses([rule], { on: isoDate('2025-08-31') })).toEqual([])
  })

  it('answers on its first and on its last day', () => {
    expect(statuses([rule], { on: isoDate('2025-09-01') })).toEqual(['breach'])
    expect(statuses([rule], { on: isoDate('2026-03-13') })).toEqual(['breach'])
  })

  it('says nothing on the day after its last', () => {
    expect(statuses([rule], { on: isoDate('2026-03-14') })).toEqual([])
  })
})

describe('groups', () => {
  const forLookedAfter = aRule({ groups: ['cla'] })

  it('keep a duty from a child who was in none of them this year', () => {
    expect(answers([forLookedAfter], {}, aChild({ care: careOf('cin', 'ever6') }))).toEqual([
      { ruleId: 'lunch-missing', status: 'not-applicable', message: 'Not a duty for this child’s group.' },
    ])
  })

  it('keep it on a child who was in one earlier in the year', () => {
    const care = { ...careOf('ever6'), thisYear: careOf('cla', 'ever6').now }
    expect(statuses([forLookedAfter], {}, aChild({ care }))).toEqual(['breach'])
  })

  it('say that no care status is recorded when nobody told us any', () => {
    expect(answers([forLookedAfter], {}, aChild({ care: null }))).toEqual([
      {
        ruleId: 'lunch-missing',
        status: 'not-applicable',
        message: 'No care status is recorded for this child.',
      },
    ])
  })
})

describe('missing facts', () => {
  it('give no data, and never met', () => {
    expect(answers([aRule()], {}, aChild({ pep: null }))).toEqual([
      {
        ruleId: 'lunch-missing',
        status: 'no-data',
        message: 'No PEP has been recorded or imported at this school yet.',
      },
    ])
  })

  it('do not matter to a rule that did not ask for them', () => {
    expect(statuses([aRule()], {}, aChild({ attendance: null }))).toEqual(['breach'])
  })
})

describe('options', () => {
  it('are the rule’s own until the school chooses', () => {
    expect(statuses([aRule()])).toEqual(['breach'])
    expect(statuses([aRule()], { options: { 'lunch-missing': { portions: 0 } } })).toEqual(['met'])
  })

  it('of another rule, or that the rule does not have, change nothing', () => {
    expect(statuses([aRule()], { options: { 'dinner-missing': { portions: 0 } } })).toEqual(['breach'])
    expect(statuses([aRule()], { options: { 'lunch-missing': { spoons: 0 } } })).toEqual(['breach'])
  })
})

describe('a rule that throws', () => {
  const broken = aRule({
    id: 'soup-missing',
    check() {
      throw new Error('spilt')
    },
  })

  it('is an error of that rule alone', () => {
    expect(statuses([broken, aRule()])).toEqual(['error', 'breach'])
  })

  it('is told with the rule, the child and the error, none of which reach the finding', () => {
    const told: unknown[] = []
    const onError: NonNullable<RunContext['onError']> = (...args) => told.push(args)
    expect(answers([broken], { onError })[0]?.message).toBe(
      'This could not be worked out. The reference is in the server’s log.',
    )
    expect(told).toEqual([['soup-missing', 'child-1', new Error('spilt')]])
  })
})

describe('several findings', () => {
  const answering = (found: readonly Finding[]) => aRule({ check: () => found })

  it('stand one after the other with the rule’s id', () => {
    const found = [due('autumn', 'To hold.'), met('spring', 'Held.')]
    expect(prepareRules([answering(found)], context())(aChild())).toEqual([
      { ruleId: 'lunch-missing', status: 'due', about: 'autumn', message: 'To hold.' },
      { ruleId: 'lunch-missing', status: 'met', about: 'spring', message: 'Held.' },
    ])
  })

  it('that a rule keeps and gives again, as two rules may, are never mixed up', () => {
    const kept = [met('', 'Kept.')]
    const other = aRule({ id: 'soup-missing', check: () => kept })
    const run = prepareRules([answering(kept), other], context())
    for (const child of [aChild(), aChild()])
      expect(run(child).map(({ ruleId }) => ruleId)).toEqual(['lunch-missing', 'soup-missing'])
    expect(run(aChild())[0]).not.toBe(run(aChild())[0])
  })

  it('of which there are none say that there is nothing to check', () => {
    expect(answers([answering([])])).toEqual([
      { ruleId: 'lunch-missing', status: 'not-applicable', message: 'There is nothing to check.' },
    ])
  })
})
