import { academicYear } from '../../server/calendar/academic-year.ts'
import { addDays, isoDate, type IsoDate } from '../../server/calendar/iso-date.ts'
import { buildSchoolCalendar } from '../../server/calendar/school-calendar.ts'
import { drawn, oneOf } from '../../server/demo/random.ts'
import { demoTermDates } from '../../server/demo/term-dates.ts'
import { anUpn } from '../support/upn.ts'

/** The day as at which everything is measured: the last school day of the year, when there is most to read. */
export const on = isoDate('2026-07-17')

const calendar = buildSchoolCalendar(demoTermDates(academicYear('2025/26')))
const days = calendar.schoolDays.slice(0, 190)
const text = (name: string, lines: readonly string[]) => ({
  name,
  bytes: Buffer.from(`${lines.join('\n')}\n`),
})
const draw = (child: number, what: string) => drawn(`${child} ${what}`)
const at = (day: IsoDate, time: string) => `${day}T${time}`

/** An authority's worth of children in files: the lists, without marks. Every third is looked after. */
export function lists(children: number) {
  const rows = {
    child: [] as string[],
    care: [] as string[],
    pep: [] as string[],
    suspension: [] as string[],
  }
  for (let child = 0; child < children; child++) {
    const upn = anUpn(child)
    rows.child.push(
      `${upn},Surname${child},Forename${child},2013-${String((child % 12) + 1).padStart(2, '0')}-11,7,2023-09-01,`,
    )
    const status = oneOf(['cla', 'cin-plan', 'cp-plan'], `status ${child}`)
    const began = addDays(isoDate('2024-01-08'), Math.floor(draw(child, 'began') * 700))
    rows.care.push(`${upn},${status},${began},,Hertfordshire,`)
    if (status === 'cla')
      for (const held of ['2025-10-14', '2026-02-03', '2026-05-12'])
        if (held > began && draw(child, held) < 0.85)
          rows.pep.push(
            `${upn},${held},${addDays(isoDate(held), 5)},${oneOf(['green', 'amber', 'red', ''], `q${child}${held}`)},social-worker;designated-teacher;carer,yes`,
          )
    if (draw(child, 'suspended') < 0.25) {
      const start = days[Math.floor(draw(child, 'start') * 170) + 1]!
      const decided = days[days.indexOf(start) - 1]!
      rows.suspension.push(
        `${upn},suspension,${start},AM,${1 + (child % 5)},DB,${at(decided, '09:10')},${at(decided, '09:30')},${at(decided, '14:00')},${at(decided, '14:30')},${at(decided, '15:00')},${at(decided, '15:10')},`,
      )
    }
  }
  return [
    text('school.json', [
      JSON.stringify({
        name: 'Bench School',
        urn: '990009',
        laestab: '9194009',
        local_authority: { name: 'Hertfordshire', code: '919' },
        phase: 'secondary',
      }),
    ]),
    text('term-dates.csv', [
      'kind,name,first_day,last_day',
      ...demoTermDates(academicYear('2025/26')).map(
        (row) => `${row.kind},${row.name},${row.firstDay},${row.lastDay}`,
      ),
    ]),
    text('children.csv', [
      'upn,surname,forename,date_of_birth,year_group,admitted_on,left_on',
      ...rows.child,
    ]),
    text('care-episodes.csv', ['upn,status,started_on,ended_on,local_authority,detail', ...rows.care]),
    text('pep-meetings.csv', ['upn,held_on,completed_on,quality,attended,child_views', ...rows.pep]),
    text('suspensions.csv', [
      'upn,kind,started_on,start_session,school_days,reasons,vsh_contacted_at,social_worker_contacted_at,decided_at,parent_told_at,la_told_at,social_worker_told_at,vsh_told_at',
      ...rows.suspension,
    ]),
  ]
}

/** Their register of 380 sessions each, a row for each mark. */
export function register(children: number) {
  const pieces = ['upn,date,session,mark\n']
  for (let child = 0; child < children; child++) {
    const upn = anUpn(child)
    const missed = draw(child, 'missed') * 0.2
    for (const day of days) {
      const away = drawn(`${child}${day}`) < missed
      pieces.push(
        `${upn},${day},AM,${away ? oneOf(['I', 'O', 'M'], `${child}${day}`) : '/'}\n${upn},${day},PM,${away ? 'I' : '\\'}\n`,
      )
    }
  }
  return { name: 'session-marks.csv', bytes: Buffer.from(pieces.join('')) }
}
