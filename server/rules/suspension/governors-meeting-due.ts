import { addDays, dayOf } from '../../calendar/iso-date.ts'
import { breach, due, noData, notApplicable, watch, type Finding } from '../../engine/finding.ts'
import { defineRule } from '../../engine/rule.ts'
import {
  aboutSuspension,
  eachSuspension,
  rulingTotal,
  suspensionEvidence,
  suspensionName,
  sumEvidence,
  sumWords,
  termUnknown,
} from '../../engine/suspension-duty.ts'
import { capital, count, dayWords, schoolDayWords } from '../../engine/words.ts'
import { valueOn } from '../../law/dated.ts'
import { boardDeadline, boardMeetsWithin, governorDuty } from '../../law/suspension.ts'
import { thresholds } from '../../law/thresholds.ts'

export default defineRule({
  id: 'governors-meeting-due',
  title: 'Governing board met in time about a long or permanent exclusion',
  breachTitle: 'No record that the governing board met in time',
  watchTitle: 'Governors meet if parents ask',
  why: 'Only the governing board can bring a child back before the time is up. It must decide after a permanent exclusion and over 15 days in a term, and over 5 days if parents ask.',
  action: {
    text: 'Ask the clerk to call the meeting and to invite the parents, the social worker and the Virtual School; say here when it was held.',
    label: 'Open the child’s page',
  },
  severity: 'high',
  duty: {
    owner: 'governing-board',
    force: 'must',
    source: 'exclusions-2012',
    place: 'regs 6, 15 and 24',
    from: '2012-09-01',
  },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['suspension'],
  check: ({ suspension }, context) =>
    eachSuspension(suspension, context, (each): Finding => {
      const { on, calendar } = context
      const about = aboutSuspension(each)
      const total = rulingTotal(suspension.rows, each)
      const permanent = each.kind === 'permanent'
      if (!permanent && total === null) return noData(about, termUnknown)

      const { term, halfDays, addends } = total ?? { term: '', halfDays: 0, addends: [] }
      const notice = each.told.board ?? each.decidedAt
      const noticeOn = notice === null ? each.startedOn : dayOf(notice)
      const duty = governorDuty(each.kind, halfDays, { on: noticeOn })
      const [lower, upper] = [thresholds.termLower, thresholds.termUpper].map((line) =>
        valueOn(line, noticeOn),
      )
      if (duty === 'consider-representations')
        return notApplicable(
          `With it ${schoolDayWords(halfDays)} in ${term}, not over ${lower}: the board considers what parents say, and no meeting is due.`,
          about,
        )

      const must = duty === 'meet-15'
      const reason = permanent
        ? `Permanently excluded from ${dayWords(each.startedOn, on)}`
        : `${capital(sumWords(addends, term, on))}, over ${must ? upper : lower}`
      const meets = must
        ? 'the governing board must meet'
        : 'if parents make representations, the board must meet'
      const within = boardMeetsWithin(duty, null, noticeOn) ?? 0
      const lastDay = notice === null ? null : boardDeadline(duty, noticeOn, calendar)
      if (lastDay === null)
        return noData(
          about,
          `${reason}: ${meets} within ${count(within, 'school day')}; ${notice === null ? 'no time of decision is recorded' : 'the known calendar ends before then'}.`,
        )

      const dayZero = each.told.board === null ? 'the decision' : 'the board was told'
      const by = `by ${dayWords(lastDay, on)}, ${count(within, 'school day')} after ${dayZero}`
      const rest = {
        evidence: [
          ...(permanent ? [suspensionEvidence(each, on)] : sumEvidence(addends, `Together in ${term}`, on)),
          { label: `Day 0, ${dayZero}`, value: dayWords(noticeOn, on), on: noticeOn },
          { label: `${count(within, 'school day')} end`, value: dayWords(lastDay, on), on: lastDay },
        ],
      }
      const name = suspensionName(each, on)
      if (!must)
        return on > lastDay
          ? notApplicable(`${reason}; no record says that parents asked for a meeting ${by}.`, about)
          : watch(about, `${reason}: ${meets} ${by}.`, {
              ...rest,
              dueOn: lastDay,
              headline: `Governors meet if parents ask: the ${name}`,
            })
      if (on <= lastDay)
        return due(about, `${reason}: ${meets} ${by}.`, {
          ...rest,
          dueOn: lastDay,
          headline: `Governors must meet about the ${name}`,
        })
      return breach(about, `${reason}; no record that the governing board met ${by}.`, {
        ...rest,
        since: addDays(lastDay, 1),
        headline: `No record that governors met about the ${name}`,
      })
    }),
})
