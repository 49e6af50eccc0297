import { describe, expect, it } from 'vitest'
import {
  chosenGroups,
  EVERYBODY,
  isNamed,
  orderOf,
  othersLabel,
  yearsOf,
} from '../../../../web/pages/cohort/choose-rows.ts'
import { aRow, missed, suspended } from '../../../support/build/a-cohort.ts'

const none = { breach: 0, due: 0, watch: 0, answered: 0, noData: 0 }
const names = (found: ReturnType<typeof chosenGroups>) =>
  found.groups.map(({ title, rows }) => [title, ...rows.map(({ name }) => name)])

describe('finding a name', () => {
  it.each([
    ['Żółkiewski', 'zolk'],
    ['Łucja X', 'lucja'],
    ['Siân García Márquez', 'marquez sian'],
    ['José O’Brien', 'obri'],
    ['D’Andre Ó Súilleabháin', "d'andre"],
    ['Søren Osei', 'soren'],
  ])('finds %s by %s', (name, search) => {
    expect(isNamed(name, search)).toBe(true)
  })

  it('finds everybody by nothing, and nobody by the middle of a word', () => {
    expect(isNamed('Chidi Taylor', ' ')).toBe(true)
    expect(isNamed('Chidi Taylor', 'aylor')).toBe(false)
  })
})

describe('the rows that are chosen', () => {
  const anna = aRow({ name: 'Anna Bell', surname: 'Bell', alerts: { ...none, due: 1 } })
  const ben = aRow({ name: 'Ben Ash', surname: 'Ash', alerts: { ...none, breach: 2 }, yearGroup: '10' })
  const cleo = aRow({ name: 'Cleo Dale', surname: 'Dale', group: 'ever6' })
  const rows = [anna, ben, cleo]
  const order = orderOf(rows, 'to-do')

  it('stand under their headings, with most to do first', () => {
    expect(names(chosenGroups(rows, EVERYBODY, order))).toEqual([
      ['Looked after · 2', 'Ben Ash', 'Anna Bell'],
      ['Had a social worker within six years · 1', 'Cleo Dale'],
    ])
  })

  it('are chosen by group, duty, year and name, and the heading says of how many', () => {
    const chosen = (changed: object) => names(chosenGroups(rows, { ...EVERYBODY, ...changed }, order))
    expect(chosen({ group: 'ever6' })).toEqual([['Had a social worker within six years · 1', 'Cleo Dale']])
    expect(chosen({ duty: 'breach' })).toEqual([['Looked after · 1 of 2', 'Ben Ash']])
    expect(chosen({ duty: 'none' })).toEqual([['Had a social worker within six years · 1', 'Cleo Dale']])
    expect(chosen({ year: '10' })).toEqual([['Looked after · 1 of 2', 'Ben Ash']])
    expect(chosen({ search: 'bell' })).toEqual([['Looked after · 1 of 2', 'Anna Bell']])
    expect(chosen({ search: 'bell', year: '10' })).toEqual([])
  })

  it('keep the order they are given, so that nothing moves while somebody works', () => {
    const moved = [{ ...anna, alerts: { ...none, breach: 9 } }, ben, cleo]
    expect(names(chosenGroups(moved, EVERYBODY, order))[0]).toEqual([
      'Looked after · 2',
      'Ben Ash',
      'Anna Bell',
    ])
  })

  it('are cut off at so many, and say how many are left', () => {
    expect(chosenGroups(rows, EVERYBODY, order, 2)).toMatchObject({ shown: 2, hidden: 1 })
    expect(chosenGroups(rows, EVERYBODY, order)).toMatchObject({ shown: 3, hidden: 0 })
    expect(othersLabel(1)).toBe('Show the other child')
    expect(othersLabel(12)).toBe('Show the other 12\u00a0children')
  })
})

describe('the order of a list', () => {
  const id = (rows: ReturnType<typeof aRow>[], sort: Parameters<typeof orderOf>[1]) => orderOf(rows, sort)

  it('puts what is not known before what is only to be watched', () => {
    const unknown = aRow({ alerts: { ...none, noData: 1 } })
    const watched = aRow({ alerts: { ...none, watch: 5 } })
    expect(id([watched, unknown], 'to-do')).toEqual([unknown.id, watched.id])
  })

  it('goes by exact shares of absence, a child without a session last', () => {
    const ten = aRow({ attendance: missed(20, 200) })
    const under = aRow({ attendance: missed(19, 191) })
    const never = aRow({ attendance: missed(0, 0) })
    expect(id([never, under, ten], 'absence')).toEqual([ten.id, under.id, never.id])
  })

  it('goes by what can still be missed, by suspension, by surname', () => {
    const [a, b] = [
      aRow({ surname: 'Ölund', attendance: missed(1, 9, { canStillMiss: 4 }), suspension: suspended(2) }),
      aRow({ surname: 'Zed', attendance: missed(1, 9, { canStillMiss: 0 }), suspension: suspended(4, 2) }),
    ]
    expect(id([a, b], 'left')).toEqual([b.id, a.id])
    expect(id([a, b], 'suspended')).toEqual([b.id, a.id])
    expect(id([b, a], 'name')).toEqual([a.id, b.id])
  })
})

it('year groups stand youngest first', () => {
  const rows = ['10', '2', 'R', 'N', '2'].map((yearGroup) => aRow({ yearGroup }))
  expect(yearsOf(rows)).toEqual(['N', 'R', '2', '10'])
})
