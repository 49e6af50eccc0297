import { describe, expect, it } from 'vitest'
import type { AlertTable } from '../../../../db/tables/alert.ts'
import { alertKey } from '../../../../server/alerts/reconcile-alerts.ts'
import type { AssessedChild } from '../../../../server/alerts/picture.ts'
import type { AlertsByKey, Card } from '../../../../server/api/views/card.ts'
import { todayView } from '../../../../server/api/views/today.ts'
import { aFinding, anAssessedChild, aPicture, aRule } from '../../../support/build/a-picture.ts'

const rules = new Map(
  [
    aRule('grave', { severity: 'high' }),
    aRule('plain'),
    aRule('slight', { severity: 'low', area: 'attendance' }),
    aRule('watched', { watchTitle: 'watched: near or over' }),
    aRule('working', { counts: 'working days' }),
  ].map((rule) => [rule.id, rule]),
)

const alert = (childId: string, given: Partial<AlertTable>): AlertTable => ({
  id: `alert of ${childId}`,
  schoolId: 'school-1',
  childId,
  ruleId: 'plain',
  about: '',
  status: 'breach',
  state: 'open',
  dueOn: null,
  raisedAt: '2026-03-01T00:00:00.000Z',
  seenAt: null,
  answer: null,
  note: null,
  askAgainOn: null,
  closedAt: null,
  version: 4,
  ...given,
})

const view = (children: readonly AssessedChild[], alerts: readonly AlertTable[] = [], on = '2026-03-13') => {
  const picture = aPicture(children, on)
  const byChild = new Map<string, AlertsByKey>(
    alerts.map((each) => [each.childId, new Map([[alertKey(each), each]])]),
  )
  return todayView(picture, rules, byChild, { on: picture.on })
}
const line = ({ child, title }: Card) => `${child.name}: ${title}`
const lines = (groups: readonly { cards: readonly Card[] }[]) =>
  groups.map(({ cards }) => cards.map(line).join(' + '))

describe('what must be done', () => {
  it('is broken by gravity and age, due by day, to be watched by gravity', () => {
    const { groups } = view([
      anAssessedChild('Ada', [aFinding('plain', 'breach', { since: '2026-01-05' })]),
      anAssessedChild('Ben', [
        aFinding('plain', 'breach', { since: '2025-12-01' }),
        aFinding('grave', 'breach', { since: '2026-03-01' }),
        aFinding('slight', 'watch'),
      ]),
      anAssessedChild('Cay', [
        aFinding('plain', 'due', { dueOn: '2026-03-20' }),
        aFinding('slight', 'due', { dueOn: '2026-03-16' }),
        aFinding('grave', 'watch'),
      ]),
    ])
    expect(lines(groups.breach)).toEqual([
      'Ben Example: grave broken',
      'Ben Example: plain broken',
      'Ada Example: plain broken',
    ])
    expect(lines(groups.due)).toEqual(['Cay Example: slight kept', 'Cay Example: plain kept'])
    expect(lines(groups.watch)).toEqual(['Cay Example: grave broken', 'Ben Example: slight broken'])
  })

  it('is broken and can still be mended before what nothing can undo, of one gravity', () => {
    const { groups } = view([
      anAssessedChild('Ada', [{ ...aFinding('grave', 'breach', { since: '2025-11-03' }), final: true }]),
      anAssessedChild('Ben', [aFinding('grave', 'breach', { since: '2026-03-02' })]),
      anAssessedChild('Cay', [aFinding('plain', 'breach', { since: '2025-10-01' })]),
    ])
    expect(lines(groups.breach)).toEqual([
      'Ben Example: grave broken',
      'Ada Example: grave broken',
      'Cay Example: plain broken',
    ])
  })

  it('heads several children to be watched with no word of a broken duty', () => {
    const watched = (headline: string) => aFinding('watched', 'watch', { headline })
    const { groups } = view([
      anAssessedChild('Ada', [watched('Over the line')]),
      anAssessedChild('Ben', [watched('Near the line')]),
      anAssessedChild('Cay', [watched('Near the line')]),
    ])
    expect(groups.watch.map(({ title }) => title)).toEqual(['watched: near or over'])
  })

  it('is due only within ten school days', () => {
    const { groups, horizon, counts } = view([
      anAssessedChild('Ada', [aFinding('plain', 'due', { dueOn: '2026-03-27' })]),
      anAssessedChild('Ben', [aFinding('plain', 'due', { dueOn: '2026-03-28' })]),
    ])
    expect([horizon, lines(groups.due), counts.due]).toEqual(['2026-03-27', ['Ada Example: plain kept'], 1])
  })

  it('is one card for three children of one duty and day, and three cards for two and one', () => {
    const due = (dueOn: string, headline?: string) =>
      aFinding('plain', 'due', headline === undefined ? { dueOn } : { dueOn, headline })
    const { groups } = view([
      anAssessedChild('Ada', [due('2026-03-27', 'To hold')]),
      anAssessedChild('Ben', [due('2026-03-27', 'To complete')]),
      anAssessedChild('Cay', [due('2026-03-27', 'To hold')]),
      anAssessedChild('Dov', [due('2026-03-20')]),
      anAssessedChild('Eli', [due('2026-03-20')]),
    ])
    expect(groups.due.map(({ title, cards }) => `${title}: ${cards.length}`)).toEqual([
      'plain kept: 1',
      'plain kept: 1',
      'plain kept: 3',
    ])
    expect(new Set(groups.due.map(({ key }) => key)).size).toBe(3)
  })

  it('tells its distance in the days that its rule counts', () => {
    const { groups } = view([
      anAssessedChild('Ada', [
        aFinding('working', 'due', { dueOn: '2026-03-16' }),
        aFinding('working', 'breach', { since: '2026-03-07' }),
      ]),
    ])
    expect(groups.due[0]?.cards[0]).toMatchObject({ distance: 1, dayKind: 'working' })
    expect(groups.breach[0]?.cards[0]).toMatchObject({ distance: -5, dayKind: 'working' })
  })
})

describe('answers', () => {
  const broken = [anAssessedChild('Ada', [aFinding('plain', 'breach')])]

  it('take a card away and are counted', () => {
    for (const [state, count] of [
      ['answered', { answered: 1, postponed: 0, breach: 0 }],
      ['postponed', { answered: 0, postponed: 1, breach: 0 }],
      ['open', { answered: 0, postponed: 0, breach: 1 }],
    ] as const)
      expect(view(broken, [alert('ada', { state })]).counts).toMatchObject(count)
  })

  it('a card carries its alert, to be answered at the version that was seen', () => {
    const [group] = view(broken, [alert('ada', { seenAt: '2026-03-12T08:00:00.000Z' })]).groups.breach
    expect(group?.cards[0]).toMatchObject({ alertId: 'alert of ada', version: 4, state: 'open', seen: true })
  })

  it('a finding that nothing was raised for yet is shown all the same', () => {
    const [group] = view(broken).groups.breach
    expect(group?.cards[0]).toMatchObject({ alertId: null, version: null, state: 'none', seen: false })
  })
})

describe('the day line', () => {
  it('is the day and the ten school days after it, each with what falls due', () => {
    const { days, before } = view([
      anAssessedChild('Ada', [
        aFinding('plain', 'due', { dueOn: '2026-03-16' }),
        aFinding('slight', 'breach'),
      ]),
      anAssessedChild('Ben', [aFinding('plain', 'due', { dueOn: '2026-03-16' })]),
    ])
    expect(days.map(({ on }) => on).slice(0, 3)).toEqual(['2026-03-13', '2026-03-16', '2026-03-17'])
    expect(days).toHaveLength(11)
    expect(days[1]?.items).toEqual([
      {
        status: 'due',
        ruleId: 'plain',
        title: 'plain kept',
        children: [
          { id: 'ada', name: 'Ada Example' },
          { id: 'ben', name: 'Ben Example' },
        ],
      },
    ])
    expect(before).toEqual([{ area: 'attendance', count: 1 }])
  })

  it('puts what is due in a holiday on the school day after it', () => {
    const { days } = view(
      [anAssessedChild('Ada', [aFinding('plain', 'due', { dueOn: '2026-04-02' })])],
      [],
      '2026-03-26',
    )
    expect(days.find(({ items }) => items.length > 0)?.on).toBe('2026-04-13')
  })

  it('begins with the day itself in the holidays, and says that it is none of school', () => {
    const { days, isSchoolDay } = view([], [], '2026-04-02')
    expect([isSchoolDay, days[0]?.isSchoolDay, days[1]]).toEqual([
      false,
      false,
      { on: '2026-04-13', isSchoolDay: true, items: [] },
    ])
  })
})

describe('what is not known', () => {
  it('stands by rule and reason, with what to do about it', () => {
    const { unknown, counts } = view([
      anAssessedChild('Ada', [aFinding('plain', 'no-data', { message: 'No register.' })]),
      anAssessedChild('Ben', [aFinding('plain', 'no-data', { message: 'No register.' })]),
      anAssessedChild('Cay', [aFinding('plain', 'error', { message: 'Not worked out.' })]),
    ])
    expect(unknown).toMatchObject([
      {
        ruleId: 'plain',
        ask: 'Do it.',
        reasons: [
          { message: 'No register.', children: [{ id: 'ada' }, { id: 'ben' }] },
          { message: 'Not worked out.', children: [{ id: 'cay' }] },
        ],
      },
    ])
    expect(counts).toMatchObject({ noData: 2, error: 1, breach: 0 })
  })
})
