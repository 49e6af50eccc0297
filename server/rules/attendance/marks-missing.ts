import { met, noData, notApplicable, watch } from '../../engine/finding.ts'
import { notOnRoll } from '../../engine/on-roll.ts'
import { defineRule } from '../../engine/rule.ts'
import { count, dayWords } from '../../engine/words.ts'
import { thresholds } from '../../law/thresholds.ts'

export default defineRule({
  id: 'marks-missing',
  title: 'Register marks are up to date',
  breachTitle: 'No register marks for ten school days',
  watchTitle: 'No register marks for some time',
  why: 'Without marks nothing here can see an absence. Either the newest register has not been imported, or nobody is marking this child.',
  action: {
    text: 'Import a newer register; if there is none for this child, ask why nobody marks them.',
    label: 'Open the child’s page',
  },
  severity: 'high',
  duty: {
    owner: 'attendance-lead',
    force: 'must',
    source: 'pupil-registration-2024',
    place: 'regulation 10',
    from: '2024-08-19',
  },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['identity'],
  uses: ['attendance'],
  options: {
    schoolDays: {
      label: 'School days without a mark',
      unit: thresholds.withoutMarks.unit,
      value: thresholds.withoutMarks.latest,
    },
  },
  check({ identity, attendance }, { on, year, calendar, options: { schoolDays } }) {
    const away = notOnRoll(identity, on)
    if (away) return away
    const first = calendar.firstSchoolDayOf(year)
    if (first === null) return notApplicable(`The school’s terms of ${year} are not known.`)
    if (on < first) return notApplicable(`The first school day is ${dayWords(first, on)}.`)
    const from = identity.admittedOn > first ? identity.admittedOn : first
    const last = attendance?.lastMarkOn ?? null
    const without = attendance?.schoolDaysWithoutMarks ?? calendar.schoolDaysBetween(from, on)
    const since = dayWords(last ?? from, on)
    if (without < schoolDays)
      return last === null
        ? noData('', `No mark is recorded yet since ${since}.`)
        : met('', `The last mark is of ${since}.`)
    return watch('', `No mark for ${count(without, 'school day')}, since ${since}.`, {
      headline: `No register marks for ${count(without, 'school day')}`,
      evidence: [
        { label: 'Last mark', value: last === null ? 'None this year' : since },
        { label: 'School days without a mark', value: `${without}` },
      ],
    })
  },
})
