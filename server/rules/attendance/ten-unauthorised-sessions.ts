import { absenceContact } from '../../engine/absence-contact.ts'
import { met, watch } from '../../engine/finding.ts'
import { notOnRoll } from '../../engine/on-roll.ts'
import { defineRule } from '../../engine/rule.ts'
import { capital, count, dateWords, ordinal } from '../../engine/words.ts'
import { valueOn } from '../../law/dated.ts'
import { spansReaching } from '../../law/spans-reaching.ts'
import { thresholds } from '../../law/thresholds.ts'

/** What follows from the line depends on who stands behind the child. */
const nextStep = ({ cla, cin, cp }: Readonly<Record<'cla' | 'cin' | 'cp', boolean>>): string =>
  cla
    ? 'talk with the social worker and the Virtual School'
    : cin || cp
      ? 'talk with the social worker before anything else is considered'
      : 'the school is to consider what support would help, and what comes next'

export default defineRule({
  id: 'ten-unauthorised-sessions',
  title: 'Fewer than ten unauthorised sessions in ten school weeks',
  breachTitle: 'Ten unauthorised sessions in ten school weeks',
  watchTitle: 'Unauthorised sessions near or over ten in ten school weeks',
  why: 'Marks G, N, O and U in any mix, ten of them within ten school weeks, are where the national framework, as authorities report it, asks a school to stop and consider. For a child with a social worker that begins with the people who look after them.',
  action: {
    text: 'Find out what lies behind the absence, with the social worker first where there is one, and record it.',
    label: 'Record a contact',
    form: 'contact',
  },
  severity: 'medium',
  duty: { owner: 'attendance-lead', force: 'should', source: 'attendance-guidance', from: '2024-08-19' },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['identity', 'care', 'attendance'],
  options: {
    warnFrom: { label: 'Unauthorised sessions from which to warn', unit: 'sessions', value: 7 },
  },
  check({ identity, care, attendance: { weeks, weeksBefore } }, { on, options: { warnFrom } }) {
    const away = notOnRoll(identity, on)
    if (away) return away
    const all = [...weeksBefore, ...weeks]
    const length = valueOn(thresholds.unauthorisedWeeks, on)
    const limit = valueOn(thresholds.unauthorisedSessions, on)
    const { spans, running } = spansReaching(
      all.map((week) => week.unauthorised),
      length,
      limit,
    )
    const rows = (first: number, last: number) =>
      all.slice(Math.max(0, first), last + 1).flatMap(({ monday, unauthorised }) =>
        unauthorised === 0
          ? []
          : [
              {
                label: `Week of ${dateWords(monday, on)}`,
                value: count(unauthorised, 'unauthorised session'),
                on: monday,
              },
            ],
      )
    const prefill = absenceContact(care.now)
    const reached = spans.filter(({ last }) => last >= weeksBefore.length)
    const latest = reached.at(-1)
    const week = latest && all[latest.last]
    if (latest && week) {
      const weeksLong = count(latest.last - latest.first + 1, 'school week')
      const times = reached.length === 1 ? '' : `, the ${ordinal(reached.length)} time this year`
      return watch(
        `reached in the week of ${week.monday}`,
        `${count(latest.sum, 'unauthorised session')} in ${weeksLong} up to the week of ${dateWords(week.monday, on)}${times}: ${nextStep(care.now)}.`,
        { evidence: rows(latest.first, latest.last), prefill },
      )
    }

    const since = (spans.at(-1)?.last ?? -1) + 1
    const evidence = rows(Math.max(since, all.length - length), all.length - 1)
    const soFar = `${capital(count(running, 'unauthorised session'))} in the last ${count(length, 'school week')}`
    if (running < warnFrom) return met('', `${soFar}.`, { evidence })
    return watch('close', `${soFar}, ${limit - running} short of ${limit}.`, {
      headline: 'Unauthorised absence close to ten sessions',
      evidence,
      prefill,
    })
  },
})
