import { describe, expect, it } from 'vitest'
import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import {
  askedWords,
  decidedWords,
  suspensionSentence,
  whatWords,
} from '../../../../web/pages/suspension/sentences.ts'
import { aSuspensionPage, aTask } from '../../../support/build/a-suspensions-page.ts'

type Page = ReturnType<typeof aSuspensionPage>
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const said = (changed: Partial<Page>) => plain(suspensionSentence(aSuspensionPage(changed)))
const record = (changed: Partial<Page['record']>) => ({ record: { ...aSuspensionPage().record, ...changed } })
const late = aTask({ status: 'breach' })
const doneLate = aTask({ status: 'breach', final: true })
const due = aTask({ status: 'due', dueOn: isoDate('2026-03-16') })
const unknown = aTask({ status: 'no-data' })

describe('the sentence of one suspension', () => {
  it('says first what is late, and counts what is open alone', () => {
    expect(said({ tasks: [late, doneLate, due, aTask(), aTask(), aTask()] })).toBe(
      'One thing is late and one is still to do; back Wed 18 March.',
    )
    expect(said({ tasks: [late] })).toBe('One thing is late; back Wed 18 March.')
    expect(said({ tasks: [late, due, due] })).toBe(
      'One thing is late and two are still to do; back Wed 18 March.',
    )
    expect(said({ tasks: [late, late] })).toBe('Two things are late; back Wed 18 March.')
    expect(said({ tasks: [late, due, unknown, unknown] })).toBe(
      'One thing is late, one is still to do and two are not known; back Wed 18 March.',
    )
  })

  it('says what is still to do, by when, and keeps what was late', () => {
    expect(said({ tasks: [due, due, aTask()] })).toBe(
      'Two things are still to do, the first by Mon 16 March; back Wed 18 March.',
    )
    expect(said({ tasks: [{ ...due, dueOn: isoDate('2026-03-13') }, doneLate] })).toBe(
      'One thing is still to do, today; one was done late; back Wed 18 March.',
    )
  })

  it('never takes what is not known for done', () => {
    expect(said({ tasks: [unknown, aTask()] })).toBe('One thing is not known; back Wed 18 March.')
    expect(said({ tasks: [due, unknown, doneLate] })).toBe(
      'One thing is still to do, by Mon 16 March; one is not known; one was done late; back Wed 18 March.',
    )
  })

  it('what nobody asked before a decision is not called done late: it cannot be undone', () => {
    const never = aTask({ ruleId: 'social-worker-not-contacted-before', status: 'breach', final: true })
    expect(
      said({ tasks: [never, doneLate, aTask({ status: 'due', dueOn: isoDate('2026-03-16') })] }),
    ).toContain('; one was done late and one cannot be undone;')
  })

  it('says when all is done, and whether in time', () => {
    expect(said({ tasks: [aTask()] })).toBe('Everybody was told, all in time; back Wed 18 March.')
    expect(said({ tasks: [doneLate, aTask()] })).toBe(
      'Nothing is left to do; one was done late; back Wed 18 March.',
    )
    expect(said({ tasks: [aTask({ status: 'watch' })] })).toBe(
      'Nothing more is to be done; back Wed 18 March.',
    )
  })

  it('says since when the child is back, and the afternoon where it is one', () => {
    expect(said({ today: isoDate('2026-03-20') })).toContain('; back since Wed 18 March.')
    expect(said({ backSession: 'PM' })).toContain('; back Wed 18 March in the afternoon.')
    expect(said({ backOn: null })).toBe('Nothing more is to be done.')
  })

  it('says of a cancelled one that the days served still count', () => {
    const cancelled = { cancelledAt: localMinute('2026-03-17T12:00') }
    expect(said(record({ ...cancelled, halfDays: 3 }))).toBe(
      'Cancelled Tue 17 March; 1.5 days served still count.',
    )
    expect(said({ ...record({ ...cancelled, halfDays: 0 }), tasks: [due] })).toBe(
      'Cancelled Tue 17 March; one thing is still to do.',
    )
    expect(said(record({ ...cancelled, halfDays: 2 }))).toBe(
      'Cancelled Tue 17 March; 1 day served still counts.',
    )
  })

  it('asks nothing of this school for another school’s', () => {
    expect(said(record({ atOtherSchool: true }))).toMatch(/^Another school decided this/)
  })
})

describe('what was decided', () => {
  const what = (changed: Partial<Page>) => plain(whatWords(aSuspensionPage(changed)))

  it('is said with its days', () => {
    expect(what({})).toBe('Suspended for 2 days, from Mon 16 March to Tue 17 March.')
    expect(what({ ...record({ halfDays: 1, startSession: 'PM' }), lastDay: isoDate('2026-03-16') })).toBe(
      'Suspended for half a day, on Mon 16 March at midday.',
    )
    expect(what(record({ kind: 'lunchtime', halfDays: 2 }))).toBe(
      'Suspended at 2 lunchtimes, from Mon 16 March to Tue 17 March.',
    )
    const one = { ...record({ kind: 'lunchtime', halfDays: 1 }), lastDay: isoDate('2026-03-16') }
    expect(what(one)).toBe('Suspended at 1 lunchtime, on Mon 16 March.')
    expect(what(record({ kind: 'permanent', halfDays: null }))).toBe(
      'Permanently excluded from Mon 16 March.',
    )
  })

  it('says of a permanent exclusion that the governing board ended it, and not where it was cancelled', () => {
    const ended = { kind: 'permanent' as const, halfDays: 16 }
    const lastDay = isoDate('2026-03-25')
    expect(what({ ...record(ended), lastDay })).toBe(
      'Permanently excluded from Mon 16 March to Wed 25 March; the governing board brought the child back.',
    )
    const cancelledAt = localMinute('2026-03-26T09:00')
    expect(what({ ...record({ ...ended, cancelledAt }), lastDay })).toBe(
      'Permanently excluded from Mon 16 March.',
    )
  })

  it('says of what was cancelled before it began that none of it was served', () => {
    const undone = { halfDays: 0, cancelledAt: localMinute('2026-03-13T09:00') }
    const never = 'It was to begin on Mon 16 March; none of it was served.'
    expect(what({ ...record(undone), lastDay: null })).toBe(never)
    expect(what({ ...record({ ...undone, kind: 'permanent' }), lastDay: null })).toBe(never)
  })

  it('is said with who decided and when, also where nobody said', () => {
    const decided = (changed: Partial<Page>) => plain(decidedWords(aSuspensionPage(changed)))
    expect(decided({})).toBe('Decided today at 08:40 by Ngozi Okafor.')
    expect(decided({ today: isoDate('2026-03-16'), decidedBy: null })).toBe(
      'Decided at 08:40 on Fri 13 March.',
    )
    expect(decided({ ...record({ decidedAt: null }), decidedBy: null })).toBe(
      'When it was decided is not known.',
    )
  })

  it('before contact is called so', () => {
    expect(askedWords({ askedFirst: 'before' })).not.toContain('Decided before contact')
    expect(askedWords({ askedFirst: 'after' })).toMatch(/^Decided before contact/)
    expect(askedWords({ askedFirst: 'never' })).toMatch(/^Decided before contact/)
  })
})
