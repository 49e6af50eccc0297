import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { offSiteLetter, type OffSiteLetterFacts } from '../../../server/pathway/letter-off-site.ts'
import { aCalendar } from '../../support/build/a-calendar.ts'

const direction: OffSiteLetterFacts['direction'] = {
  id: 'one',
  startsOn: '2026-03-19',
  endsOn: '2026-04-16',
  place: 'Invented Centre',
  address: '1 Nowhere Road',
  reportTo: 'Kit Guide',
  schoolDays: 10,
  sessionTimes: '9:00 to 12:00, break at 10:30',
  objectives: 'To be calm in a smaller class.',
  nextReviewOn: '2026-03-26',
  noticeAt: null,
  authorityNoticeAt: null,
}

const facts: OffSiteLetterFacts = {
  name: 'Alex Example',
  dateOfBirth: isoDate('2012-03-01'),
  school: 'Invented School',
  direction,
  hasPlan: false,
  home: null,
  care: { hasSocialWorker: false, isLookedAfter: false },
  clerk: { name: 'Clem Clerk', email: 'clerk@school.example', phone: null },
  parents: ['Pat Example'],
  calendar: aCalendar(),
  on: isoDate('2026-03-13'),
}
const fenwick = { authority: { code: 'X02', name: 'Fenwick' }, isSchoolsOwn: false }

const letter = (given: Partial<OffSiteLetterFacts> = {}, more: Partial<typeof direction> = {}) => {
  const made = offSiteLetter({ ...facts, ...given, direction: { ...direction, ...more } })
  return { ...made, text: made.paragraphs.join('\n') }
}
const SIGN = 'The governing board gives this notice: add who signs for it.'
const POST = 'Add the postal address of Clem Clerk, clerk to the governing board.'

describe('the written notice of an off-site direction', () => {
  it('holds place, address, whom to report to, days, reasons and objectives, times and break', () => {
    const { text, title, to, missing, date, school, kind } = letter()
    expect({ title, to, date, school, kind }).toEqual({
      title: 'Education of Alex Example at another place',
      to: ['Pat Example'],
      date: '13 March 2026',
      school: 'Invented School',
      kind: 'off-site-direction',
    })
    for (const held of [
      'Alex Example goes there from Thu 19 March 2026, for 10 school days; the last is Thu 16 April 2026.',
      'The place: Invented Centre, 1 Nowhere Road. On the first day, report to Kit Guide. Times of the sessions and of the break: 9:00 to 12:00, break at 10:30.',
      'Why, and what it is to achieve: To be calm in a smaller class.',
      'stays on the roll of this school',
      'neither a suspension nor a move to another school',
      '____, for the governing board of Invented School',
    ])
      expect(text).toContain(held)
    expect(missing).toEqual([POST, SIGN])
  })

  it('has a line for each thing that nobody recorded, and says which', () => {
    const nothing = {
      address: null,
      reportTo: null,
      schoolDays: null,
      sessionTimes: null,
      nextReviewOn: null,
    }
    const { text, missing } = letter({ parents: [], clerk: null }, { ...nothing, endsOn: null })
    expect(text).toContain('from Thu 19 March 2026, for ____ school days.')
    expect(text).toContain(
      'Invented Centre, ____. On the first day, report to ____. Times of the sessions and of the break: ____.',
    )
    expect(text).toContain('The next is on ____.')
    expect(missing).toEqual([
      'No parent or carer is recorded who may be written to: add to whom this goes.',
      'Add for how many school days.',
      'Add the address, whom to report to and the times of the sessions and of the break.',
      'No review lies ahead: plan one, the first of them early, and add it.',
      'No clerk is recorded: add to whom and how a review is asked for.',
      SIGN,
    ])
  })

  it('is to be there two school days before the first day, over a weekend and a holiday alike', () => {
    const by = (startsOn: string, on = '2026-03-13') => letter({ on: isoDate(on) }, { startsOn })
    expect(by('2026-03-19').text).toContain(
      'This notice is to reach you by Tue 17 March 2026, at least two school days before the first day there.',
    )
    expect(by('2026-03-16').text).toContain('by Thu 12 March 2026')
    const late = 'It had to be there by Tue 17 March 2026: give it now, or let the first day be a later one.'
    expect(by('2026-03-19', '2026-03-17').missing).not.toContain(late)
    expect(by('2026-03-19', '2026-03-18').missing).toContain(late)
    expect(letter({ on: isoDate('2026-03-18') }, { noticeAt: '2026-03-16T15:00' }).missing).not.toContain(
      late,
    )
    expect(by('2031-03-19').missing).toContain(
      'The term dates are not known so far ahead: work out by which day it must be there.',
    )
  })

  it('says how it is reviewed, by whom, and that a review may be asked for, but not within ten weeks of one', () => {
    const { text } = letter()
    expect(text).toContain(
      'reviews it in meetings with you, the headteacher and somebody whom the board names, who is not the headteacher. The next is on Thu 26 March 2026.',
    )
    expect(text).toContain(
      'You may ask for a review in writing. The board then holds one as soon as is practicable, unless there was one in the ten weeks before.',
    )
    expect(text).toContain(
      'Please send that to Clem Clerk, clerk to the governing board, clerk@school.example',
    )
    const inCare = letter({ care: { hasSocialWorker: true, isLookedAfter: true }, hasPlan: true })
    expect(inCare.text).toContain(
      'We invite the local authority, the social worker and the Virtual School as well.',
    )
    expect(inCare.text).toContain('You, or the local authority that keeps the plan, may ask')
  })

  it('goes to the authority that keeps the plan, and has gone when both have it', () => {
    expect(letter({ hasPlan: false }).text).not.toMatch(/A copy/)
    expect(letter({ hasPlan: true, home: fenwick }).text).toContain(
      'A copy goes to the local authority, Fenwick, which keeps Alex Example’s education, health and care plan.',
    )
    expect(letter({ hasPlan: true }).text).toContain(
      'A copy goes to the local authority which keeps Alex Example’s education, health and care plan: ____.',
    )
    expect(letter({ hasPlan: null }).missing).toContain(
      'Whether Alex Example has an education, health and care plan is not recorded: with one, the local authority has this notice too.',
    )
    const gone = (hasPlan: boolean, authorityNoticeAt: string | null, noticeAt: string | null) =>
      letter({ hasPlan }, { noticeAt, authorityNoticeAt }).keptOn
    const at = '2026-03-16T15:00'
    expect(gone(false, null, at)).toEqual({ kind: 'off-site-direction', id: 'one', isGone: true })
    expect([gone(true, null, at), gone(true, at, at), gone(true, at, null)]).toMatchObject([
      { isGone: false },
      { isGone: true },
      { isGone: false },
    ])
  })

  it('of somebody who is 18 goes to them', () => {
    expect(letter({ dateOfBirth: isoDate('2008-03-19') }).to).toEqual(['Alex Example'])
    expect(letter({ dateOfBirth: isoDate('2008-03-20') }).to).toEqual(['Pat Example'])
  })
})
