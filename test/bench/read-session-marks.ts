import { addDays, isoDate, weekday } from '../../server/calendar/iso-date.ts'
import { openCsv, readRecords } from '../../server/import/read-csv.ts'
import { readFiles } from '../../server/import/read-files.ts'
import { isProblem } from '../../server/import/read-problem.ts'
import { anUpn } from '../support/upn.ts'

/**
 * Reading a register of 10,000 children × 380 marks against the same parser throwing every row away:
 * `node --import tsx test/bench/read-session-marks.ts [children]`. Processor time, so that neighbours on the
 * machine count little.
 */
const SCHOOL_DAYS = 190
const CODES = ['/', '\\', '/', '\\', '/', '\\', 'I', 'L', 'M', 'N', 'Y1', '/', '\\', 'B', '/', '\\']

const children = Number(process.argv[2] ?? 10_000)
const weekdays = Array.from({ length: 300 }, (_, at) => addDays(isoDate('2025-09-01'), at))
  .filter((day) => weekday(day) < 5)
  .slice(0, SCHOOL_DAYS)

const register = (): Buffer => {
  const pieces = [Buffer.from('upn,date,session,mark\n')]
  for (let child = 0; child < children; child++) {
    const upn = anUpn(child)
    const rows = weekdays.flatMap((day, at) =>
      ['AM', 'PM'].map(
        (session, half) => `${upn},${day},${session},${CODES[(at * 2 + half + child * 7) % 16]}\n`,
      ),
    )
    pieces.push(Buffer.from(rows.join('')))
  }
  return Buffer.concat(pieces)
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

const bytes = register()
const limits = { recordBytes: 256 * 1024, columns: 2000 }
const csv = openCsv(bytes, limits)
if (isProblem(csv)) throw new Error(csv.message)
for (let run = 1; run <= 2; run++) {
  const thrownAway = await seconds(() => readRecords(csv, limits, () => undefined))
  const read = await seconds(() => readFiles([{ name: 'session-marks.csv', bytes }]))
  const ratio = (read / thrownAway).toFixed(2)
  process.stdout.write(
    `run ${run}: ${children * SCHOOL_DAYS * 2} marks, thrown away ${thrownAway.toFixed(1)} s, read ${read.toFixed(1)} s, ratio ${ratio}\n`,
  )
}
