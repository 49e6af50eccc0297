import { addDays } from '../../calendar/iso-date.ts'
import { windowActBy } from '../../engine/act-by.ts'
import { breach, due, met, noData, notApplicable } from '../../engine/finding.ts'
import {
  completeOn,
  meetingEvidence,
  meetingRecord,
  meetingWords,
  ratingWords,
} from '../../engine/meeting-words.ts'
import { defineRule } from '../../engine/rule.ts'
import { stillFollowed } from '../../engine/still-followed.ts'
import { capital, count, dateWords, dayWords } from '../../engine/words.ts'
import { windowState } from '../../law/pep.ts'
import { thresholds } from '../../law/thresholds.ts'

export default defineRule({
  id: 'termly-pep-missing',
  title: 'PEP reviewed and complete in each term',
  breachTitle: 'No complete PEP in the term',
  why: 'A personal education plan (PEP) that is older than a term describes another child: new teachers, new targets, perhaps a new home. Statutory guidance, as Virtual Schools report it, asks for a review each school term.',
  action: {
    text: 'Ask the social worker for the meeting, hold it, finish the PEP and record the day it was complete.',
    label: 'Record a PEP meeting',
    form: 'pep-meeting',
  },
  severity: 'high',
  duty: { owner: 'local-authority', force: 'should', source: 'promoting-education', from: '2018-02-26' },
  groups: ['cla'],
  needs: ['identity', 'pep'],
  options: {
    windowMinimum: {
      label: 'Shortest time in care here for which a term needs a PEP',
      unit: thresholds.pepWindowMinimum.unit,
      value: thresholds.pepWindowMinimum.latest,
    },
  },
  check({ identity, pep }, context) {
    const { on, year } = context
    const { windowMinimum } = context.options
    // A gap of last summer is not forgotten on 1 September.
    const leftOpen = (window: (typeof pep.windows)[number]) =>
      stillFollowed(window.lastDay, context) && windowState(window, on, windowMinimum) === 'overdue'
    const isKnown = pep.windows.some((window) => window.year === year)
    const windows = pep.windows.filter((window) => window.year === year || leftOpen(window))
    const unknown = isKnown ? [] : [noData('', `The school’s terms of ${year} are not known.`)]
    const found = windows.map((window) => {
      const { term, firstDay, lastDay, workingDaysInCare, meetings } = window
      const about = `${window.year} ${term}`
      const state = windowState(window, on, windowMinimum)
      if (state === 'not-required')
        return notApplicable(
          workingDaysInCare === 0
            ? 'Not in care at this school in this term.'
            : `${count(workingDaysInCare, 'working day')} in care at this school; fewer than ${windowMinimum}.`,
          about,
        )

      const ends = dateWords(lastDay, on)
      const complete = meetings.find((each) => completeOn(each, on) !== null)
      const unfinished = meetings.find((each) => completeOn(each, on) === null)
      const rest = {
        evidence: [
          { label: `${capital(term)} window`, value: `${dateWords(firstDay, on)} to ${ends}` },
          { label: 'Working days in care at this school', value: `${workingDaysInCare}` },
          ...meetings.map((each) => meetingEvidence(each, on)),
        ],
      }
      const toFinish = unfinished ? { record: meetingRecord(unfinished) } : {}
      if (state === 'held') {
        const inTime = meetings.find((each) => (completeOn(each, on) ?? '9999') <= lastDay) ?? complete
        return met(
          about,
          inTime ? capital(`${meetingWords(inTime, on)}; ${ratingWords(inTime)}.`) : 'Complete.',
          rest,
        )
      }

      if (state === 'due') {
        const dueOn = windowActBy(window, on)
        const left =
          identity.leftOn !== null && identity.leftOn < on
            ? ` The child left on ${dayWords(identity.leftOn, on)}.`
            : ''
        const planned = pep.planned.find(({ heldOn }) => heldOn >= firstDay && heldOn <= lastDay)
        const soFar = unfinished
          ? capital(meetingWords(unfinished, on))
          : planned
            ? `A meeting is planned for ${dayWords(planned.heldOn, on)}`
            : `No ${term} PEP yet`
        const end = dueOn === lastDay ? ', when the window ends' : `; the window ends on ${ends}`
        return due(about, `${soFar}: to be complete by ${dayWords(dueOn, on)}${end}.${left}`, {
          ...rest,
          ...toFinish,
          headline: `${capital(term)} PEP to ${unfinished ? 'complete' : 'hold'}`,
          dueOn,
        })
      }

      const lastYear = window.year < year ? ' last year' : ''
      const over = { ...rest, ...toFinish, since: addDays(lastDay, 1), final: true }
      if (complete)
        return breach(about, capital(`${meetingWords(complete, on)}, after the window ended on ${ends}.`), {
          ...over,
          headline: `${capital(term)} PEP completed late${lastYear}`,
        })
      return unfinished
        ? breach(about, capital(`${meetingWords(unfinished, on)} when the window ended on ${ends}.`), {
            ...over,
            headline: `${capital(term)} PEP held but not complete${lastYear}`,
          })
        : breach(about, `No PEP was held in the ${term} window, ${dateWords(firstDay, on)} to ${ends}.`, {
            ...over,
            headline: `No ${term} PEP${lastYear}`,
          })
    })
    return [...unknown, ...found]
  },
})
