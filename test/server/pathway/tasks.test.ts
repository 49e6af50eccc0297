import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import type { LoadedRule } from '../../../server/engine/load-rules.ts'
import type { RuleFinding } from '../../../server/engine/run-rules.ts'
import { tasksOf } from '../../../server/pathway/tasks.ts'

const rule = (given: Partial<LoadedRule> = {}): LoadedRule => ({
  id: 'parent-not-told',
  area: 'suspension',
  title: 'Parent told',
  breachTitle: 'Parent not told',
  watchTitle: 'Parent to be told',
  why: '',
  action: { text: 'Tell the parent.', label: 'Record the notice', form: 'contact' },
  severity: 'high',
  duty: {
    owner: 'headteacher',
    force: 'must',
    source: 'exclusions-2012',
    place: 'reg 5',
    from: '2012-09-01',
  },
  groups: 'everyone',
  needs: [],
  options: {},
  check: () => [],
  ...given,
})

const rules = new Map([
  ['parent-not-told', rule()],
  ['board-not-told', rule({ id: 'board-not-told', title: 'Board told', breachTitle: 'Board not told' })],
  ['work-not-set', rule({ id: 'work-not-set', action: { text: '', label: 'Record it', form: 'provision' } })],
  [
    'sixth-day-education',
    rule({ id: 'sixth-day-education', action: { text: '', label: 'Open the child’s page' } }),
  ],
  ...[
    'local-authority-not-told',
    'education-notice-late',
    'education-details-late',
    'board-decision-not-told',
  ].map((id) => [id, rule({ id })] as const),
])

const finding = (ruleId: string, given: Partial<RuleFinding> = {}): RuleFinding => ({
  ruleId,
  status: 'due',
  about: 'suspension:s-1',
  message: 'So it stands.',
  ...given,
})

const tasks = (...findings: readonly RuleFinding[]) => tasksOf('s-1', findings, rules, [], () => null)

describe('the tasks of a suspension', () => {
  it('stand broken first, then due, soonest first, watched, not recorded, done', () => {
    const order = tasks(
      finding('parent-not-told', { status: 'met' }),
      finding('board-not-told', { status: 'no-data' }),
      finding('work-not-set', { status: 'due', dueOn: isoDate('2026-03-17') }),
      finding('education-notice-late', { status: 'due', dueOn: isoDate('2026-03-16') }),
      finding('sixth-day-education', { status: 'watch' }),
      finding('parent-not-told', { status: 'breach', about: 'suspension:s-1:again' }),
    )
    expect(order.map(({ status, dueOn }) => [status, dueOn])).toEqual([
      ['breach', null],
      ['due', '2026-03-16'],
      ['due', '2026-03-17'],
      ['watch', null],
      ['no-data', null],
      ['met', null],
    ])
  })

  it('are of this suspension alone, and no duties that do not exist', () => {
    expect(
      tasks(
        finding('parent-not-told', { about: 'suspension:s-2' }),
        finding('parent-not-told', { about: 'suspension:s-12' }),
        finding('parent-not-told', { status: 'not-applicable' }),
        finding('parent-not-told', { status: 'error' }),
        finding('rule-of-another-day'),
      ),
    ).toEqual([])
  })

  it('open the form of their rule filled in, with their letter and alert', () => {
    const found = tasksOf(
      's-1',
      [
        finding('parent-not-told', {
          status: 'breach',
          final: true,
          prefill: { withRole: 'parent', purpose: 'suspension-notice' },
        }),
      ],
      rules,
      [
        { id: 'alert-2', ruleId: 'parent-not-told', about: 'suspension:s-2' },
        { id: 'alert-1', ruleId: 'parent-not-told', about: 'suspension:s-1' },
      ],
      ({ status }, kind) => (status === 'breach' && kind === 'school' ? -2 : null),
    )
    expect(found).toEqual([
      {
        ruleId: 'parent-not-told',
        title: 'Parent not told',
        message: 'So it stands.',
        status: 'breach',
        final: true,
        dueOn: null,
        since: null,
        distance: -2,
        dayKind: 'school',
        owner: 'headteacher',
        force: 'must',
        source: {
          id: 'exclusions-2012',
          title: 'Exclusions Regulations 2012',
          url: 'https://www.legislation.gov.uk/uksi/2012/1033',
          place: 'reg 5',
        },
        alertId: 'alert-1',
        form: 'contact',
        formLabel: 'Record the notice',
        prefill: { suspensionId: 's-1', withRole: 'parent', purpose: 'suspension-notice' },
        record: null,
        letter: 'parent',
      },
    ])
  })

  it('have the letter of their purpose, and none where no letter does it', () => {
    const letter = (ruleId: string, prefill: Record<string, string> = {}) =>
      tasks(finding(ruleId, { prefill }))[0]?.letter
    expect(letter('board-not-told')).toBe('governing-board')
    expect(letter('education-notice-late')).toBe('education')
    expect(letter('education-details-late')).toBe('education-details')
    expect(letter('board-decision-not-told')).toBe('board-decision')
    expect(letter('work-not-set', { purpose: 'cancellation-notice' })).toBe('cancellation')
    const board = { purpose: 'cancellation-notice', withRole: 'governing-board' }
    expect(letter('work-not-set', board)).toBe('board-cancellation')
    expect(letter('work-not-set')).toBeNull()
    const toHome = (prefill?: Record<string, string>) =>
      tasks(
        finding('local-authority-not-told', {
          about: 'suspension:s-1:home-authority',
          ...(prefill && { prefill }),
        }),
      )[0]?.letter
    expect(toHome({ withRole: 'home-authority', purpose: 'suspension-notice' })).toBe('home-authority')
    expect(toHome()).toBeNull()
  })

  it('say their own words, else the rule’s for kept and for broken', () => {
    const title = (given: Partial<RuleFinding>) => tasks(finding('parent-not-told', given))[0]?.title
    expect(title({ headline: 'Parent told late' })).toBe('Parent told late')
    expect(title({ status: 'watch' })).toBe('Parent to be told')
    expect(title({ status: 'met' })).toBe('Parent told')
  })
})
