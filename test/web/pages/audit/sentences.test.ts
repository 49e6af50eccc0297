import { describe, expect, it } from 'vitest'
import type { Chain, Line, Person } from '../../../../web/pages/audit/asks.ts'
import {
  actsSentence,
  chainWords,
  dayWords,
  reasonWords,
  sinceWords,
  timesWords,
  whoLead,
  whoSentence,
} from '../../../../web/pages/audit/sentences.ts'

const on = '2026-03-13' as Person['last']['on']
const last = { on, time: '09:30' }
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

const aPerson = (name: string, more: Partial<Person> = {}): Person => ({
  key: name,
  name,
  role: 'Headteacher',
  times: 1,
  last,
  depth: 'page',
  acts: [],
  ...more,
})
const aLine = (more: Partial<Line> = {}): Line => ({
  seq: 1,
  on,
  from: '09:30',
  to: '09:30',
  name: 'Dana',
  role: 'Headteacher',
  what: 'opened a child’s page',
  times: 1,
  children: 1,
  named: [],
  reason: null,
  ...more,
})

describe('who has seen a child', () => {
  const said = (people: Person[], since: string = '2025-09-01') => {
    const { before, after } = whoSentence({ people, since: since as typeof on, on })
    return plain(`${before}Asha Example${after}`)
  }

  it('is said for nobody, one and many, and since when', () => {
    expect(said([])).toBe('Nobody has seen Asha Example’s record since September.')
    expect(said([aPerson('a')], '2026-03-06')).toBe(
      'One person has seen Asha Example’s record since 6 March.',
    )
    expect(
      said(
        ['a', 'b', 'c'].map((name) => aPerson(name)),
        '2000-01-01',
      ),
    ).toBe('Three people have seen Asha Example’s record so far.')
  })

  it('counts a person in two roles once, and neither the program nor who only asked', () => {
    const people = [
      aPerson('a'),
      aPerson('a', { role: 'Governor' }),
      aPerson('import command', { role: null }),
      aPerson('b', { depth: 'log' }),
    ]
    expect(said(people)).toBe('One person has seen Asha Example’s record since September.')
  })

  it('tells pages from lists, and that asking is kept', () => {
    const people = [aPerson('a'), aPerson('b', { depth: 'list' }), aPerson('c', { depth: 'list' })]
    expect(plain(whoLead({ people }))).toBe(
      'One person opened the page or the records; two people saw only lists with other children. That you asked is on record too.',
    )
    expect(whoLead({ people: [] })).toBe('That you asked is on record too.')
  })

  it('counts from September within a year alone', () => {
    expect(plain(sinceWords('2024-09-01', on))).toBe('since 1 September 2024')
  })
})

describe('what was done', () => {
  const said = (lines: Line[], read: 'school' | 'own' | 'technical' = 'school', next: number | null = null) =>
    plain(actsSentence({ read, lines, on, next }))

  it('says how many people looked today', () => {
    expect(said([])).toBe('Nobody has looked at a child’s record today.')
    expect(said([aLine(), aLine(), aLine({ on: '2026-03-12' as typeof on, name: 'Sol' })])).toBe(
      'One person has looked at children’s records today.',
    )
    expect(said([aLine(), aLine({ name: 'Sol' })], 'school', 7)).toBe(
      'At least two people have looked at children’s records today.',
    )
    expect(said([aLine({ what: 'read this record' })])).toBe('Nobody has looked at a child’s record today.')
  })

  it('says to the administrator who signed in, and to others what they did themselves', () => {
    const signedIn = aLine({ what: 'signed in', children: null })
    expect(said([signedIn], 'technical')).toBe('One person has signed in today.')
    expect(said([aLine({ times: 2 }), aLine({ on: '2026-03-06' as typeof on })], 'own')).toBe(
      'You have looked at children’s records 3 times since Fri 6 March.',
    )
    expect(said([signedIn], 'own')).toBe('You have not opened a child’s record yet.')
  })

  it('gives moments, days and reasons in words', () => {
    expect(timesWords({ from: '09:30', to: '09:30' })).toBe('09:30')
    expect(timesWords({ from: '08:10', to: '15:42' })).toBe('08:10 to 15:42')
    expect([on, '2026-03-12', '2026-03-06', '2025-06-06'].map((day) => plain(dayWords(day, on)))).toEqual([
      'today',
      'yesterday',
      'Fri 6 March',
      'Fri 6 June 2025',
    ])
    expect(reasonWords({ what: 'was refused', reason: 'not-allowed' })).toBe('the role does not open it')
    expect(reasonWords({ what: 'took away a file', reason: 'termly check' })).toBe('“termly check”')
    expect(reasonWords({ what: 'signed in', reason: null })).toBeUndefined()
  })
})

describe('the state of the record', () => {
  const aChain = (more: Partial<Chain>): Chain => ({
    events: 12_431,
    checked: last,
    broken: null,
    sealed: { on, time: '06:00' },
    sinceSealed: 31,
    ...more,
  })
  const said = (more: Partial<Chain>) => {
    const words = chainWords(aChain(more))
    return plain(`${words.said} ${words.more}`)
  }

  it('says what is whole, when it was sealed, and what is not sealed yet', () => {
    expect(said({})).toBe(
      'Nothing has been changed: 12,431 events, last sealed today 06:00. 31 since then: until the next seal, whoever holds the database itself could still rewrite them. Gone through today 09:30.',
    )
    expect(said({ sinceSealed: 0 })).toContain('Nothing has been added since.')
    expect(said({ sealed: null })).toContain('12,431 events, not sealed yet.')
  })

  it('says where it was changed', () => {
    expect(chainWords(aChain({ broken: 'Event 7 is missing.' }))).toEqual({
      isWhole: false,
      said: 'This record has been changed.',
      more: 'Event 7 is missing.',
    })
  })
})
