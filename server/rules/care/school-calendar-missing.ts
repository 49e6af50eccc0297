import { met, notApplicable, watch } from '../../engine/finding.ts'
import { notOnRoll } from '../../engine/on-roll.ts'
import { defineRule } from '../../engine/rule.ts'
import { dayWords } from '../../engine/words.ts'

export default defineRule({
  id: 'school-calendar-missing',
  title: 'School’s terms known for the year',
  breachTitle: 'School’s terms not known for the year',
  why: 'Deadlines are counted in the school’s own days. Without term dates nothing about this looked-after child’s plans, absence or suspensions can be given a day.',
  action: {
    text: 'Add the terms, half-terms and INSET days of the year, by form or from a file.',
    label: 'Add term dates',
    form: 'term-date',
  },
  severity: 'medium',
  duty: { owner: 'designated-teacher', force: 'local', source: 'local-policy', from: '2018-02-26' },
  groups: ['cla'],
  needs: ['identity', 'care'],
  check({ identity, care }, { on, year, calendar }) {
    const away = notOnRoll(identity, on)
    if (away) return away
    if (!care.now.cla) return notApplicable('The child is not looked after today.')
    const last = calendar.lastSchoolDayOf(year)
    const evidence = [
      { label: `Last school day known of ${year}`, value: last === null ? 'None' : dayWords(last, on) },
    ]
    const prefill = { kind: 'term' }
    if (last === null)
      return watch('', `No term of ${year} is recorded, so no deadline can be counted in school days.`, {
        evidence,
        prefill,
      })
    return calendar.knowsEndOf(year)
      ? met('', `The terms of ${year} are known up to ${dayWords(last, on)}.`, { evidence })
      : watch('', `The terms of ${year} are known only up to ${dayWords(last, on)}.`, {
          headline: 'School’s terms not known to the end of the year',
          evidence,
          prefill,
        })
  },
})
