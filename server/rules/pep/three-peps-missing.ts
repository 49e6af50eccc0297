import { addDays } from '../../calendar/iso-date.ts'
import { windowActBy } from '../../engine/act-by.ts'
import { breach, due, met, noData, notApplicable } from '../../engine/finding.ts'
import { meetingEvidence } from '../../engine/meeting-words.ts'
import { defineRule } from '../../engine/rule.ts'
import { capital, count, countWords, dateWords, dayWords } from '../../engine/words.ts'
import { valueOn } from '../../law/dated.ts'
import { windowState } from '../../law/pep.ts'
import { thresholds } from '../../law/thresholds.ts'

export default defineRule({
  id: 'three-peps-missing',
  title: 'Three PEPs complete in the academic year',
  breachTitle: 'Fewer PEPs than the academic year asks for',
  why: 'A review each term makes three personal education plans (PEPs) a year; a child in care here for part of it needs one for each term that asks for one. The number is how school policies put the termly review of the guidance.',
  action: {
    text: 'Agree the day of the next PEP meeting with the social worker; a further one in the same term counts.',
    label: 'Record a PEP meeting',
    form: 'pep-meeting',
  },
  severity: 'high',
  duty: { owner: 'local-authority', force: 'local', source: 'promoting-education', from: '2018-02-26' },
  groups: ['cla'],
  needs: ['pep'],
  options: {
    windowMinimum: {
      label: 'Shortest time in care here for which a term needs a PEP',
      unit: thresholds.pepWindowMinimum.unit,
      value: thresholds.pepWindowMinimum.latest,
    },
  },
  check({ pep }, { on, year, options: { windowMinimum } }) {
    const windows = pep.windows.filter((window) => window.year === year)
    if (windows.length === 0) return noData('', `The school’s terms of ${year} are not known.`)
    const required = windows.filter((window) => windowState(window, on, windowMinimum) !== 'not-required')
    const last = required.at(-1)
    if (!last) return notApplicable('Not in care at this school for long enough in any term of this year.')

    const wanted = Math.min(valueOn(thresholds.pepsAYear, on), required.length)
    const complete = windows.reduce(
      (sum, window) => sum + window.completedInWindow + window.completedAfterWindow,
      0,
    )
    const missing = wanted - complete
    const evidence = [
      { label: 'Terms that ask for a PEP', value: required.map((window) => window.term).join(', ') },
      { label: 'Complete', value: `${complete} of ${wanted}` },
      ...windows.flatMap((window) => window.meetings.map((meeting) => meetingEvidence(meeting, on))),
    ]
    const are = complete === 1 ? 'is' : 'are'
    const soFar =
      complete === 0
        ? `No PEP for ${year} is complete`
        : `${complete} of ${count(wanted, 'PEP')} for ${year} ${are} complete`
    if (missing <= 0) return met('', `${soFar}.`, { evidence })

    if (on > last.lastDay)
      return breach('', `${soFar}; the last window ended on ${dateWords(last.lastDay, on)}.`, {
        headline: capital(`${countWords(missing, 'PEP')} missing this year`),
        since: addDays(last.lastDay, 1),
        final: true,
        evidence,
      })
    const dueOn = windowActBy(last, on)
    const open = required.filter((window) => on <= window.lastDay).length
    const crowded = missing > open ? ', more than one in a term' : ''
    return due(
      '',
      `${soFar}; ${countWords(missing, 'PEP')} still to complete by ${dayWords(dueOn, on)}${crowded}.`,
      { headline: capital(`${countWords(missing, 'PEP')} still to complete this year`), dueOn, evidence },
    )
  },
})
