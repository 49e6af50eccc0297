import { breach, met } from '../../engine/finding.ts'
import { markRuns, sessionWords } from '../../engine/mark-runs.ts'
import { notOnRoll } from '../../engine/on-roll.ts'
import { defineRule } from '../../engine/rule.ts'
import { dayWords } from '../../engine/words.ts'

export default defineRule({
  id: 'part-time-marks-without-timetable',
  title: 'Part-time timetable recorded where the register has its marks',
  breachTitle: 'Marks of a part-time timetable that is not recorded',
  why: 'C2 says that the child was away by a part-time timetable. Where none is recorded, nobody knows who agreed to it, when it is looked at again and when it ends, and a child can be kept from school for what is never written down.',
  action: {
    text: 'Record the timetable with its end, the day it is looked at again and the parents’ agreement; or, if there was none, correct the marks.',
    label: 'Record the timetable',
    form: 'part-time-timetable',
  },
  severity: 'medium',
  duty: { owner: 'headteacher', force: 'should', source: 'attendance-guidance', from: '2024-08-19' },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['identity', 'attendance', 'partTimeTimetable'],
  check({ identity, attendance: { partTimeMarks }, partTimeTimetable }, { on, calendar }) {
    const away = notOnRoll(identity, on)
    if (away) return away
    if (partTimeMarks.length === 0) return met('', 'No mark C2 in the register this year.')
    const uncovered = partTimeMarks.filter(
      (mark) =>
        !partTimeTimetable.some(
          ({ startsOn, endsOn }) => startsOn <= mark.on && (endsOn === null || mark.on <= endsOn),
        ),
    )
    if (uncovered.length === 0) return met('', 'Every mark C2 lies in a recorded part-time timetable.')
    return markRuns(uncovered, calendar).map((run) => {
      const [first] = run
      return breach(
        `C2 from ${first.on}`,
        `Marked C2 on ${sessionWords(run, on)}, with no part-time timetable recorded.`,
        {
          since: first.on,
          evidence: run.map((mark) => ({
            label: `${dayWords(mark.on, on)} ${mark.session}`,
            value: 'Marked C2',
            on: mark.on,
          })),
          prefill: { startsOn: first.on },
        },
      )
    })
  },
})
