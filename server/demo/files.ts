import { academicYearOf, nextYear, previousYear } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import { buildSchoolCalendar } from '../calendar/school-calendar.ts'
import { cast } from './cast.ts'
import { pepRows } from './pep-meetings.ts'
import { drawn } from './random.ts'
import { marksOf } from './session-marks.ts'
import { suspensionRow } from './suspensions.ts'
import { demoTermDates } from './term-dates.ts'
import { demoSchool, told } from './told.ts'

const keyAdults = ['Mr Heron', 'Mrs Plover', 'Ms Teal', 'Mr Bittern', 'Miss Avocet', 'Mrs Curlew']
const socialWorkers = ['Dell Marram', 'Kit Sandling', 'Jo Saltmarsh', 'Ray Dunlin']
const carers = ['Pat and Lou Furrow', 'Gwen Hayrick', 'Sam and Del Stile', 'Nan Orchard']

const line = (cells: readonly (string | number | null)[]) =>
  cells
    .map((cell) =>
      cell === null
        ? ''
        : /[",\n]/.test(String(cell))
          ? `"${String(cell).replaceAll('"', '""')}"`
          : String(cell),
    )
    .join(',')

const csv = (header: string, rows: readonly (readonly (string | number | null)[])[]) =>
  `${[header, ...rows.map(line)].join('\n')}\n`

export interface DemoFile {
  name: string
  text: string
}

/** The demonstration school's files as a school would export them on a day: a function of the day alone. */
export function demoFiles(on: IsoDate): DemoFile[] {
  const year = academicYearOf(on)
  const termDates = [previousYear(previousYear(year)), previousYear(year), year, nextYear(year)].flatMap(
    demoTermDates,
  )
  const calendar = buildSchoolCalendar(termDates)
  const children = cast.map((child, index) => told(child, index, on))
  const suspended = children.map((one) =>
    (one.child.suspensions ?? []).flatMap((story) => suspensionRow(one, story, on, calendar) ?? []),
  )
  const file = (name: string, header: string, rows: readonly (readonly (string | number | null)[])[]) => ({
    name,
    text: csv(header, rows),
  })
  const phone = (seed: string) => `07700 900${String(100 + Math.floor(drawn(seed) * 899))}`
  const all = [
    {
      name: 'school.json',
      text: JSON.stringify({
        name: demoSchool.name,
        urn: demoSchool.urn,
        laestab: demoSchool.laestab,
        local_authority: { name: demoSchool.authority.name, code: demoSchool.authority.code },
        phase: demoSchool.phase,
        as_at: on,
        academic_year: year,
      }),
    },
    file(
      'term-dates.csv',
      'kind,name,first_day,last_day',
      termDates.map(({ kind, name, firstDay, lastDay }) => [kind, name, firstDay, lastDay]),
    ),
    file(
      'children.csv',
      'upn,surname,forename,date_of_birth,year_group,admitted_on,left_on',
      children.map(({ upn, child, dateOfBirth, admittedOn }) => [
        upn,
        child.surname,
        child.forename,
        dateOfBirth,
        child.yearGroup,
        admittedOn,
        null,
      ]),
    ),
    file(
      'care-episodes.csv',
      'upn,status,started_on,ended_on,local_authority,detail',
      children.flatMap(({ upn, statuses }) =>
        statuses.map((s) => [upn, s.status, s.startedOn, s.endedOn, s.authority, s.detail]),
      ),
    ),
    file(
      'pep-meetings.csv',
      'upn,held_on,completed_on,quality,attended,child_views',
      children.flatMap((one, index) => pepRows(one, index, on, calendar)),
    ),
    file(
      'suspensions.csv',
      'upn,kind,started_on,start_session,school_days,reasons,vsh_contacted_at,social_worker_contacted_at,decided_at,parent_told_at,la_told_at,social_worker_told_at,vsh_told_at',
      suspended.flatMap((rows) => rows.map(({ cells }) => cells)),
    ),
    file(
      'session-marks.csv',
      'upn,date,session,mark',
      children.flatMap((one, index) => marksOf(one, suspended[index]!, on, calendar)),
    ),
    file(
      'people.csv',
      'upn,name,role,organisation,phone,email,parental_responsibility,from,to',
      children.flatMap(({ upn, statuses }, index) => {
        const open = statuses.find(({ endedOn }) => endedOn === null)
        const inCare = open?.status === 'cla'
        const hasSocialWorker = inCare || open?.status === 'cin-plan' || open?.status === 'cp-plan'
        return [
          ...(open
            ? [
                [
                  upn,
                  keyAdults[index % keyAdults.length]!,
                  'key-adult',
                  demoSchool.name,
                  `ext. ${200 + (index % 6)}`,
                  null,
                  'no',
                  null,
                  null,
                ],
              ]
            : []),
          ...(hasSocialWorker
            ? [
                [
                  upn,
                  socialWorkers[index % 4]!,
                  'social-worker',
                  `${open.authority} Council`,
                  phone(`sw ${index % 4}`),
                  `worker${index % 4}@wexmoor.example`,
                  'no',
                  open.startedOn,
                  null,
                ],
              ]
            : []),
          ...(inCare
            ? [
                [
                  upn,
                  carers[index % 4]!,
                  'carer',
                  null,
                  phone(`carer ${index % 4}`),
                  null,
                  'no',
                  open.startedOn,
                  null,
                ],
              ]
            : []),
          ...(inCare
            ? []
            : [
                [
                  upn,
                  `Parent of ${cast[index]!.forename}`,
                  'parent',
                  null,
                  phone(`parent ${index}`),
                  null,
                  'yes',
                  null,
                  null,
                ],
              ]),
        ]
      }),
    ),
  ]
  // A file without a row says nothing.
  return all.filter(({ name, text }) => name === 'school.json' || text.trimEnd().includes('\n'))
}
