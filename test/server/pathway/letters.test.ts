import { describe, expect, it } from 'vitest'
import { academicYearOf } from '../../../server/calendar/academic-year.ts'
import { isoDate, localMinute } from '../../../server/calendar/iso-date.ts'
import type { CareEpisodeFact } from '../../../server/facts/child-facts.ts'
import type { SuspensionRow } from '../../../server/facts/child-rows.ts'
import { buildSuspensionFacts, layOutSuspensions } from '../../../server/facts/suspension-facts.ts'
import type { LetterFacts } from '../../../server/pathway/letter-facts.ts'
import { lettersOf } from '../../../server/pathway/letters.ts'
import type { LetterKind } from '../../../server/pathway/shapes-after.ts'
import { aCalendar, calendarToSpring } from '../../support/build/a-calendar.ts'
import { anEpisode } from '../../support/build/a-care.ts'
import { aSuspensionRow, childRows } from '../../support/build/child-rows.ts'

const on = isoDate('2026-03-13')
const ordinary = aCalendar()

/** The letters of the last row given, decided on Friday 13 March unless it says otherwise. */
function letters(
  rows: readonly SuspensionRow[],
  given: Partial<LetterFacts> = {},
  episodes: readonly CareEpisodeFact[] = [anEpisode()],
) {
  const calendar = given.calendar ?? ordinary
  const decided = rows.map((row) => ({ ...row, decidedAt: row.decidedAt ?? '2026-03-13T10:00' }))
  const all = buildSuspensionFacts(
    childRows({ suspensions: decided }),
    episodes,
    [],
    layOutSuspensions(calendar, on, academicYearOf(on)),
  )
  const suspension = all.rows.find(({ id }) => id === rows.at(-1)?.id)!
  const made = lettersOf({
    name: 'Alex Example',
    dateOfBirth: isoDate('2012-03-01'),
    suspension,
    all,
    school: { name: 'Invented School', authorityName: 'Fenwick', headteacher: 'Sam Head' },
    clerk: { name: 'Clem Clerk', email: 'clerk@school.example', phone: null },
    parents: ['Pat Example'],
    socialWorkers: ['Sol Worker'],
    careAuthority: 'Hartmoor',
    home: null,
    reasons: ['Damage', 'Theft'],
    whatHappened: null,
    provisions: [],
    meeting: null,
    cancelledByTerm: null,
    cancelled: null,
    calendar,
    on,
    ...given,
  })
  return {
    kinds: made.map(({ kind }) => kind),
    of: (kind: LetterKind) => made.find((letter) => letter.kind === kind),
    text: (kind: LetterKind) => made.find((letter) => letter.kind === kind)?.paragraphs.join('\n') ?? '',
    all: made,
  }
}

const threeDays = aSuspensionRow('2026-03-16', 6)
const sixDays = aSuspensionRow('2026-03-16', 12)
const permanent = aSuspensionRow('2026-03-16', null)

describe('the letters of a suspension', () => {
  it('go to those who must be told of this child', () => {
    expect(letters([threeDays]).kinds).toEqual([
      'parent',
      'education',
      'local-authority',
      'social-worker',
      'virtual-school',
      'governing-board',
    ])
    const planned = [anEpisode({ status: 'cin-plan' })]
    expect(letters([threeDays], {}, planned).kinds).not.toContain('virtual-school')
    expect(letters([threeDays], {}, planned).kinds).toContain('social-worker')
    expect(letters([threeDays], {}, []).kinds).toEqual([
      'parent',
      'education',
      'local-authority',
      'governing-board',
    ])
  })

  it('hold period, reasons and return', () => {
    expect(letters([threeDays]).of('parent')).toMatchObject({
      title: 'Suspension of Alex Example',
      to: ['Pat Example'],
    })
    const text = letters([threeDays]).text('parent')
    expect(text).toMatch(
      'Alex Example is suspended from school for 3 school days, from Mon 16 March 2026 to Wed 18 March 2026.',
    )
    expect(text).toMatch('Alex Example is expected back on Thu 19 March 2026 in the morning.')
    expect(text).toMatch('The reasons are: Damage and Theft.')
    expect(text).toMatch('Sam Head, headteacher, Invented School')
  })

  it('say in which half they begin and end, where it is not a whole day', () => {
    const parent = (halfDays: number, startSession: 'AM' | 'PM') =>
      letters([aSuspensionRow('2026-03-16', halfDays, { startSession })]).text('parent')
    expect(parent(1, 'AM')).toMatch('half a school day, on Mon 16 March 2026 in the morning.')
    expect(parent(1, 'PM')).toMatch('half a school day, on Mon 16 March 2026 in the afternoon.')
    expect(parent(2, 'AM')).toMatch('1 school day, on Mon 16 March 2026.')
    expect(parent(3, 'AM')).toMatch('1.5 school days, from Mon 16 March 2026 to Tue 17 March 2026 at midday.')
    expect(parent(3, 'PM')).toMatch(
      '1.5 school days, from Mon 16 March 2026 in the afternoon to Tue 17 March 2026.',
    )
  })

  it('carry the name of the school and the day', () => {
    expect(letters([threeDays]).all.every(({ school }) => school === 'Invented School')).toBe(true)
    expect(letters([threeDays]).of('parent')?.date).toBe('13 March 2026')
  })

  it('never hold what happened as it was recorded', () => {
    const { all } = letters([threeDays], { whatHappened: 'Pushed Blake Other.' })
    expect(JSON.stringify(all)).not.toMatch(/Blake/)
    expect(all[0]?.missing).toContain(
      'Say in a sentence or two what happened, without naming other children. What is on record is not copied here.',
    )
  })
})

describe('the letter to parents', () => {
  it('has the right to make representations, how and to whom', () => {
    const text = letters([threeDays]).text('parent')
    expect(text).toMatch(
      /right to make representations .* The board must consider them; it cannot bring Alex Example back earlier\./,
    )
    expect(text).toMatch('Clem Clerk, clerk to the governing board, clerk@school.example')
    expect(text).not.toMatch(/remotely/)
  })

  it('has the board’s last day and a remote meeting where one is due', () => {
    const text = letters([sixDays]).text('parent')
    expect(text).toMatch(
      'If you make any, the board must meet within 50 school days, by Mon 15 June 2026, and decide whether Alex Example comes back earlier.',
    )
    expect(text).toMatch(/held remotely/)
    expect(letters([permanent]).text('parent')).toMatch(
      'The board must meet within 15 school days, by Fri 17 April 2026, and decide whether Alex Example comes back.',
    )
    const exam = aSuspensionRow('2026-03-16', 1, { missesExam: 1, examOn: '2026-03-18' })
    expect(letters([exam]).text('parent')).toMatch(/as far as is practicable, meet before Wed 18 March 2026/)
  })

  it('has the public-place duty on the first five days in compulsory school age', () => {
    const own = (rows: readonly SuspensionRow[]) => letters(rows, {}, []).text('parent')
    expect(own([threeDays])).toMatch(
      'From Mon 16 March 2026 to Wed 18 March 2026 you must make sure that Alex Example is not in a public place in school hours without a good reason.',
    )
    expect(own([threeDays])).toMatch(
      'You could be given a penalty notice, or be prosecuted, if that happens.',
    )
    expect(own([sixDays])).toMatch('From Mon 16 March 2026 to Fri 20 March 2026 you must')
    expect(own([permanent])).toMatch('From Mon 16 March 2026 to Fri 20 March 2026 you must')
    const afterThree = [aSuspensionRow('2026-03-11', 6, { decidedAt: '2026-03-11T09:00' }), threeDays]
    expect(own(afterThree)).toMatch('From Mon 16 March 2026 to Tue 17 March 2026 you must')
    const grown = { dateOfBirth: isoDate('2009-01-01') }
    expect(letters([threeDays], grown).text('parent')).not.toMatch(/public place/)
    expect(letters([threeDays], grown).kinds).not.toContain('education')
  })

  it('has the public-place duty of a looked-after child as the authority’s or the carer’s, without a penalty', () => {
    for (const kind of ['parent', 'education'] as const) {
      const text = letters([threeDays]).text(kind)
      expect(text).toMatch(
        'From Mon 16 March 2026 to Wed 18 March 2026 Hartmoor, which looks after Alex Example, or the carer Alex Example lives with must make sure that Alex Example is not in a public place in school hours without a good reason.',
      )
      expect(text).not.toMatch(/penalty|prosecuted|you must make sure/)
    }
    expect(letters([threeDays], { careAuthority: null }).text('education')).toMatch(
      'the authority, which looks after Alex Example, or the carer',
    )
    const onPlan = letters([threeDays], {}, [anEpisode({ status: 'cp-plan' })])
    expect(onPlan.text('education')).toMatch('You could be given a penalty notice')
  })

  it('has no such duty at lunchtimes', () => {
    const lunchtimes = aSuspensionRow('2026-03-16', 2, { kind: 'lunchtime', startSession: null })
    const { kinds, text } = letters([lunchtimes])
    expect(text('parent')).toMatch(
      'is suspended at 2 lunchtimes, from Mon 16 March 2026 to Tue 17 March 2026.',
    )
    expect(text('parent')).toMatch('Lessons go on as usual')
    expect(text('parent')).not.toMatch(/public place|set work|expected back/)
    expect(kinds).not.toContain('education')
  })

  it('names the days for which work is set', () => {
    expect(letters([threeDays]).text('parent')).toMatch('for the first three days out of school, and mark it')
    expect(letters([sixDays]).text('parent')).toMatch('for the first five days out of school, and mark it')
    expect(letters([aSuspensionRow('2026-03-16', 1)]).text('parent')).toMatch('for that day, and mark it')
  })

  it('goes to the pupil who is 18 or over', () => {
    const adult = letters([threeDays], { dateOfBirth: isoDate('2008-03-16') })
    expect(adult.of('parent')?.to).toEqual(['Alex Example'])
    expect(adult.of('parent')?.missing).toContain(
      'Alex Example is 18 or over: this goes to Alex Example, not to the parents. Say “you” for the name.',
    )
    const dayBefore = letters([threeDays], { dateOfBirth: isoDate('2008-03-17') })
    expect(dayBefore.of('parent')?.to).toEqual(['Pat Example'])
  })

  it('never makes a meeting a condition of the return', () => {
    expect(letters([threeDays]).text('parent')).toMatch(/comes back on that day whether or not we have met/)
  })
})

describe('the notice about education', () => {
  it('says by when it is to be there, and that none is due before a sixth day', () => {
    const text = letters([threeDays]).text('education')
    expect(text).toMatch('by the end of the afternoon of Mon 16 March 2026')
    expect(text).toMatch('No sixth school day in a row is reached')
  })

  it('asks for what is not known of the education from the sixth day', () => {
    const { of, text } = letters([sixDays])
    expect(text('education')).toMatch(
      /The school must provide full-time education from Mon 23 March 2026\. .*48 hours/,
    )
    expect(of('education')?.missing).toEqual([
      'Education from the sixth day is not recorded yet: record it, or send a further notice at least 48 hours before it begins.',
    ])
    expect(letters([permanent]).text('education')).toMatch(/^The local authority must provide/m)
  })

  it('has start, place, times and person where they are recorded', () => {
    const provision = {
      id: 'provision-1',
      noticeAt: null,
      what: 'education',
      fromOn: '2026-03-23',
      fullTime: 1,
      provider: 'Other Place',
      address: '1 Invented Road',
      sessionTimes: '9:00 to 15:00',
      reportTo: null,
    } as const
    const { of, text } = letters([sixDays], { provisions: [provision] })
    expect(text('education')).toMatch(
      'Education begins on Mon 23 March 2026: at Other Place, 1 Invented Road; times: 9:00 to 15:00;',
    )
    expect(text('education')).toMatch('report to ____.')
    expect(of('education')?.missing).toEqual(['Add whom to report to of the education.'])
    const dayOne = letters([threeDays], { provisions: [{ ...provision, fromOn: '2026-03-16' }] })
    expect(dayOne.text('education')).toMatch('Education begins on Mon 16 March 2026')
    expect(dayOne.text('education')).not.toMatch('no education elsewhere')
  })
})

describe('the further notice about education', () => {
  const provision = {
    id: 'provision-1',
    noticeAt: null,
    what: 'education',
    fromOn: '2026-03-23',
    fullTime: 1,
    provider: 'Other Place',
    address: '1 Invented Road',
    sessionTimes: '9:00 to 15:00',
    reportTo: 'Robin Report',
  } as const

  it('has the details, and is kept on the education it tells of', () => {
    const { of, text } = letters([sixDays], { provisions: [provision] })
    expect(text('education-details')).toMatch(
      'Education begins on Mon 23 March 2026: at Other Place, 1 Invented Road; times: 9:00 to 15:00; report to Robin Report.',
    )
    expect(text('education-details')).toMatch('at least 48 hours before it begins')
    expect(of('education-details')).toMatchObject({
      title: 'Alex Example’s education from the sixth day',
      missing: [],
      keptOn: { kind: 'provision', id: 'provision-1', isGone: false },
    })
    const told = letters([sixDays], { provisions: [{ ...provision, noticeAt: '2026-03-20T09:00' }] })
    expect(told.of('education-details')?.keptOn?.isGone).toBe(true)
  })

  it('is none before education is arranged, without a sixth day, and where the authority provides', () => {
    expect(letters([sixDays]).kinds).not.toContain('education-details')
    expect(letters([threeDays], { provisions: [provision] }).kinds).not.toContain('education-details')
    expect(letters([permanent], { provisions: [provision] }).kinds).not.toContain('education-details')
  })
})

describe('the letter of the board’s decision', () => {
  const meeting = {
    id: 'meeting-1',
    meetsOn: '2026-03-12',
    outcome: 'declined',
    reinstatedOn: null,
    decisionToldOn: null,
  } as const

  it('is none before the board has met', () => {
    expect(letters([permanent]).kinds).not.toContain('board-decision')
    expect(letters([permanent], { meeting: { ...meeting, outcome: null } }).kinds).not.toContain(
      'board-decision',
    )
  })

  it('has the right to an independent review, its last day, where to apply and the expert', () => {
    const { of, text } = letters([permanent], { meeting: { ...meeting, decisionToldOn: '2026-03-13' } })
    const decision = text('board-decision')
    expect(of('board-decision')).toMatchObject({
      title: 'The governing board’s decision on the permanent exclusion of Alex Example',
      to: ['Pat Example'],
      keptOn: { kind: 'board-meeting', id: 'meeting-1', isGone: true },
    })
    expect(decision).toMatch(
      'The governing board met on Thu 12 March 2026 about the permanent exclusion of Alex Example that began on Mon 16 March 2026. It decided not to reinstate Alex Example: the permanent exclusion stands.',
    )
    // Ten school days are left of March; the summer term begins on 13 April.
    expect(decision).toMatch(
      'Apply in writing within 15 school days of this notice: Fri 17 April 2026 is the last day.',
    )
    expect(decision).toMatch('arranged by the local authority or, for an academy, by its trust')
    expect(decision).toMatch('expert in special educational needs')
    expect(decision).toMatch('Send the application, with your reasons, to ____.')
    expect(decision).toMatch('the social worker and the Virtual School may attend and be heard')
    expect(decision).toMatch(
      'A copy of this letter goes to the headteacher, the local authority, the social worker and the Virtual School.',
    )
    expect(decision).toMatch(/^The reasons of the board: ____$/m)
    expect(decision).toMatch(/Clem Clerk, clerk to the governing board, Invented School$/)
    expect(of('board-decision')?.missing).toEqual([
      'Add the board’s reasons, in enough detail that the parents can understand why it decided so. They are not recorded here.',
      'Add to whom and where the application for a review is sent, with the postal address.',
      'Ask whoever arranges the review what else this letter has to say of it: the expert’s part, costs, and who else may come.',
    ])
  })

  it('counts from today while nothing is recorded of its going, and says so', () => {
    const { of, text } = letters([permanent], { meeting })
    expect(text('board-decision')).toMatch('Fri 17 April 2026 is the last day')
    expect(of('board-decision')?.missing.join(' ')).toMatch('The last day to apply is counted from today.')
    expect(of('board-decision')?.keptOn?.isGone).toBe(false)
  })

  it('asks for the last day where the calendar does not reach it', () => {
    const { of, text } = letters([permanent], { meeting, calendar: calendarToSpring })
    expect(text('board-decision')).toMatch('____ is the last day')
    expect(of('board-decision')?.missing).toContain(
      'The term dates are not known so far ahead: add the last day to apply.',
    )
  })

  it('says nothing of a review where the child comes back, or after a suspension', () => {
    const back = letters([permanent], {
      meeting: { ...meeting, outcome: 'reinstated-later', reinstatedOn: '2026-03-19' },
    }).text('board-decision')
    expect(back).toMatch('It decided to reinstate Alex Example, who comes back on Thu 19 March 2026.')
    expect(back).not.toMatch('independent review')
    expect(letters([sixDays], { meeting }).text('board-decision')).not.toMatch('independent review')
    const heard = letters([sixDays], { meeting: { ...meeting, outcome: 'considered' } })
    expect(heard.text('board-decision')).toMatch('It considered what you had to say.')
    const stands = letters([sixDays], { meeting }, []).text('board-decision')
    expect(stands).toMatch('It decided not to reinstate Alex Example: the suspension stands.')
    expect(stands).toMatch('A copy of this letter goes to the headteacher and the local authority.')
  })

  it('asks who signs where no clerk is recorded', () => {
    const { of, text } = letters([permanent], { meeting, clerk: null })
    expect(of('board-decision')?.missing).toContain(
      'No clerk is recorded: add who signs for the governing board.',
    )
    expect(text('board-decision')).toMatch(/^____, clerk to the governing board, Invented School$/m)
  })
})

describe('the other letters', () => {
  it('tell the authority and the board the total of the term and what is due', () => {
    expect(letters([threeDays]).text('local-authority')).toMatch(
      'Alex Example, born 1 March 2012, is suspended from school for 3 school days',
    )
    expect(letters([threeDays]).text('governing-board')).toMatch(
      'Suspensions now come to 3 school days in Spring 2026.',
    )
    expect(letters([threeDays]).text('governing-board')).toMatch('No meeting is due.')
    const board = letters([sixDays]).text('governing-board')
    expect(board).toMatch(
      'If the parents make representations, the board must meet within 50 school days of this notice, by Mon 15 June 2026, and decide whether Alex Example comes back earlier.',
    )
    expect(board).toMatch(
      'To be invited: the parents (with the child, where it is right), the headteacher, the local authority (of an academy, where the parents ask for it), the social worker and the Virtual School.',
    )
    expect(letters([permanent]).text('governing-board')).toMatch(
      /, and decide whether Alex Example comes back\./,
    )
  })

  it('invite the social worker and the Virtual School to the board', () => {
    expect(letters([permanent]).text('social-worker')).toMatch(
      'The governing board must meet about it: you will be invited and can speak, remotely if you wish.',
    )
    expect(letters([sixDays]).text('virtual-school')).toMatch(
      'If the governing board meets about it, you will be invited and can speak, remotely if you wish.',
    )
    expect(letters([threeDays]).text('virtual-school')).not.toMatch('invited')
  })

  it('ask the social worker of a looked-after child to tell the reviewing officer', () => {
    expect(letters([threeDays]).text('social-worker')).toMatch(/reviewing officer/)
    expect(letters([threeDays], {}, [anEpisode({ status: 'cp-plan' })]).text('social-worker')).not.toMatch(
      /reviewing officer/,
    )
  })

  it('tell the board of an exam before which it is to meet', () => {
    const exam = aSuspensionRow('2026-03-16', 1, { missesExam: 1, examOn: '2026-03-18' })
    expect(letters([exam]).text('governing-board')).toMatch(
      /must meet within 15 school days of this notice.* as far as is practicable it must meet before Wed 18 March 2026\./,
    )
  })

  it('tell the total of each term that the days fall in', () => {
    expect(letters([aSuspensionRow('2026-03-16', 31)]).text('local-authority')).toMatch(
      'Suspensions now come to 10 school days in Spring 2026 and 5.5 school days in Summer 2026.',
    )
  })

  it('go to the home authority too after a permanent exclusion, each by its own', () => {
    expect(letters([permanent]).of('home-authority')).toMatchObject({
      to: [],
      title: 'Permanent exclusion of Alex Example',
    })
    expect(letters([permanent]).of('home-authority')?.missing).toContain(
      'Which authority the child lives in is not on record: write it on the child’s own record. Where it is the school’s own, this letter is not needed.',
    )
    const livesIn = (name: string, isSchoolsOwn: boolean) => ({
      home: { authority: { code: 'X09', name }, isSchoolsOwn },
    })
    const toldOf = (rows: readonly SuspensionRow[], name: string, isSchoolsOwn: boolean) => {
      const all = letters(rows, livesIn(name, isSchoolsOwn))
      return [all.of('local-authority')?.to, all.of('home-authority')?.to]
    }
    const own = ['The local authority, Fenwick']
    expect(toldOf([permanent], 'Saltmere', false)).toEqual([own, ['The local authority, Saltmere']])
    expect(toldOf([permanent], 'Fenwick', true)).toEqual([own, undefined])
    expect(toldOf([threeDays], 'Saltmere', false)).toEqual([own, undefined])
    const away = letters([permanent], livesIn('Saltmere', false))
    expect(away.text('home-authority')).toBe(away.text('local-authority'))
  })
})

describe('what a letter lacks', () => {
  it('is said for everybody who is not recorded', () => {
    const nobody = letters([threeDays], {
      school: { name: 'Invented School', authorityName: null, headteacher: null },
      clerk: null,
      parents: [],
      socialWorkers: [],
      careAuthority: null,
      reasons: [],
    })
    expect(nobody.of('parent')?.missing).toEqual([
      'No parent or carer is recorded who may be written to: add to whom this goes.',
      'No reason is recorded: add it.',
      'No clerk is recorded: add to whom and how representations are made.',
      'No headteacher is recorded: add who signs.',
    ])
    expect(nobody.text('parent')).toMatch(/^The reason is: ____$/m)
    expect(nobody.text('parent')).toMatch('to the clerk to the governing board, ____.')
    expect(nobody.text('parent')).toMatch(/^____, headteacher, Invented School$/m)
    for (const { to, missing } of nobody.all) {
      expect(to).toEqual([])
      expect(missing.length).toBeGreaterThan(0)
    }
  })

  it('is the clerk’s address', () => {
    expect(letters([threeDays]).of('parent')?.missing).toContain(
      'Add the postal address of Clem Clerk, clerk to the governing board.',
    )
    const clerk = { name: 'Clem Clerk', email: null, phone: null }
    expect(letters([threeDays]).text('parent')).toMatch('clerk@school.example, or by post to ____.')
    expect(letters([threeDays], { clerk }).of('parent')?.missing).toContain(
      'No address of Clem Clerk is recorded: add how representations are made.',
    )
  })

  it('is every day past the known calendar', () => {
    const late = letters([aSuspensionRow('2026-03-26', 12)], { calendar: calendarToSpring })
    expect(late.of('parent')?.missing).toContain(
      'The term dates are not known so far ahead: add the last day and the day of return.',
    )
    expect(late.text('parent')).toMatch('from Thu 26 March 2026 to ____.')
    expect(late.text('parent')).toMatch('Alex Example is expected back on ____.')
    expect(late.text('parent')).not.toMatch(/undefined|null/)
    const board = letters([aSuspensionRow('2026-03-16', 12)], { calendar: calendarToSpring }).of(
      'governing-board',
    )
    expect(board?.paragraphs.join(' ')).toMatch('within 50 school days of this notice, by ____, and decide')
    expect(board?.missing).toContain(
      'The term dates are not known so far ahead: add the last day for the board to meet.',
    )
  })

  it('leaves a line for what happened, which is never copied', () => {
    for (const kind of [
      'parent',
      'local-authority',
      'social-worker',
      'virtual-school',
      'governing-board',
    ] as const)
      expect(letters([threeDays]).text(kind)).toMatch(
        /^The reasons are: Damage and Theft\. What happened: ____$/m,
      )
  })
})

describe('the letter of cancelling', () => {
  const cancelled = { at: localMinute('2026-03-13T12:30'), reason: 'New evidence.' }

  it('stands alone, goes to all who were told, and says why', () => {
    const { kinds, of, text } = letters([{ ...threeDays, cancelledAt: '2026-03-13T12:30' }], { cancelled })
    expect(kinds).toEqual(['cancellation', 'board-cancellation'])
    expect(of('cancellation')?.toRoles).toEqual([
      'parent',
      'local-authority',
      'social-worker',
      'virtual-school',
    ])
    expect(of('cancellation')?.to).toEqual([
      'Pat Example',
      'The local authority, Fenwick',
      'Sol Worker',
      'Hartmoor Virtual School',
    ])
    expect(text('cancellation')).toMatch(
      'On Fri 13 March 2026 I cancelled the suspension of Alex Example that was to begin on Mon 16 March 2026. It does not begin: Alex Example stays in school.',
    )
    expect(text('cancellation')).toMatch('The reason: New evidence.')
    expect(text('cancellation')).toMatch('None of it was served. We offer the parents a meeting')
  })

  it('counts what was spent out of school before it', () => {
    const later = { at: localMinute('2026-03-13T12:30'), reason: 'New evidence.' }
    const begun = {
      ...aSuspensionRow('2026-03-11', 10, { decidedAt: '2026-03-11T08:30' }),
      cancelledAt: later.at,
    }
    expect(letters([begun], { cancelled: later }).text('cancellation')).toMatch(
      '2.5 school days were spent out of school before that, and stay in our count.',
    )
    expect(letters([begun], { cancelled: later }).text('cancellation')).toMatch(
      'Alex Example that began on Wed 11 March 2026. Alex Example can come back to school at once.',
    )
    const lunchtimes = { ...begun, kind: 'lunchtime', startSession: null } as const
    const text = letters([lunchtimes], { cancelled: later }).text('cancellation')
    expect(text).toMatch('Lunchtimes before that stay in our count as 1.5 school days.')
    expect(text).toMatch('can be in school at lunchtime again at once')
    const excluded = { ...permanent, cancelledAt: later.at, startedOn: '2026-03-11' }
    expect(letters([excluded], { cancelled: later }).text('cancellation')).toMatch(
      '2.5 school days were spent out of school before that, and stay in our count.',
    )
  })

  it('says since when the child has been back, where the days were over', () => {
    const over = {
      ...aSuspensionRow('2026-03-10', 2, { decidedAt: '2026-03-10T08:30' }),
      cancelledAt: cancelled.at,
    }
    const text = letters([over], { cancelled }).text('cancellation')
    expect(text).toMatch('Alex Example has been back in school since Wed 11 March 2026.')
    expect(text).toMatch('1 school day was spent out of school before that, and stays in our count.')
  })

  it('tells the board, and the board alone, how many were cancelled in each term', () => {
    const cancelledByTerm = [
      { term: 'Autumn 2025', count: 0 },
      { term: 'Spring 2026', count: 2 },
    ]
    const row = { ...threeDays, cancelledAt: cancelled.at }
    const { of, text } = letters([row], { cancelled, cancelledByTerm })
    const number =
      'Suspensions and exclusions that I have cancelled this school year: none in Autumn 2025 and 2 in Spring 2026.'
    expect(of('board-cancellation')?.to).toEqual(['Clem Clerk, clerk to the governing board'])
    expect(text('board-cancellation')).toMatch(/^On Fri 13 March 2026 I cancelled the suspension of Alex/)
    expect(text('board-cancellation')).toMatch('The reason: New evidence.')
    expect(text('board-cancellation')).toMatch(number)
    expect(text('cancellation')).not.toMatch('Autumn 2025')
    const standing = letters([threeDays], { cancelledByTerm })
    expect(standing.text('governing-board')).toMatch(number)
    expect(standing.all.filter(({ paragraphs }) => paragraphs.join().includes(number))).toHaveLength(1)
    expect(letters([threeDays]).text('governing-board')).not.toMatch('cancelled')
  })

  it('asks for a reason', () => {
    const { of } = letters([threeDays], { cancelled: { ...cancelled, reason: null } })
    expect(of('cancellation')?.missing).toEqual(['No reason for the cancelling is recorded: add it.'])
    expect(of('cancellation')?.paragraphs).toContain('The reason: ____')
  })
})

describe('every letter', () => {
  it('is plain sentences without gaps', () => {
    for (const row of [
      threeDays,
      sixDays,
      permanent,
      aSuspensionRow('2026-03-16', 1, { startSession: 'PM' }),
    ])
      for (const { paragraphs, missing } of letters([row]).all)
        for (const text of [...paragraphs, ...missing]) {
          expect(text).toMatch(/^[A-Z]/)
          expect(text).not.toMatch(/undefined|null|NaN|\s{2}| ,|\.\./)
        }
  })
})
