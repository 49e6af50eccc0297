import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import { demoFiles } from '../../../server/demo/files.ts'

const days = [
  '2025-09-01',
  '2025-10-29',
  '2026-01-05',
  '2026-03-13',
  '2026-08-12',
  '2026-11-20',
  '2027-07-20',
]
const rows = (day: string, name: string) =>
  (demoFiles(isoDate(day)).find((file) => file.name === name)?.text ?? '').trim().split('\n').slice(1)

describe('the demonstration school', () => {
  it('is a function of the day alone', () => {
    expect(demoFiles(isoDate('2026-03-13'))).toEqual(demoFiles(isoDate('2026-03-13')))
    expect(demoFiles(isoDate('2026-03-13'))).not.toEqual(demoFiles(isoDate('2026-03-12')))
  })

  it.each(days)('has forty children, each with a number of its own, on %s', (day) => {
    const upns = rows(day, 'children.csv').map((row) => row.split(',')[0])
    expect(new Set(upns).size).toBe(40)
  })

  it('has last year’s register alone on the first day of the year', () => {
    const marks = rows('2025-09-02', 'session-marks.csv').map((row) => row.split(',')[1]!)
    expect(marks.length).toBeGreaterThan(10_000)
    expect(marks.filter((day) => day < '2024-09-01' || day > '2025-08-31')).toEqual([])
  })

  it.each(days)('knows nothing of the time after %s', (day) => {
    for (const mark of rows(day, 'session-marks.csv')) expect(mark.split(',')[1]! < day).toBe(true)
    for (const meeting of rows(day, 'pep-meetings.csv')) expect(meeting.split(',')[1]! <= day).toBe(true)
  })

  it('uses numbers of dramas and addresses of examples alone', () => {
    for (const person of rows('2026-03-13', 'people.csv')) {
      const [, , , , phone, email] = person.split(',')
      expect(phone).toMatch(/^(07700 900\d{3}|01632 960\d{3}|ext\. \d{3})$/)
      expect(email).toMatch(/^$|\.example$/)
    }
  })
})
