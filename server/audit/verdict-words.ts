import type { Verdict } from './verify.ts'

const figure = (value: number) => `${value}`.replace(/\B(?=(\d{3})+$)/g, ',')
const events = (count: number) => `${figure(count)} ${count === 1 ? 'event' : 'events'}`

/** What the verifier found, as one sentence for the terminal. `against`: a seal kept elsewhere was given. */
export function verdictWords(verdict: Verdict, against: boolean): string {
  if (!verdict.whole) return `Not whole: ${verdict.sentence}`
  const { lastAnchor } = verdict
  const total = events(verdict.events)
  if (!lastAnchor)
    return `Whole: ${total}, never sealed. Whoever has the database could have written it anew.`
  const sealed = `Whole: ${total}, last sealed at ${lastAnchor.at} (event ${figure(lastAnchor.seq)}).`
  return against
    ? `${sealed} It is the record that was sealed in the file you gave.`
    : `${sealed} Give a seal that was kept elsewhere to show that it was not written anew: npm run verify-audit -- --anchor FILE`
}
