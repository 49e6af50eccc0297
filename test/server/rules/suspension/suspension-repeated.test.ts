import { describe, expect, it } from 'vitest'
import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import type { ChildFacts, InterventionFact, SuspensionFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/suspension/suspension-repeated.ts'
import { aCare, careOf, groups } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { aMeeting, aPepHistory } from '../../../support/build/a-pep.ts'
import { aSuspension, aSuspensionHistory } from '../../../support/build/a-suspension.ts'
import { findingsOf, judge } from '../judge.ts'

const suspended = (...rows: readonly SuspensionFact[]) => aChild({ suspension: aSuspensionHistory(rows) })
const on = '2026-03-13'

/** Turns the other three lines off, so that one is seen alone. */
const alone = { inTerm: 99, inYear: 99, within: 0, termDays: 99 }

judge(rule, [
  {
    name: 'is well with one suspension of five days',
    child: suspended(aSuspension('2026-01-14', { halfDays: 10 })),
    on,
    verdict: {
      status: 'met',
      about: 'suspension:suspension-2026-01-14',
      message: 'First suspension; 5 of 45 school days this year; no review of a plan on record.',
    },
  },
  {
    name: 'fires on one suspension of more than five days',
    child: suspended(aSuspension('2026-01-14', { halfDays: 11 })),
    on,
    verdict: {
      status: 'watch',
      headline: 'One suspension this year',
      message:
        'First suspension; 5.5 of 45 school days this year; no review of a plan on record: more than 5 school days in a term. Record something different, with a day to look at it again.',
    },
  },
  {
    name: 'fires on the second in a term, and is about the latest',
    child: suspended(aSuspension('2026-01-06'), aSuspension('2026-03-10')),
    on,
    verdict: {
      status: 'watch',
      about: 'suspension:suspension-2026-03-10',
      headline: 'Two suspensions this year',
      message:
        'Second in ten weeks; 2 of 45 school days this year; no review of a plan on record: two or more in a term. Record something different, with a day to look at it again.',
    },
  },
  {
    name: 'counts lunchtimes, and names every line that is reached',
    child: suspended(
      aSuspension('2025-12-15', { halfDays: 3 }),
      aSuspension('2026-01-14', { kind: 'lunchtime', startSession: null, halfDays: 4 }),
      aSuspension('2026-03-04', { halfDays: 8 }),
    ),
    on,
    verdict: {
      status: 'watch',
      headline: 'Three suspensions this year',
      message:
        'Third in 12 weeks; 7.5 of 45 school days this year; no review of a plan on record: two or more in a term, three or more in the year, two within 20 school days and more than 5 school days in a term. Record something different, with a day to look at it again.',
    },
  },
  {
    name: 'counts two in different terms within twenty school days',
    child: suspended(aSuspension('2025-12-10'), aSuspension('2026-01-14')),
    on,
    verdict: { status: 'watch', message: /: two within 20 school days\. / },
  },
  {
    name: 'counts two exactly as far apart as the school’s line',
    child: suspended(aSuspension('2026-01-14'), aSuspension('2026-01-16')),
    on,
    options: { ...alone, within: 2 },
    verdict: { status: 'watch', message: /: two within 2 school days\. / },
  },
  {
    name: 'does not count two a school day further apart',
    child: suspended(aSuspension('2026-01-14'), aSuspension('2026-01-19')),
    on,
    options: { ...alone, within: 2 },
    verdict: 'met',
  },
  {
    name: 'counts three in the year',
    child: suspended(aSuspension('2025-09-15'), aSuspension('2025-11-20'), aSuspension('2026-03-04')),
    on,
    options: { ...alone, inYear: 3 },
    verdict: { status: 'watch', message: /: three or more in the year\. / },
  },
  {
    name: 'does not count two in the year where the line is three',
    child: suspended(aSuspension('2025-09-15'), aSuspension('2026-03-04')),
    on,
    options: { ...alone, inYear: 3 },
    verdict: 'met',
  },
  {
    name: 'counts no permanent exclusion and nothing of last year',
    child: suspended(
      aSuspension('2025-06-10'),
      aSuspension('2025-07-01'),
      aSuspension('2026-03-03'),
      aSuspension('2026-03-10', { kind: 'permanent', halfDays: null, lastDay: null, byTerm: {} }),
    ),
    on,
    verdict: { status: 'met', about: 'suspension:suspension-2026-03-03' },
  },
  {
    name: 'is not for a child who is in none of the groups today',
    child: {
      ...suspended(aSuspension('2026-01-06'), aSuspension('2026-03-10')),
      care: aCare({ now: groups('ever6'), thisYear: groups('cla', 'ever6') }),
    },
    on,
    verdict: {
      status: 'not-applicable',
      message: 'Not looked after, previously looked after or on a plan today.',
    },
  },
  {
    name: 'is not for kinship care alone',
    child: {
      ...suspended(aSuspension('2026-01-06'), aSuspension('2026-03-10')),
      care: careOf('kinship', 'ever6'),
    },
    on,
    verdict: 'not-applicable',
  },
  {
    name: 'asks nothing without a suspension',
    child: aChild(),
    on,
    verdict: { status: 'not-applicable', message: 'No suspension this academic year.' },
  },
  {
    name: 'is not known where suspensions were never recorded',
    child: aChild({ suspension: null }),
    on,
    verdict: 'no-data',
  },
])

/** Suspended in January and from Tuesday 10 March, decided on the 9th, with what was tried. */
const triedThen = (intervention: ChildFacts['intervention'], given: Partial<ChildFacts> = {}) => ({
  ...suspended(
    aSuspension('2026-01-06'),
    aSuspension('2026-03-10', { decidedAt: localMinute('2026-03-09T14:00') }),
  ),
  intervention,
  ...given,
})

const tried = (what: string, startedOn: string, given: Partial<InterventionFact> = {}): InterventionFact => ({
  id: `${what}-${startedOn}`,
  what,
  startedOn: isoDate(startedOn),
  reviewOn: isoDate('2026-04-24'),
  endedOn: null,
  outcome: null,
  suspensionId: null,
  ...given,
})

describe('something different', () => {
  const answer = (child: ChildFacts, day = on) => findingsOf(rule, { child, on: day })[0]

  it('closes the alert once it is begun after the latest suspension with a day to look again', () => {
    const finding = answer(triedThen([tried('key-adult', '2025-11-03'), tried('interim-pep', '2026-03-12')]))
    expect(finding?.status).toBe('met')
    expect(finding?.message).toMatch(
      /; plan last reviewed 1 day ago\. Something different: an interim PEP from Thu 12 March, to be looked at again on Fri 24 April\.$/,
    )
  })

  it('is not more of what was in use when the suspension was decided', () => {
    const more = [tried('key-adult', '2025-11-03'), tried('key-adult', '2026-03-12')]
    expect(answer(triedThen(more))?.status).toBe('watch')
  })

  it('may be what had ended before the suspension', () => {
    const again = [
      tried('key-adult', '2025-11-03', { endedOn: isoDate('2026-03-08') }),
      tried('key-adult', '2026-03-12'),
    ]
    expect(answer(triedThen(again))?.status).toBe('met')
  })

  it('is not what ended on the very day of the decision', () => {
    const again = [
      tried('key-adult', '2025-11-03', { endedOn: isoDate('2026-03-09') }),
      tried('key-adult', '2026-03-12'),
    ]
    expect(answer(triedThen(again))?.status).toBe('watch')
  })

  it('was not begun on the day of the decision, unless it is recorded as following it', () => {
    expect(answer(triedThen([tried('plan-review', '2026-03-09')]))?.status).toBe('watch')
    const following = tried('plan-review', '2026-03-09', { suspensionId: 'suspension-2026-03-10' })
    expect(answer(triedThen([following]))?.status).toBe('met')
    expect(answer(triedThen([tried('plan-review', '2026-03-10')]))?.status).toBe('met')
  })

  it('needs its day to be looked at again, and its own form opens to give it', () => {
    const finding = answer(triedThen([tried('adviser-visit', '2026-03-12', { reviewOn: null })]))
    expect(finding?.status).toBe('watch')
    expect(finding?.message).toMatch(/Say when a visit of the Virtual School’s adviser is looked at again\.$/)
    expect(finding?.record).toEqual({ kind: 'intervention', id: 'adviser-visit-2026-03-12' })
  })

  it('holds up to the day on which it is to be looked at again, and asks from the day after', () => {
    const child = triedThen([tried('interim-pep', '2026-03-12')])
    const days = ['2026-04-23', '2026-04-24', '2026-04-25'].map((day) => answer(child, day)?.status)
    expect(days).toEqual(['met', 'met', 'watch'])
    const finding = answer(child, '2026-04-25')
    expect(finding?.message).toMatch(
      / Say what came of an interim PEP: it was to be looked at again on Fri 24 April\.$/,
    )
    expect(finding?.record).toEqual({ kind: 'intervention', id: 'interim-pep-2026-03-12' })
  })

  it('holds on once it is recorded what came of it, and says so without more', () => {
    const child = triedThen([tried('interim-pep', '2026-03-12', { outcome: 'helps-a-little' })])
    for (const day of ['2026-04-24', '2026-04-25'])
      expect(answer(child, day)?.message).toMatch(
        / Something different: an interim PEP from Thu 12 March; looked at again, it helps a little\.$/,
      )
  })

  it('does not hold once it is recorded that it does not help', () => {
    const child = triedThen([tried('interim-pep', '2026-03-12', { outcome: 'does-not-help' })])
    const finding = answer(child)
    expect(finding?.status).toBe('watch')
    expect(finding?.message).toMatch(/ Record something different, with a day to look at it again\.$/)
    expect(finding?.record).toBeUndefined()
  })

  it('does not hold where it ended by the day to look at it again and nobody said what came of it', () => {
    const ended = (endedOn: string, given: Partial<InterventionFact> = {}) =>
      answer(triedThen([tried('interim-pep', '2026-03-12', { endedOn: isoDate(endedOn), ...given })]))
    expect(['2026-04-23', '2026-04-24', '2026-04-25'].map((day) => ended(day)?.status)).toEqual([
      'watch',
      'watch',
      'met',
    ])
    expect(ended('2026-04-23')?.message).toMatch(
      / Say what came of an interim PEP: it ended on Thu 23 April\.$/,
    )
    expect(ended('2026-04-23', { outcome: 'helps' })?.status).toBe('met')
  })

  it('is not what is begun, looked at and over on one day, whatever came of it', () => {
    const oneDay = (reviewOn: string, outcome: InterventionFact['outcome'] = 'helps') =>
      answer(
        triedThen([
          tried('risk-assessment', '2026-03-12', {
            reviewOn: isoDate(reviewOn),
            endedOn: isoDate('2026-03-12'),
            outcome,
          }),
        ]),
      )
    expect(oneDay('2026-03-12')?.status).toBe('watch')
    expect(oneDay('2026-03-12')?.message).toMatch(/ Say when a risk assessment is looked at again\.$/)
    expect(oneDay('2026-03-13', null)?.status).toBe('watch')
    expect(oneDay('2026-03-13')?.status).toBe('met')
  })

  it('holds by one of several, though another was not looked at', () => {
    const several = [
      tried('risk-assessment', '2026-03-10', { reviewOn: isoDate('2026-03-11') }),
      tried('interim-pep', '2026-03-12'),
    ]
    expect(answer(triedThen(several))?.status).toBe('met')
  })

  it('is needed anew after the next suspension', () => {
    const child = {
      ...suspended(
        aSuspension('2026-01-06'),
        aSuspension('2026-03-10', { decidedAt: localMinute('2026-03-09T14:00') }),
      ),
      intervention: [tried('interim-pep', '2026-01-12')],
    }
    expect(answer(child)?.status).toBe('watch')
  })

  it('says when the plan was last reviewed, by a PEP too', () => {
    const pep = aPepHistory([aMeeting('2025-12-13')])
    expect(answer(triedThen([], { pep }))?.message).toMatch(
      /; plan last reviewed 90 days ago: two or more in a term\./,
    )
    expect(answer(triedThen([tried('plan-review', '2026-03-01')], { pep }))?.message).toMatch(
      /; plan last reviewed 12 days ago:/,
    )
  })

  it('is offered step by step, and the form opens on the next step', () => {
    const finding = answer(triedThen([tried('plan-review', '2026-02-02')]))
    expect(finding?.prefill).toEqual({ suspensionId: 'suspension-2026-03-10', what: 'interim-pep' })
    const steps = finding?.evidence?.filter(({ label }) => label.startsWith('Step ')) ?? []
    expect(steps.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Step 1: Review the plan and the risk assessment: begun Mon 2 February',
      'Step 2: Hold an interim PEP: not on record',
      'Step 3: Ask the Virtual School’s adviser to visit: not on record',
      'Step 4: Ask for an early review of needs and of any plan for them: not on record',
      'Step 5: Look at alternative provision: not on record',
    ])
  })

  it.each([
    ['cla', 'the Virtual School', 'interim-pep'],
    ['cp', 'the social worker', 'adviser-visit'],
    ['previouslyCla', 'the parents', 'adviser-visit'],
  ] as const)('is, for a child who is %s, talked about first with %s', (group, who, what) => {
    const finding = answer(triedThen([tried('plan-review', '2026-02-02')], { care: careOf(group) }))
    expect(finding?.evidence?.at(-1)).toEqual({ label: 'Talk first to', value: who })
    expect(finding?.prefill?.['what']).toBe(what)
  })

  it('is not asked for by a suspension that was cancelled before it began', () => {
    const undone = aSuspension('2026-03-10', { halfDays: 0, cancelledAt: localMinute('2026-03-09T16:00') })
    expect(answer(suspended(aSuspension('2026-01-06'), undone))?.status).toBe('met')
  })
})
