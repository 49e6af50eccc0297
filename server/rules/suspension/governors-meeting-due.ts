import { addDays, dayOf } from '../../calendar/iso-date.ts'
import { heldMeeting, invitationEvidence, metWords, plannedMeeting } from '../../engine/board-meeting.ts'
import { breach, due, met, noData, notApplicable, watch, type Finding } from '../../engine/finding.ts'
import { defineRule } from '../../engine/rule.ts'
import {
  aboutSuspension,
  eachSuspension,
  suspensionName,
  rulingTotal,
  termUnknown,
  totalEvidence,
} from '../../engine/suspension-duty.ts'
import { boardClock, boardDuty, boardReason, representationsFinding } from '../../engine/board-clock.ts'
import { count, dayWords, minuteWords } from '../../engine/words.ts'
import { thresholds } from '../../law/thresholds.ts'

export default defineRule({
  id: 'governors-meeting-due',
  title: 'Governing board met in time about a long or permanent exclusion',
  breachTitle: 'No record that the governing board met in time',
  watchTitle: 'Governors meet if parents ask',
  why: 'Only the governing board can bring a child back before the time is up. It must decide after a permanent exclusion, over 15 days in a term or where an exam is missed, and over 5 days if parents ask.',
  action: {
    text: 'Ask the clerk to call the meeting and to invite all who may come: the parents, the headteacher, the local authority, the social worker and the Virtual School; say here when it was held.',
    label: 'Record the meeting',
    form: 'board-meeting',
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
  options: {
    nearDays: {
      label: 'Press for the meeting this many school days before its last day',
      unit: thresholds.boardNear.unit,
      value: thresholds.boardNear.latest,
    },
  },
  check: ({ suspension }, context) =>
    eachSuspension(suspension, context, (each): Finding => {
      const { on, calendar } = context
      const about = aboutSuspension(each)
      const total = rulingTotal(suspension.rows, each)
      const permanent = each.kind === 'permanent'
      if (each.cancelledAt !== null)
        return notApplicable(
          `Cancelled on ${minuteWords(each.cancelledAt, on)}: governors are no longer asked here to meet about it.`,
          about,
        )
      if (!permanent && total === null) return noData(about, termUnknown)

      const duty = boardDuty(each, total)
      if (duty === 'consider-representations') return representationsFinding(each, total, on)

      const must = duty === 'meet-15' || each.representations === true
      const reason = boardReason(each, total, duty, on)
      if (!must && each.representations === false)
        return notApplicable(`${reason}; the parents said that they make no representations.`, about)
      const meets = `${must ? 'the governing' : 'if parents make representations, the'} board must meet`
      const clock = boardClock(each, duty, calendar, on)
      if (clock.lastDay === null)
        return noData(
          about,
          `${reason}: ${meets} within ${count(clock.within, 'school day')}; ${clock.unknown}.`,
        )

      const { lastDay, dueOn, by } = clock
      const held = heldMeeting(each)
      const planned = plannedMeeting(each, on)
      const left = calendar.schoolDaysBetween(addDays(on, 1), dueOn)
      const presses = must && !held && on <= dueOn && left <= context.options.nearDays
      const rest = {
        evidence: [
          ...totalEvidence(each, total, on),
          ...clock.evidence,
          ...(presses
            ? [{ label: 'School days left', value: left === 0 ? 'none after today' : `${left}` }]
            : []),
          invitationEvidence(each, held ?? planned),
        ],
        prefill: { suspensionId: each.id },
      }
      const name = suspensionName(each, on)
      const plan = planned ? ` A meeting is planned for ${dayWords(planned.meetsOn, on)}.` : ''
      if (held && each.decidedAt !== null && held.meetsOn < dayOf(each.decidedAt))
        return noData(
          about,
          `${reason}: ${metWords(held, on)}, which is before the decision: check the day of the meeting.`,
        )
      if (held && (!must || held.meetsOn <= lastDay))
        return met(about, `${reason}: ${metWords(held, on)}.`, { evidence: rest.evidence })
      const over = { ...rest, since: addDays(lastDay, 1) }
      if (held)
        return breach(about, `${reason}: ${metWords(held, on)}, but it had to meet ${by}.`, {
          ...over,
          final: true,
          headline: `Governors met late about the ${name}`,
        })
      if (on > lastDay && !must)
        return notApplicable(`${reason}; no record says that parents asked for a meeting ${by}.`, about)
      if (on > lastDay)
        return breach(about, `${reason}; no record that the governing board met ${by}.${plan}`, {
          ...over,
          headline: `No record that governors met about the ${name}`,
        })
      return (must ? due : watch)(about, `${reason}: ${meets} ${by}.${plan}`, {
        ...rest,
        dueOn,
        headline: `Governors ${must ? 'must meet about' : 'meet if parents ask:'} the ${name}`,
      })
    }),
})
