import { describe, expect, it } from 'vitest'
import { academicYearOf } from '../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { prepareChildFacts, type Told } from '../../../server/facts/build-child-facts.ts'
import type { ChildRows } from '../../../server/facts/child-rows.ts'
import { aCalendar } from '../../support/build/a-calendar.ts'
import {
  aChildRow,
  aCareRow,
  aPepRow,
  aPersonRow,
  aRegister,
  aSuspensionRow,
  childRows,
} from '../../support/build/child-rows.ts'

const on = isoDate('2026-03-13')
const nothing: Told = { care: false, pep: false, suspension: false, attendance: false }

const factsOf = (rows: Partial<ChildRows>, told: Partial<Told> = {}) =>
  prepareChildFacts({
    on,
    year: academicYearOf(on),
    calendar: aCalendar(),
    authorities: new Map(),
    ownAuthority: 'X01',
    told: { ...nothing, ...told },
  })(childRows(rows))

describe('what nobody told us', () => {
  it('is null, and never an empty list', () => {
    expect(factsOf({})).toMatchObject({ care: null, pep: null, attendance: null, suspension: null })
  })

  it('is told for this child by a row of its own', () => {
    const facts = factsOf({
      careEpisodes: [aCareRow('cin-plan', '2025-06-16')],
      pepMeetings: [aPepRow('2026-02-03')],
      suspensions: [aSuspensionRow('2026-02-03', 2)],
      attendanceYears: [aRegister(aCalendar())],
    })
    expect(facts.care?.now.cin).toBe(true)
    expect(facts.pep?.meetings).toHaveLength(1)
    expect(facts.suspension?.rows).toHaveLength(1)
    expect(facts.attendance?.possible).toBe(facts.attendance?.schoolSessions)
  })

  it('is told as none when the school gave the source and this child is not in it', () => {
    const facts = factsOf({}, { care: true, pep: true, suspension: true })
    expect(facts.care).toMatchObject({ episodes: [], spells: [], authorityNow: null })
    expect(facts.pep).toMatchObject({ meetings: [], planned: [], firstPeps: [] })
    expect(facts.suspension).toMatchObject({ rows: [], byTerm: {}, inCurrentYear: 0 })
  })

  it('does not hide plans behind care that is not told', () => {
    const facts = factsOf({ pepMeetings: [aPepRow('2026-02-03')] })
    expect(facts.care).toBeNull()
    expect(facts.pep?.meetings[0]?.counted).toBe(false)
  })

  it('is a register of missing marks where registers are known to be complete', () => {
    const facts = factsOf({}, { attendance: true })
    expect(facts.attendance?.schoolSessions).toBeGreaterThan(0)
    expect(facts.attendance?.missing).toBe(facts.attendance?.schoolSessions)
  })

  it('does not take last year’s register for this year’s', () => {
    expect(factsOf({ attendanceYears: [aRegister(aCalendar(), {}, '2024/25')] }).attendance).toBeNull()
  })
})

describe('a child’s facts', () => {
  it('hold no name, number or address of anybody', () => {
    const facts = factsOf({ persons: [aPersonRow('parent', { phone: '01632 960456' })] })
    expect(JSON.stringify(facts)).not.toContain('01632')
    expect(facts.person).toEqual([
      { id: 'person-parent', role: 'parent', hasPhone: true, doNotContact: false },
    ])
  })

  it('say where the child lives, and whether that is the school’s own authority', () => {
    const authorities = new Map(
      ['X01', 'X02'].map((code) => [code, { code, name: `Authority ${code}`, virtualSchoolPhone: null }]),
    )
    const homeIn = (homeAuthorityCode: string | null) =>
      prepareChildFacts({
        on,
        year: academicYearOf(on),
        calendar: aCalendar(),
        authorities,
        ownAuthority: 'X01',
        told: nothing,
      })(childRows({ child: aChildRow({ homeAuthorityCode }) })).home
    expect(homeIn('X01')).toMatchObject({ authority: { name: 'Authority X01' }, isSchoolsOwn: true })
    expect(homeIn('X02')).toMatchObject({ authority: { name: 'Authority X02' }, isSchoolsOwn: false })
    expect(homeIn(null)).toBeNull()
  })

  it('are those of the child alone, however many are built one after another', () => {
    const build = prepareChildFacts({
      on,
      year: academicYearOf(on),
      calendar: aCalendar(),
      authorities: new Map(),
      ownAuthority: 'X01',
      told: { care: true, pep: true, suspension: true, attendance: true },
    })
    const absent = childRows({ attendanceYears: [aRegister(aCalendar(), { '2026-03-12 AM': 'O' })] })
    const present = childRows({ attendanceYears: [aRegister(aCalendar())] })
    const alone = build(present)
    const first = build(absent)
    expect(build(present)).toEqual(alone)
    expect(first.attendance?.unexplained).toHaveLength(1)
  })
})
