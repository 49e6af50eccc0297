import { addDays, dayOf, type IsoDate, type LocalMinute } from '../calendar/iso-date.ts'
import { breach, due, met, type Evidence, type Finding } from './finding.ts'
import { capital, list, minuteWords } from './words.ts'

/** One who is to be told: `the social worker`, as the role a contact is recorded with, and when it was. */
export interface ToTell {
  readonly who: string
  readonly role: string
  readonly at: LocalMinute | null
}

/** Several who are to be told of one thing by one day. */
export interface Telling {
  readonly about: string
  /** What happened, as the beginning of a sentence: `Cancelled on Thu 5 March at 09:00`. */
  readonly what: string
  /** The same for a headline: `the cancelling of 5 March`. */
  readonly name: string
  readonly all: readonly [ToTell, ...ToTell[]]
  readonly lastDay: IsoDate
  /** How soon: `without delay, the same day`. */
  readonly soon: string
  readonly evidence: readonly Evidence[]
  readonly record?: { kind: string; id: string }
  /** Values of the form for the first who was not told. */
  readonly prefill?: (first: ToTell) => Readonly<Record<string, string>>
}

/** Met when all were told in time; broken while one was not, and for good when one was told late. */
export function tellingFinding(telling: Telling, on: IsoDate): Finding {
  const { about, what, name, all, lastDay } = telling
  const missing = all.filter(({ at }) => at === null)
  const late = all.flatMap((each) =>
    each.at !== null && dayOf(each.at) > lastDay ? [`${each.who} on ${minuteWords(each.at, on)}`] : [],
  )
  const [first] = missing
  const rest = {
    evidence: [
      ...telling.evidence,
      ...all.map(({ who, at }) => ({
        label: `Told: ${who}`,
        value: at === null ? 'no record' : minuteWords(at, on),
      })),
    ],
    ...(telling.record ? { record: telling.record } : {}),
    ...(first && telling.prefill ? { prefill: telling.prefill(first) } : {}),
  }
  const untold = list(missing.map(({ who }) => who))
  const lateWords = late.length === 0 ? '' : ` Told late: ${list(late)}.`
  const since = addDays(lastDay, 1)
  if (!first)
    return late.length === 0
      ? met(about, `${what}; ${list(all.map(({ who }) => who))} heard of it in time.`, {
          evidence: rest.evidence,
        })
      : breach(about, `${what}; told late: ${list(late)}.`, {
          ...rest,
          since,
          final: true,
          headline: `Told late of ${name}`,
        })
  const head = missing.length === 1 ? capital(first.who.replace(/^the /, '')) : 'Not everybody'
  if (on <= lastDay)
    return due(about, `${what}; to be told ${telling.soon}: ${untold}.${lateWords}`, {
      ...rest,
      dueOn: lastDay,
      headline: `To be told of ${name}`,
    })
  return breach(about, `${what}; no record of telling ${untold}.${lateWords}`, {
    ...rest,
    since,
    headline: `${head} ${missing.length === 1 ? 'not told' : 'told'} of ${name}`,
  })
}
