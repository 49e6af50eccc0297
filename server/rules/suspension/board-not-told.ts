import { dayOf } from '../../calendar/iso-date.ts'
import { actBy } from '../../engine/act-by.ts'
import { heardByMeeting, heardWithin } from '../../engine/board-heard.ts'
import { noData, type Finding } from '../../engine/finding.ts'
import { recordedFinding } from '../../engine/on-record.ts'
import { defineRule, type RuleContext } from '../../engine/rule.ts'
import {
  aboutSuspension,
  decisionDay,
  decisionWords,
  eachSuspension,
  rulingTotal,
  suspensionEvidence,
  suspensionName,
  termUnknown,
} from '../../engine/suspension-duty.ts'
import { noticeBefore, noticeFinding, noticeOptions } from '../../engine/suspension-notice.ts'
import { dayWords, minuteWords, schoolDayWords } from '../../engine/words.ts'
import { valueOn } from '../../law/dated.ts'
import { governorDuty } from '../../law/suspension.ts'
import { thresholds } from '../../law/thresholds.ts'

type Suspension = Parameters<Parameters<typeof eachSuspension>[2]>[0]

/** What the form of the notice opens with. */
const tellTheBoard = ({ id }: Suspension) => ({
  suspensionId: id,
  withRole: 'governing-board',
  purpose: 'suspension-notice',
})

/** Told with the term's other suspensions: by the last day of the term in which it began. */
function toldWithinTheTerm(each: Suspension, { on, calendar }: RuleContext<unknown>): Finding {
  const about = aboutSuspension(each)
  const term = calendar.exclusionTermOf(each.startedOn)
  if (term === null) return noData(about, termUnknown)
  const before = noticeBefore(each, 'board', on) ?? heardWithin(each, term, on)
  if (before) return before
  const told = each.told.board
  const name = suspensionName(each, on)
  const dueOn = actBy(calendar, term.lastDay, on)
  const by = `by ${dayWords(dueOn, on)}, the end of ${term.name}`
  return recordedFinding(
    {
      about,
      doneOn: told === null ? null : dayOf(told),
      lastDay: term.lastDay,
      actBy: dueOn,
      runs: each.decidedHere,
      says: {
        done: `The governing board was told of the ${name} on ${told === null ? '' : minuteWords(told, on)}, within ${term.name}.`,
        late: `The governing board was told of the ${name} on ${told === null ? '' : minuteWords(told, on)}, after ${term.name} had ended.`,
        due: `${decisionWords(each, on)}; the governing board is to be told of the ${name} ${by}.`,
        missing: `${decisionWords(each, on)}; no record says that the governing board was told ${by}.`,
        unknown: `No record says whether the governing board was told within ${term.name}.`,
      },
      heads: {
        due: `Tell the governing board of the ${name} this term`,
        late: `Governing board told late of the ${name}`,
        missing: `Governing board not told of the ${name}`,
      },
      evidence: [
        suspensionEvidence(each, on),
        { label: 'Told', value: told === null ? 'no record' : minuteWords(told, on) },
        { label: `End of ${term.name}`, value: dayWords(term.lastDay, on), on: term.lastDay },
      ],
      prefill: tellTheBoard(each),
    },
    on,
  )
}

export default defineRule({
  id: 'board-not-told',
  title: 'Governing board told of every suspension in time',
  breachTitle: 'Governing board not told of a suspension in time',
  why: 'Of a permanent exclusion, of more than 5 days in a term and of a missed exam the board is told without delay, as its time to meet runs from then; of all others at least once a term. No file holds it, so without a record nobody can say.',
  action: {
    text: 'Tell the chair or the clerk the period and the reasons, and record when the board was told.',
    label: 'Record the notice',
    form: 'contact',
  },
  severity: 'medium',
  duty: {
    owner: 'headteacher',
    force: 'must',
    source: 'exclusions-2012',
    place: 'regs 5, 14 and 23',
    from: '2012-09-01',
  },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['suspension'],
  options: noticeOptions,
  check: ({ suspension }, context) =>
    eachSuspension(suspension, context, (each): Finding => {
      const about = aboutSuspension(each)
      const decidedOn = decisionDay(each)
      const total = rulingTotal(suspension.rows, each)
      const permanent = each.kind === 'permanent'
      const missesExam = each.missesExam === true
      if (!permanent && total === null) return noData(about, termUnknown)
      const halfDays = total?.halfDays ?? 0
      if (governorDuty(each.kind, halfDays, { missesExam, on: decidedOn }) === 'consider-representations')
        return toldWithinTheTerm(each, context)
      if (each.told.board !== null || each.decidedHere || decidedOn >= context.on)
        return heardByMeeting(each, noticeFinding(each, 'board', context), context.on)
      const limit = valueOn(thresholds.termLower, decidedOn)
      const soFar = `With it ${schoolDayWords(halfDays)} of suspension in ${total?.term}, over ${limit}`
      const overLimit = halfDays > 2 * limit
      const what = permanent ? 'A permanent exclusion' : overLimit ? soFar : 'A public exam or test is missed'
      const unknown = `${what}; no record says whether the governing board was told.`
      return heardByMeeting(each, noData(about, unknown, { prefill: tellTheBoard(each) }), context.on)
    }),
})
