import type { IsoDate } from '../../calendar/iso-date.ts'
import { breach, met, notApplicable, watch } from '../../engine/finding.ts'
import { sessionWords } from '../../engine/mark-runs.ts'
import { defineRule } from '../../engine/rule.ts'
import { count, dayWords, list } from '../../engine/words.ts'
import { codeOn } from '../../law/register-codes.ts'

/** E, the code of what is provided instead, or a code of a session that nobody could attend. */
function fits(code: string, on: IsoDate): boolean {
  const kind = codeOn(on, code)?.class
  return ['E', 'B', 'K', 'D'].includes(code) || kind === 'NP' || kind === 'ADMIN'
}

export default defineRule({
  id: 'suspension-without-e-marks',
  title: 'Register agrees with each suspension',
  breachTitle: 'Suspension that the register does not show',
  why: 'The register and the record of suspensions tell the same days twice. Where they differ one of them is wrong: a child was in school while suspended, or was sent home with another mark.',
  action: {
    text: 'Find out where the child was, then correct the marks in the management system, or the suspension.',
    label: 'Open the suspension',
    form: 'suspension',
  },
  severity: 'medium',
  duty: {
    owner: 'headteacher',
    force: 'must',
    source: 'pupil-registration-2024',
    place: 'regulation 10',
    from: '2024-08-19',
  },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['attendance'],
  check({ attendance: { suspendedSessions } }, { on }) {
    const ids = [...new Set(suspendedSessions.map((each) => each.suspensionId))]
    if (ids.length === 0) return notApplicable('No suspension covers a session of this year so far.')
    return ids.map((id) => {
      const sessions = suspendedSessions.filter((each) => each.suspensionId === id)
      const wrong = sessions.filter((each) => each.code !== null && !fits(each.code, each.on))
      // The marks of the day itself are still to come.
      const unmarked = sessions.filter((each) => each.code === null && each.on < on)
      const marked = sessions.filter((each) => each.code !== null)
      const about = `suspension:${id}`
      if (marked.length + unmarked.length === 0)
        return notApplicable('Its first marks are still to come.', about)
      const record = { kind: 'suspension', id }
      const rest = {
        evidence: sessions.map(({ on: day, session, code }) => ({
          label: `${dayWords(day, on)} ${session}`,
          value: code === null ? 'No mark' : `${code}: ${codeOn(day, code)?.meaning ?? 'not a code in use'}`,
          on: day,
          record,
        })),
        record,
      }
      const [first] = wrong
      const gap = `no mark for ${sessionWords(unmarked, on)}`
      if (first) {
        const codes = [...new Set(wrong.map((each) => each.code))]
        const wrongly = codes.map(
          (code) =>
            `${code} on ${sessionWords(
              wrong.filter((each) => each.code === code),
              on,
            )}`,
        )
        const also = unmarked.length === 0 ? '' : `; ${gap}`
        return breach(about, `Suspended, but marked ${list(wrongly)}${also}.`, { ...rest, since: first.on })
      }
      return unmarked.length === 0
        ? met(about, `The register shows ${count(marked.length, 'session')} of this suspension.`, rest)
        : watch(about, `The register has ${gap}, while suspended.`, {
            ...rest,
            headline: 'Suspension with marks missing from the register',
          })
    })
  },
})
