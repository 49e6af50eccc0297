import { addDays } from '../../calendar/iso-date.ts'
import { breach, due, met, noData } from '../../engine/finding.ts'
import { markRuns, sessionWords } from '../../engine/mark-runs.ts'
import { notOnRoll } from '../../engine/on-roll.ts'
import { defineRule } from '../../engine/rule.ts'
import { absenceContact } from '../../engine/absence-contact.ts'
import { count, dayWords } from '../../engine/words.ts'
import { valueOn } from '../../law/dated.ts'
import { thresholds } from '../../law/thresholds.ts'

export default defineRule({
  id: 'n-mark-unresolved',
  title: 'Reason for each absence found within five school days',
  breachTitle: 'Reason for an absence not found within five school days',
  why: 'N means that the school does not yet know why a child was away. Guidance on the register, as authorities report it, gives five school days to find out; later it is seldom asked again.',
  action: {
    text: 'Ask once more why the child was away, then correct the mark in the management system and import it.',
    label: 'Record a contact',
    form: 'contact',
  },
  severity: 'medium',
  duty: { owner: 'attendance-lead', force: 'should', source: 'attendance-guidance', from: '2024-08-19' },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['identity', 'care', 'attendance'],
  check({ identity, care, attendance }, { on, calendar }) {
    const away = notOnRoll(identity, on)
    if (away) return away
    const limit = valueOn(thresholds.unexplainedCorrected, on)
    const marks = attendance.unexplained.filter((mark) => mark.code === 'N')
    if (marks.length === 0) return met('', 'No mark N is left in the register this year.')
    const runs = markRuns(marks, calendar).map((run) => ({
      run,
      lastDay: calendar.addSchoolDays(run[0].on, limit),
    }))
    const rows = (some: readonly (typeof marks)[number][]) =>
      some.map((mark) => ({
        label: `${dayWords(mark.on, on)} ${mark.session}`,
        value: 'Marked N',
        on: mark.on,
      }))
    const prefill = absenceContact(care.now)

    const open = runs.flatMap(({ run, lastDay }) => {
      const about = `N from ${run[0].on}`
      const when = sessionWords(run, on)
      if (lastDay === null)
        return noData(
          about,
          `N on ${when}; the school calendar does not reach ${count(limit, 'school day')} further.`,
        )
      if (on > lastDay) return []
      return due(about, `N on ${when}: the reason is to be found by ${dayWords(lastDay, on)}.`, {
        headline: 'Reason for an absence to find',
        dueOn: lastDay,
        evidence: rows(run),
        prefill,
      })
    })
    const overdue = runs.filter(({ lastDay }) => lastDay !== null && lastDay < on)
    const [oldest] = overdue
    const newest = overdue.at(-1)
    if (!oldest?.lastDay || !newest) return open
    // A mark of an absence that went on may be younger than its first.
    const left = overdue.flatMap(({ run }) =>
      run.filter((mark) => on > (calendar.addSchoolDays(mark.on, limit) ?? on)),
    )
    const stands = left.length === 1 ? 'stands' : 'stand'
    // The newest absence is named, so that an answer about the older ones does not hide it.
    const late = breach(
      `overdue N up to ${newest.run[0].on}`,
      `${count(left.length, 'mark')} N still ${stands} after ${count(limit, 'school day')}: ${sessionWords(left, on)}.`,
      { since: addDays(oldest.lastDay, 1), evidence: rows(left), prefill },
    )
    return [late, ...open]
  },
})
