import { describe, expect, it } from 'vitest'
import { todayView } from '../../../../server/api/views/today.ts'
import { aFinding, anAssessedChild, aPicture, aRule } from '../../../support/build/a-picture.ts'

const rules = new Map([aRule('plain')].map((rule) => [rule.id, rule]))
const groupsOf = (...children: ReturnType<typeof anAssessedChild>[]) =>
  todayView(aPicture(children, '2026-03-13'), rules, new Map(), { on: aPicture(children, '2026-03-13').on })
    .groups
const lines = (groups: readonly { title: string; cards: readonly unknown[] }[]) =>
  groups.map(({ title, cards }) => `${title}: ${cards.length}`)

describe('three or more children in one card', () => {
  it('share the day on which the same duty was broken', () => {
    const since = (child: string, day: string) =>
      anAssessedChild(child, [aFinding('plain', 'breach', { since: day, headline: `Of ${child}` })])
    const { breach } = groupsOf(
      since('Ada', '2026-03-10'),
      since('Ben', '2026-03-10'),
      since('Cay', '2026-03-10'),
      since('Dov', '2026-03-11'),
    )
    expect(lines(breach)).toEqual(['plain broken: 3', 'Of Dov: 1'])
  })

  it('share a rule where nobody owes anything by a day', () => {
    const watched = (child: string) => anAssessedChild(child, [aFinding('plain', 'watch')])
    expect(lines(groupsOf(watched('Ada'), watched('Ben'), watched('Cay')).watch)).toEqual(['plain broken: 3'])
    expect(lines(groupsOf(watched('Ada'), watched('Ben')).watch)).toEqual([
      'plain broken: 1',
      'plain broken: 1',
    ])
  })
})
