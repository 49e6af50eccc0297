import { readFileSync } from 'node:fs'
import { weekday, type IsoDate } from '../../server/calendar/iso-date.ts'
import type { SlowChild, SlowSchool } from './slow-report.ts'

/** The sample's files read without the import: as text, line by line. */

const ABSENT = 'C C1 C2 J1 M S T R I E G N O U'.split(' ')
const PRESENT = '/ \\ L K V P W B'.split(' ')

const textOf = (file: string, encoding = 'utf-8') =>
  new TextDecoder(encoding).decode(readFileSync(new URL(`../golden/sample/${file}`, import.meta.url)))

/** The rows of a file by the names of its columns. */
function rowsOf(file: string): Record<string, string>[] {
  const [header = '', ...lines] = textOf(file).trim().split(/\r?\n/)
  const names = header.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i]!, cell])))
}

/** The marks of both files as `upn day AM` by the mark. */
function marks(): Map<string, string> {
  const found = new Map<string, string>()
  for (const { upn, date, session, mark } of rowsOf('session-marks.csv'))
    found.set(`${upn} ${date} ${session}`, mark!)
  const [header = '', ...lines] = textOf('session-marks-wide.csv', 'windows-1252').trim().split(/\r?\n/)
  const cellsOf = (line: string) => line.slice(1, -1).split('","')
  const names = cellsOf(header).map((name) =>
    name.replace(/^(\d\d)\/(\d\d)\/(\d{4}) (AM|PM)$/, '$3-$2-$1 $4'),
  )
  for (const cells of lines.map(cellsOf))
    for (const [i, mark] of cells.entries()) if (i > 3) found.set(`${cells[0]} ${names[i]}`, mark)
  return found
}

const orNull = (cell: string | undefined) => (cell === undefined || cell === '' ? null : cell)

/** The sample school as its files have it, with its sessions counted up to the day. */
export function sampleSchool(on: IsoDate): SlowSchool {
  const termDates = rowsOf('term-dates.csv')
  const covers = (day: string) =>
    termDates.filter((row) => row['first_day']! <= day && day <= row['last_day']!)
  const isSchoolDay = (day: string) => {
    const rows = covers(day)
    return rows.length > 0 && rows.every(({ kind }) => kind === 'term') && weekday(day as IsoDate) < 5
  }
  const of = (upn: string, rows: Record<string, string>[]) => rows.filter((row) => row['upn'] === upn)
  const [care, peps, suspensions] = ['care-episodes.csv', 'pep-meetings.csv', 'suspensions.csv'].map(rowsOf)
  const ofMarks = marks()

  const sessionsOf = (upn: string, admittedOn: string, leftOn: string | null) => {
    let [possible, missed, has] = [0, 0, false]
    for (const [key, mark] of ofMarks) {
      const [whose, day] = key.split(' ') as [string, string]
      if (whose !== upn) continue
      has = true
      if (day < admittedOn || (leftOn !== null && day > leftOn) || day > on || !isSchoolDay(day)) continue
      if (ABSENT.includes(mark)) missed += 1
      if (ABSENT.includes(mark) || PRESENT.includes(mark)) possible += 1
    }
    return has ? { possible, missed } : null
  }
  const children = rowsOf('children.csv').map((row): SlowChild => {
    const upn = row['upn']!
    const [admittedOn, leftOn] = [row['admitted_on']!, orNull(row['left_on'])]
    return {
      id: upn,
      yearGroup: row['year_group']!,
      admittedOn,
      leftOn,
      care: of(upn, care!)
        .filter((each) => each['started_on']! <= on)
        .map((each) => ({
          status: each['status']!,
          startedOn: each['started_on']!,
          endedOn: orNull(each['ended_on']),
          authority: orNull(each['local_authority']),
        })),
      peps: of(upn, peps!).map((each) => ({
        heldOn: each['held_on']!,
        completedOn: orNull(each['completed_on']),
        quality: orNull(each['quality']),
        attended: each['attended']!.split(';'),
        views: each['child_views'] === 'yes',
      })),
      suspensions: of(upn, suspensions!).map((each) => ({
        kind: each['kind']!,
        startedOn: each['started_on']!,
        startSession: orNull(each['start_session']),
        halfDays: each['school_days'] === '' ? null : Number(each['school_days']) * 2,
        decidedAt: orNull(each['decided_at']),
        isOurs: true,
        cancelledAt: null,
        asked: [
          { who: 'virtual-school', at: each['vsh_contacted_at']!, isThere: true },
          { who: 'social-worker', at: each['social_worker_contacted_at']!, isThere: true },
        ].filter(({ at }) => at !== ''),
      })),
      sessions: sessionsOf(upn, admittedOn, leftOn),
      considered: [],
      spans: { 'off-site': [], 'part-time': [] },
      days: { 'managed-move': [], 'sent-home': [] },
      needs: [],
      assessments: [],
      alerts: [],
    }
  })
  return {
    on,
    authority: 'Hertfordshire',
    phase: 'secondary',
    told: { care: true, pep: true, suspension: true },
    children,
    money: [],
    isSchoolDay,
    known: { from: '2024-09-01', to: '2026-08-31' },
  }
}
