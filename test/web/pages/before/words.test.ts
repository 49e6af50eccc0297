import { describe, expect, it } from 'vitest'
import { changeBetween, changeWords, totalsSaid } from '../../../../web/pages/before/consequences.ts'
import { actWords, comesToWords, standsInTheWay } from '../../../../web/pages/before/decision.ts'
import { nothingSaid, type Draft } from '../../../../web/pages/before/draft-fields.ts'
import { reviewWords } from '../../../../web/pages/before/tried.ts'
import { consideredWords, decidedOn } from '../../../../web/pages/before/paper.ts'
import {
  attemptWords,
  latestOf,
  backWords,
  earlier,
  instantOn,
  lengthWords,
  notAskedWords,
  spanWords,
  virtualSchoolOf,
} from '../../../../web/pages/before/words.ts'
import { aBeforePage, aConsequence, aStep, theConsequences } from '../../../support/build/a-before-page.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const day = (text: string) => text as never
const sixDays: Draft = {
  ...nothingSaid,
  kind: 'suspension',
  startedOn: '2026-03-16',
  startSession: 'AM',
  halfDays: 12,
  reasons: ['VA'],
}

it('the suspensions so far leave out the one that was decided here', () => {
  const soFar = [
    { id: 'this', on: day('2026-03-16'), words: 'Suspended for 2 school days' },
    { id: 'another', on: day('2026-01-12'), words: 'Suspended for 1 school day' },
  ]
  const considering = { suspensionId: 'this' } as never
  expect(earlier({ soFar, considering }).map(({ id }) => id)).toEqual(['another'])
  expect(earlier({ soFar, considering: null })).toEqual(soFar)
})

describe('a time', () => {
  it('names its day when that is not today', () => {
    expect(instantOn('2026-03-13T07:44:00.000Z', '2026-03-13')).toBe('07:44')
    expect(plain(instantOn('2026-03-12T07:44:00.000Z', '2026-03-13'))).toBe('07:44 on Thu 12 March')
  })
})

describe('a length', () => {
  it('reads as days, half a day, lunchtimes, or none', () => {
    const words = (kind: Draft['kind'], halfDays: number | null) =>
      plain(lengthWords({ kind, halfDays }) ?? 'none')
    expect(words('suspension', 12)).toBe('6 days')
    expect(words('suspension', 1)).toBe('half a day')
    expect(words('lunchtime', 1)).toBe('1 lunchtime')
    expect(words('lunchtime', 3)).toBe('3 lunchtimes')
    expect(words('permanent', null)).toBe('a permanent exclusion')
    expect(words(null, null)).toBe('none')
  })

  it('says from when to when, with noon where it is half a day', () => {
    const half = (on: string, morning: boolean, afternoon: boolean) => ({ on: day(on), morning, afternoon })
    const words = (...days: ReturnType<typeof half>[]) => plain(spanWords({ days }))
    expect(words(half('2026-03-16', true, true), half('2026-03-23', true, true))).toBe(
      'Mon 16 to Mon 23 March',
    )
    expect(words(half('2026-03-16', false, true), half('2026-04-01', true, false))).toBe(
      'Mon 16 March at noon to Wed 1 April at noon',
    )
    expect(words(half('2026-03-16', true, false))).toBe('Mon 16 March, the morning')
    expect(words(half('2026-03-16', true, true))).toBe('Mon 16 March')
  })

  it('says when the child is back', () => {
    expect(plain(backWords({ backOn: day('2026-03-24'), backSession: 'AM' }))).toBe(
      'Back in school Tue 24 March.',
    )
    expect(plain(backWords({ backOn: day('2026-03-24'), backSession: 'PM' }))).toBe(
      'Back in school Tue 24 March, in the afternoon.',
    )
  })
})

describe('who is to be asked', () => {
  it('is said of each who should be and was not', () => {
    const worker = aStep({ role: 'social-worker', title: 'social worker', isFirst: false })
    const carer = aStep({ role: 'carer', title: 'carer', isNeeded: false })
    expect(notAskedWords([aStep(), worker, carer])).toBe(
      'Barnet Virtual School and the social worker have not been asked.',
    )
    expect(notAskedWords([aStep({ isDone: true }), worker])).toBe('The social worker has not been asked.')
    expect(notAskedWords([aStep({ isDone: true })])).toBe('')
  })

  it('says how an act of asking ended, when, and by whom', () => {
    const attempt = {
      contactId: 'c',
      at: day('2026-03-13T07:44'),
      how: null,
      madeBy: 'David Whitlock',
      note: null,
      agreedBy: null,
      refusedBy: null,
    }
    expect(attemptWords({ ...attempt, outcome: 'message-left' }, '2026-03-13')).toBe(
      'Left a message, 07:44, David Whitlock',
    )
    expect(attemptWords({ ...attempt, outcome: 'reached', agreedBy: 'Pat Example' }, '2026-03-13')).toBe(
      'Spoke, 07:44, David Whitlock; Pat Example agrees that the Virtual School is asked',
    )
    expect(attemptWords({ ...attempt, outcome: 'reached', refusedBy: 'Pat Example' }, '2026-03-13')).toBe(
      'Spoke, 07:44, David Whitlock; Pat Example does not agree that the Virtual School is asked',
    )
  })

  it('what they wrote here is their answer: nobody in the school spoke it', () => {
    const attempt = {
      contactId: 'c',
      at: day('2026-03-13T07:44'),
      how: 'other',
      outcome: 'reached',
      madeBy: 'David Whitlock',
      note: 'Wait until I have come.',
      agreedBy: null,
      refusedBy: null,
    } as const
    expect(attemptWords(attempt, '2026-03-13')).toBe('Answered here, 07:44')
  })

  it('a call without an answer does not stand before one that was answered', () => {
    const made = (contactId: string, outcome: 'reached' | 'no-answer') =>
      ({
        contactId,
        at: day('2026-03-13T07:44'),
        how: 'phone',
        outcome,
        madeBy: null,
        note: null,
        agreedBy: null,
        refusedBy: null,
      }) as const
    const [answered, unanswered] = [made('a', 'reached'), made('b', 'no-answer')]
    expect(latestOf([unanswered, answered])).toBe(answered)
    expect(latestOf([unanswered])).toBe(unanswered)
    expect(latestOf([])).toBeUndefined()
  })

  it('lunchtimes span days, not noons', () => {
    const days = [
      { on: '2026-03-16', morning: false, afternoon: true, number: 1 },
      { on: '2026-03-18', morning: true, afternoon: false, number: 3 },
    ].map((one) => ({ ...one, on: day(one.on) }))
    expect(spanWords({ days }, 'lunchtime').replaceAll('\u00a0', ' ')).toBe('Mon 16 to Wed 18 March')
  })

  it('is a Virtual School with an inbox only for a child who is looked after', () => {
    expect(virtualSchoolOf(aBeforePage())).toBe('Barnet Virtual School')
    const before = aBeforePage()
    expect(
      virtualSchoolOf({ ...before, child: { ...before.child, statuses: ['previously-cla'] } }),
    ).toBeNull()
  })
})

describe('what a length would set off', () => {
  const five = theConsequences({ list: [aConsequence()] })
  const six = theConsequences({
    list: [aConsequence(), aConsequence({ id: 'sixth-day-education', title: 'Education from Mon 23 March' })],
    term: { name: 'Spring 2026', before: 0, after: 12 },
    year: { name: '2025/26', before: 0, after: 12, atOtherSchool: 0 },
  })

  it('names what a change of the length added and took away', () => {
    const longer = changeBetween(
      { words: '5 days', consequences: five },
      { words: '6 days', consequences: six },
    )
    expect(longer?.added).toEqual(['sixth-day-education'])
    expect(plain(changeWords(longer)?.adds ?? '')).toBe('That adds one thing.')
    const shorter = changeBetween(
      { words: '6 days', consequences: six },
      { words: '5 days', consequences: five },
    )
    expect(plain(changeWords(shorter)?.adds ?? '')).toBe('That takes one thing away.')
  })

  it('says nothing of a change when only the words about what happened did', () => {
    expect(
      changeBetween({ words: '5 days', consequences: five }, { words: '5 days', consequences: five }),
    ).toBeNull()
  })

  it('is told in one sentence to who cannot see it', () => {
    const change = { from: '5 days', added: ['sixth-day-education'], removed: 0 }
    expect(plain(totalsSaid(sixDays, six, change))).toBe(
      'With 6 days: Spring term 6 days, the year 6 days. New: Education from Mon 23 March.',
    )
  })
})

describe('the decision', () => {
  it('is named after what is considered', () => {
    expect(plain(actWords(sixDays))).toBe('Suspend for 6 days')
    expect(plain(actWords({ ...sixDays, kind: 'lunchtime', halfDays: 3 }))).toBe('Suspend at 3 lunchtimes')
    expect(actWords({ ...sixDays, kind: 'permanent', halfDays: null })).toBe('Exclude permanently')
  })

  it('says once more what it comes to, in the term in which it falls', () => {
    const total = (before: number, after: number) => ({ name: 'Summer 2026', before, after })
    const year = (after: number) => ({ name: '2025/26', before: 0, after, atOtherSchool: 0 })
    const said = (term: ReturnType<typeof total> | null, ofYear: number) =>
      plain(comesToWords({ term, year: year(ofYear) }))
    expect(said(total(0, 2), 7)).toBe('It comes to 1 day in the Summer term and 3.5 days in the school year.')
    expect(said(total(0, 1), 1)).toBe(
      'It comes to half a day in the Summer term and half a day in the school year.',
    )
    expect(said(null, 4)).toBe('It comes to 2 days in the school year.')
  })

  it('waits for a length and a reason, and is refused over 45 days', () => {
    expect(standsInTheWay(nothingSaid, null)).toContain('Pick a length')
    expect(standsInTheWay({ ...sixDays, reasons: [] }, null)).toContain('reason')
    expect(standsInTheWay(sixDays, theConsequences({ refusal: 'Over 45.' }))).toBe('Over 45.')
    expect(standsInTheWay(sixDays, theConsequences())).toBeNull()
    const days = ['2026-03-16', '2026-03-23'].map((on) => ({ on: day(on), morning: true, afternoon: true }))
    const withExam = (examOn: string) =>
      standsInTheWay({ ...sixDays, missesExam: true, examOn }, theConsequences({ days }))
    expect(withExam('2026-03-13')).toContain('on none of these days')
    expect([withExam('2026-03-16'), withExam('2026-03-23')]).toEqual([null, null])
    expect(withExam('2026-03-24')).toContain('on none of these days')
  })
})

it('what was tried says when it is to be looked at again, or that it was to be', () => {
  const words = (day: string) => plain(reviewWords(day, '2026-03-13'))
  expect(words('2026-03-12')).toBe('was to be looked at again on 12 March')
  expect(words('2026-03-13')).toBe('to be looked at again on 13 March')
})

describe('the record for the file', () => {
  it('says what was considered and decided, each kind in its own words', () => {
    const from = 'From 16 March.'
    expect(consideredWords({ kind: 'suspension' }, '2 days', from)).toBe(
      'A suspension of 2 days. From 16 March.',
    )
    expect(consideredWords({ kind: 'lunchtime' }, '3 lunchtimes', '')).toBe('A suspension at 3 lunchtimes.')
    expect(consideredWords({ kind: 'permanent' }, 'a permanent exclusion', from)).toBe(
      'A permanent exclusion. From 16 March.',
    )
    expect(consideredWords({ kind: 'suspension' }, null, from)).toBe('no length')
    expect(decidedOn({ kind: 'suspension' }, '2 days')).toBe('suspended for 2 days')
    expect(decidedOn({ kind: 'lunchtime' }, '3 lunchtimes')).toBe('suspended at 3 lunchtimes')
    expect(decidedOn({ kind: 'permanent' }, 'a permanent exclusion')).toBe('permanently excluded')
  })
})
