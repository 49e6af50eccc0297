import { breach, met } from '../../engine/finding.ts'
import { markRuns, sessionWords } from '../../engine/mark-runs.ts'
import { notOnRoll } from '../../engine/on-roll.ts'
import { defineRule } from '../../engine/rule.ts'
import { dayWords } from '../../engine/words.ts'

export default defineRule({
  id: 'e-marks-without-suspension',
  title: 'Suspension recorded for every mark E',
  breachTitle: 'Marks E without a suspension',
  why: 'E says that the child was suspended or permanently excluded. Without a recorded decision there is no sign that anyone was told, its days are not counted, and parents cannot ask for it to be looked at again.',
  action: {
    text: 'Record the suspension with its decision and who was told; or, if there was none, correct the marks.',
    label: 'Record the suspension',
    form: 'suspension',
  },
  severity: 'high',
  duty: {
    owner: 'headteacher',
    force: 'must',
    source: 'pupil-registration-2024',
    place: 'regulation 10',
    from: '2024-08-19',
  },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['identity', 'attendance'],
  check({ identity, attendance: { excludedMarks, suspendedSessions } }, { on, calendar }) {
    const away = notOnRoll(identity, on)
    if (away) return away
    if (excludedMarks.length === 0) return met('', 'No mark E in the register this year.')
    const covered = new Set(suspendedSessions.map((each) => `${each.on} ${each.session}`))
    const uncovered = excludedMarks.filter((mark) => !covered.has(`${mark.on} ${mark.session}`))
    if (uncovered.length === 0) return met('', 'Every mark E lies in a recorded suspension.')
    return markRuns(uncovered, calendar).map((run) => {
      const [first] = run
      return breach(
        `E from ${first.on}`,
        `Marked E on ${sessionWords(run, on)}, with no suspension recorded.`,
        {
          since: first.on,
          evidence: run.map((mark) => ({
            label: `${dayWords(mark.on, on)} ${mark.session}`,
            value: 'Marked E',
            on: mark.on,
          })),
          prefill: {
            kind: 'suspension',
            startedOn: first.on,
            startSession: first.session,
            halfDays: `${run.length}`,
          },
        },
      )
    })
  },
})
