import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { academicYear, academicYearOf, placeOf, sessionAt } from '../../../server/calendar/academic-year.ts'
import { bankHolidays } from '../../../server/calendar/bank-holidays-england.ts'
import { isoDate, weekday, type IsoDate } from '../../../server/calendar/iso-date.ts'
import { buildSchoolCalendar, type TermDate } from '../../../server/calendar/school-calendar.ts'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../../server/calendar/working-days.ts'

/*
 * The same questions answered a second time, slowly: one day after the other from Wednesday 1 January 2020
 * to 31 December 2028, by looking at each day alone. Nothing here uses the laid-out calendars.
 */
interface SlowDay {
  readonly day: IsoDate
  readonly dayOfWeek: number
  readonly year: string
}

const RUNS = 10_000
const two = (value: number) => String(value).padStart(2, '0')
const days: SlowDay[] = []
for (let year = 2020; year <= 2028; year += 1) {
  const lengths = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  for (const [index, length] of lengths.entries()) {
    for (let day = 1; day <= length; day += 1) {
      const start = index >= 8 ? year : year - 1
      days.push({
        day: isoDate(`${year}-${two(index + 1)}-${two(day)}`),
        dayOfWeek: (days.length + 2) % 7,
        year: `${start}/${two((start + 1) % 100)}`,
      })
    }
  }
}

const anyDay = fc.integer({ min: 0, max: days.length - 1 })
const anyCount = fc.integer({ min: 0, max: 60 })
const at = (index: number): SlowDay => days[index] ?? expect.fail(`no day ${index}`)

/** The `n`-th day after a place that a test holds for, by walking; null when the days run out or are unknown. */
function walk(index: number, n: number, counts: (day: SlowDay) => boolean | null): IsoDate | null {
  let left = n
  for (let place = index; place < days.length; place += 1) {
    const here = counts(at(place))
    if (here === null) return null
    if (place > index && here) left -= 1
    if (left === 0) return at(place).day
  }
  return null
}

const countFrom = (first: number, last: number, counts: (day: SlowDay) => boolean): number =>
  days.slice(first, last + 1).filter(counts).length

describe('working days, against a slow walk', () => {
  const works = ({ day, dayOfWeek }: SlowDay) =>
    dayOfWeek < 5 && !bankHolidays.includes(day) && !day.endsWith('-12-25')

  it('agree on which days they are and on the n-th after any day', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (index, n) => {
        const { day, dayOfWeek } = at(index)
        expect(weekday(day)).toBe(dayOfWeek)
        expect(isWorkingDay(day)).toBe(works(at(index)))
        expect(addWorkingDays(day, n)).toBe(walk(index, n, works))
      }),
      { numRuns: RUNS },
    )
  })

  it('agree on how many lie between any two days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5, max: 200 }), (index, span) => {
        const last = Math.max(0, Math.min(days.length - 1, index + span))
        expect(workingDaysBetween(at(index).day, at(last).day)).toBe(countFrom(index, last, works))
      }),
      { numRuns: RUNS },
    )
  })
})

/** Rows of an invented school: some years whole, some left out, days out strewn over the terms. */
function inventedRows(seed: number): TermDate[] {
  let state = seed * 7919 + 1
  const random = (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
  const rows: TermDate[] = []
  const add = (kind: TermDate['kind'], name: string, firstDay: string, lastDay: string) =>
    rows.push({
      kind,
      name: `${name} ${firstDay.slice(0, 4)}`,
      firstDay: isoDate(firstDay),
      lastDay: isoDate(lastDay),
    })
  for (let start = 2020; start <= 2027; start += 1) {
    if (random(4) === 0) continue
    const next = start + 1
    add(
      'half-term',
      'Autumn half-term',
      `${start}-10-${two(20 + random(5))}`,
      `${start}-10-${two(26 + random(5))}`,
    )
    add('term', 'Summer', `${next}-04-${two(10 + random(14))}`, `${next}-07-${two(17 + random(8))}`)
    add('term', 'Autumn', `${start}-09-${two(1 + random(6))}`, `${start}-12-${two(17 + random(6))}`)
    add('term', 'Spring', `${next}-01-${two(3 + random(5))}`, `${next}-03-${two(20 + random(10))}`)
    for (let times = random(8); times > 0; times -= 1) {
      const month = [9, 10, 11, 12, 1, 2, 3, 5, 6, 7][random(10)] ?? 1
      const first = 1 + random(24)
      const last = first + random(3)
      const year = month >= 9 ? start : next
      add(
        times % 2 ? 'inset' : 'occasional',
        'Out',
        `${year}-${two(month)}-${two(first)}`,
        `${year}-${two(month)}-${two(last)}`,
      )
    }
  }
  return rows
}

const schools = Array.from({ length: 20 }, (_, seed) => {
  const rows = inventedRows(seed)
  const covers = (day: IsoDate, kinds: readonly string[]) =>
    rows.find((row) => kinds.includes(row.kind) && row.firstDay <= day && day <= row.lastDay)
  const terms = new Map(days.map(({ day }) => [day, covers(day, ['term']) ?? null]))
  const open = new Map(
    days.map(({ day, dayOfWeek }) => [
      day,
      dayOfWeek < 5 &&
        terms.get(day) !== null &&
        !covers(day, ['half-term', 'inset', 'occasional', 'bank-holiday']),
    ]),
  )
  const years = new Set(days.filter(({ day }) => terms.get(day) !== null).map(({ year }) => year))
  return { calendar: buildSchoolCalendar(rows), terms, open, years }
})
const anySchool = fc.integer({ min: 0, max: schools.length - 1 })
const school = (index: number) => schools[index] ?? expect.fail(`no school ${index}`)

describe('school days, against a slow walk', () => {
  it('agree on which days they are, in which term, and on the n-th after any day', () => {
    fc.assert(
      fc.property(anySchool, anyDay, anyCount, (which, index, n) => {
        const { calendar, open, terms, years } = school(which)
        const { day, year } = at(index)
        const isOpen = (each: SlowDay) => open.get(each.day) === true
        const opens = (each: SlowDay) => (years.has(each.year) ? isOpen(each) : null)
        expect(calendar.isSchoolDay(day)).toBe(isOpen(at(index)))
        expect(calendar.knowsDay(day)).toBe(years.has(year))
        expect(calendar.termOf(day)?.name ?? null).toBe(terms.get(day)?.name ?? null)
        if (n > 0) expect(calendar.addSchoolDays(day, n)).toBe(walk(index, n, opens))
        const inTerm = (each: SlowDay) => (years.has(each.year) ? terms.get(each.day) !== null : null)
        const termDay = inTerm(at(index)) ? day : walk(index, 1, inTerm)
        expect(calendar.exclusionTermOf(day)?.name ?? null).toBe(
          (termDay && terms.get(termDay)?.name) ?? null,
        )
        const onOrAfter = isOpen(at(index)) ? day : walk(index, 1, opens)
        expect(calendar.schoolDayOnOrAfter(day)).toBe(onOrAfter)
      }),
      { numRuns: RUNS },
    )
  })

  it('agree on how many lie between two days, on the last before one, and on weeks', () => {
    fc.assert(
      fc.property(anySchool, anyDay, fc.integer({ min: -5, max: 120 }), (which, index, span) => {
        const { calendar, open, years } = school(which)
        const last = Math.max(0, Math.min(days.length - 1, index + span))
        const isOpen = ({ day }: SlowDay) => open.get(day) === true
        expect(calendar.schoolDaysBetween(at(index).day, at(last).day)).toBe(countFrom(index, last, isOpen))

        let back = index
        while (back >= 0 && years.has(at(back).year) && !isOpen(at(back))) back -= 1
        const before = back >= 0 && years.has(at(back).year) ? at(back).day : null
        expect(calendar.schoolDayOnOrBefore(at(index).day)).toBe(before)

        const monday = index - at(index).dayOfWeek
        const inWeek = days
          .slice(Math.max(0, monday), monday + 7)
          .filter((each) => isOpen(each) && each.year === at(index).year)
        const weeks = calendar.weeksOf(academicYear(at(index).year))
        expect(weeks.includes(at(Math.max(0, monday)).day)).toBe(inWeek.length > 0)
      }),
      { numRuns: RUNS },
    )
  })

  it('agree on the sessions that a number of half days covers', () => {
    fc.assert(
      fc.property(
        anySchool,
        anyDay,
        fc.boolean(),
        fc.integer({ min: 1, max: 30 }),
        (which, index, late, halfDays) => {
          const { calendar, open, years } = school(which)
          const walked: string[] = []
          for (let place = index; place < days.length && walked.length < halfDays; place += 1) {
            const here = at(place)
            if (!years.has(here.year)) break
            if (open.get(here.day) !== true) continue
            if (!(late && place === index)) walked.push(`${here.day} AM`)
            if (walked.length < halfDays) walked.push(`${here.day} PM`)
          }
          const covered = calendar.coverage(at(index).day, late ? 'PM' : 'AM', halfDays)
          const expected = walked.length === halfDays ? walked : null
          expect(covered?.map(({ on, session }) => `${on} ${session}`) ?? null).toEqual(expected)
        },
      ),
      { numRuns: RUNS },
    )
  })
})

describe('places of an attendance year, against a slow walk', () => {
  it('agree for every session of every day', () => {
    const next = new Map<string, number>()
    for (const { day, dayOfWeek, year } of days) {
      expect(academicYearOf(day)).toBe(year)
      if (dayOfWeek > 4) {
        expect(placeOf(academicYear(year), day, 'AM')).toBeNull()
        continue
      }
      // The first weekday of a year takes the place of its weekday, as earlier days of that week are August's.
      const place: number = next.get(year) ?? (day === '2020-01-01' ? 17 * 10 + 4 : dayOfWeek * 2)
      expect(placeOf(academicYear(year), day, 'AM')).toBe(place)
      expect(placeOf(academicYear(year), day, 'PM')).toBe(place + 1)
      expect(sessionAt(academicYear(year), place)).toEqual({ on: day, session: 'AM' })
      expect(sessionAt(academicYear(year), place + 1)).toEqual({ on: day, session: 'PM' })
      next.set(year, place + 2)
    }
    expect([...next.values()].every((after) => after <= 530)).toBe(true)
  })
})
