import { addDays, dayOf } from '../../calendar/iso-date.ts'
import { breach, due, met, notApplicable } from '../../engine/finding.ts'
import { markRuns, sessionWords } from '../../engine/mark-runs.ts'
import { notOnRoll } from '../../engine/on-roll.ts'
import { defineRule } from '../../engine/rule.ts'
import { count, dayWords, minuteWords } from '../../engine/words.ts'
import { hasSocialWorker } from '../../law/cohorts.ts'

export default defineRule({
  id: 'unexplained-absence-not-told',
  title: 'Social worker told of each unexplained absence',
  breachTitle: 'Social worker not told of an unexplained absence',
  why: 'When nobody has said why a child is away, the social worker may know, or may want to make sure that the child is safe. Statutory guidance, as authorities report it, asks schools to tell them.',
  action: {
    text: 'Ring the social worker now, say which sessions were missed, and record the call.',
    label: 'Record the call',
    form: 'contact',
  },
  severity: 'high',
  duty: { owner: 'attendance-lead', force: 'should', source: 'attendance-guidance', from: '2024-08-19' },
  groups: ['cla', 'cin', 'cp'],
  needs: ['identity', 'care', 'attendance', 'contact'],
  options: {
    lookBack: { label: 'How far back an absence is asked about', unit: 'school days', value: 10 },
  },
  check({ identity, care, attendance, contact }, { on, calendar, options: { lookBack } }) {
    const away = notOnRoll(identity, on)
    if (away) return away
    if (!hasSocialWorker(care.now)) return notApplicable('The child has no social worker today.')

    const runs = markRuns(attendance.unexplained, calendar).filter(
      (run) => calendar.schoolDaysBetween((run.at(-1) ?? run[0]).on, on) <= lookBack,
    )
    if (runs.length === 0)
      return met('', `No unexplained absence in the last ${count(lookBack, 'school day')}.`)
    const calls = contact.filter((each) => each.withRole === 'social-worker' && each.purpose === 'absence')
    const told = calls.findLast((each) => each.outcome !== 'no-answer')
    const toldOn = told ? dayOf(told.contactedAt) : null

    const findings = runs.flatMap((run) => {
      const untold = run.filter((mark) => toldOn === null || mark.on > toldOn)
      const [first] = untold
      if (!first) return []
      const when = sessionWords(untold, on)
      const tries = calls.filter(
        (each) => each.outcome === 'no-answer' && dayOf(each.contactedAt) >= first.on,
      )
      const rest = {
        evidence: [
          ...untold.map((mark) => ({
            label: `${dayWords(mark.on, on)} ${mark.session}`,
            value: `Marked ${mark.code}`,
            on: mark.on,
          })),
          {
            label: 'Social worker last told of an absence',
            value: told ? minuteWords(told.contactedAt, on) : 'No record',
          },
          ...tries.map((each) => ({
            label: 'Rung without an answer',
            value: minuteWords(each.contactedAt, on),
            record: { kind: 'contact', id: each.id },
          })),
        ],
        prefill: { withRole: 'social-worker', purpose: 'absence' },
      }
      const about = `absence from ${run[0].on}`
      return first.on === on
        ? due(about, `Unexplained absence today, ${when}; the social worker is to be told today.`, {
            ...rest,
            headline: 'Tell the social worker of today’s absence',
            dueOn: on,
          })
        : breach(about, `Unexplained absence on ${when}; no word to the social worker is recorded since.`, {
            ...rest,
            since: addDays(first.on, 1),
          })
    })
    if (findings.length > 0 || !told) return findings
    return met('', `The social worker was told on ${minuteWords(told.contactedAt, on)}.`, {
      evidence: [
        {
          label: 'Social worker told',
          value: minuteWords(told.contactedAt, on),
          record: { kind: 'contact', id: told.id },
        },
      ],
    })
  },
})
