import { addDays } from '../../calendar/iso-date.ts'
import { breach, met, notApplicable, watch } from '../../engine/finding.ts'
import { defineRule } from '../../engine/rule.ts'
import { dateWords, dayWords, list } from '../../engine/words.ts'
import { thresholds } from '../../law/thresholds.ts'

export default defineRule({
  id: 'part-time-timetable-open',
  title: 'Part-time timetable agreed, reviewed and with an end',
  breachTitle: 'Part-time timetable without end, review or agreement',
  watchTitle: 'Part-time timetable came to its end',
  why: 'Every child has a right to full-time education. Fewer hours are for exceptional times, agreed with the parents, with a day to look again and an end; they are never there to manage behaviour.',
  action: {
    text: 'Agree with the parents the day it ends and the day it is looked at again, and record them; when it is over, record the end.',
    label: 'Open the timetable',
    form: 'part-time-timetable',
  },
  severity: 'medium',
  duty: { owner: 'headteacher', force: 'should', source: 'attendance-guidance', from: '2024-08-19' },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['partTimeTimetable'],
  options: {
    askedAfter: {
      label: 'Ask for so long whether a timetable that came to its end is over',
      unit: thresholds.timetableEnded.unit,
      value: thresholds.timetableEnded.latest,
    },
  },
  check({ partTimeTimetable }, { on, calendar, options }) {
    return partTimeTimetable.map(({ id, startsOn, endsOn, reviewOn, parentAgrees }) => {
      const about = `part-time-timetable:${id}`
      const record = { kind: 'part-time-timetable', id }
      const evidence = [
        { label: 'Began', value: dayWords(startsOn, on), on: startsOn, record },
        { label: 'Looked at again', value: reviewOn === null ? 'no day set' : dayWords(reviewOn, on) },
        { label: 'Ends', value: endsOn === null ? 'no day set' : dayWords(endsOn, on) },
        { label: 'Parents agree', value: parentAgrees === null ? 'no record' : parentAgrees ? 'yes' : 'no' },
      ]
      const rest = { evidence, record }
      const name = `part-time timetable of ${dateWords(startsOn, on)}`
      if (endsOn !== null && endsOn < on) {
        const since = calendar.schoolDaysBetween(addDays(endsOn, 1), on)
        return since > options.askedAfter
          ? notApplicable(`The part-time timetable ended on ${dayWords(endsOn, on)}.`, about)
          : watch(
              about,
              `It was to end on ${dayWords(endsOn, on)}: if the child is not back full time, agree it anew.`,
              { ...rest, headline: `Back full time? The ${name} ended` },
            )
      }
      const lacks = [
        ...(endsOn === null ? ['an end'] : []),
        ...(reviewOn === null || (endsOn !== null && endsOn < reviewOn) ? ['a day to look again'] : []),
        ...(parentAgrees === null ? ['the parents’ agreement on record'] : []),
      ]
      const refused = parentAgrees === false ? ['The parents do not agree.'] : []
      const overdue =
        reviewOn !== null && reviewOn < on
          ? [`It was to be looked at again on ${dayWords(reviewOn, on)}.`]
          : []
      const without = lacks.length === 0 ? [] : [`It has been in place without ${list(lacks, 'or')}.`]
      const wrong = [...without, ...refused, ...overdue]
      if (wrong.length === 0 && endsOn !== null && reviewOn !== null)
        return met(
          about,
          `Agreed, looked at again on ${dayWords(reviewOn, on)} and over on ${dayWords(endsOn, on)}.`,
          { evidence },
        )
      const isOnlyOverdue = without.length + refused.length === 0
      return breach(about, wrong.join(' '), {
        ...rest,
        since: isOnlyOverdue && reviewOn !== null ? addDays(reviewOn, 1) : startsOn,
        headline: isOnlyOverdue ? `Review overdue: the ${name}` : `Not as agreed and limited: the ${name}`,
      })
    })
  },
})
