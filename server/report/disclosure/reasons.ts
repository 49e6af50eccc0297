import type { IsoDate } from '../../calendar/iso-date.ts'
import { countWords, dateWords } from '../../engine/words.ts'
import { figureWords } from '../figures.ts'
import type { AmountRefusal } from './amounts.ts'
import type { GuardedCount } from './guarded.ts'
import type { KnownReport } from './known-report.ts'

const number = (n: number): string => countWords(n, '', '').trim()
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const upTo = (threshold: number): string => `one to ${number(threshold)}`
const labelOf = (id: string): string => `“${figureWords.get(id)?.label ?? id}”`
const dayOf = (on: IsoDate): string => `${dateWords(on)} ${on.slice(0, 4)}`
const thingsOf = (id: string): string => {
  const unit = figureWords.get(id)?.unit
  return unit === undefined || unit === 'children' ? 'children' : unit
}

/** Why a count is printed as its own size asks. */
export const firstReason = (value: number, zero: 'said' | 'kept', threshold: number): string =>
  zero === 'kept'
    ? `${capital(upTo(threshold))} are never printed, and none looks the same.`
    : value > threshold
      ? `${capital(upTo(threshold))} are never printed, and ${number(value)} looks the same.`
      : `${capital(upTo(threshold))} are never printed.`

/** Why a count is printed less exactly than its size asks: what it would give away. */
export function givenAway({ about }: GuardedCount, report: KnownReport, id: string): string {
  const small = upTo(about.report.threshold)
  if (about.report !== report)
    return `It would give away a number of the report of ${dayOf(about.report.on)}.`
  switch (about.what) {
    case 'figure':
      return about.id === id
        ? 'Its number can be worked out from others of this report.'
        : `With what else is printed it would give away ${labelOf(about.id)}.`
    case 'rest':
      return `With what else is printed it would show that ${small} are not in ${labelOf(about.id)}.`
    case 'all-harmed':
      return `With what else is printed it would show that all are in ${labelOf(about.id)}.`
    case 'atom':
      return `With what else is printed it would give away a part of ${small} ${thingsOf(id)}.`
    case 'change': {
      const what = about.id === id ? '' : ` in ${labelOf(about.id)}`
      return about.earlier === report
        ? `Beside the number of a year before it would show a change of ${small} ${thingsOf(about.id)}${what}.`
        : `Beside the report of ${dayOf(about.earlier.on)} it would show a change of ${small} ${thingsOf(about.id)}${what}.`
    }
  }
}

/** Why a sum or a rate is not printed. */
export function refusalReason(refusal: AmountRefusal, threshold: number): string {
  switch (refusal.why) {
    case 'few':
      return `It is printed for ${number(refusal.least)} children or more.`
    case 'family':
      return `With the other numbers of its kind it would tell of ${upTo(threshold)} children.`
    case 'changed':
      return `Beside the report of ${dayOf(refusal.on)} it would tell what changed for ${upTo(threshold)} children.`
    case 'count':
      return 'The number of its children is not printed, and it would tell it.'
  }
}

/** Why nothing of a small cohort is printed. */
export const smallReason = (threshold: number): string =>
  `Nothing is printed of ${number(threshold)} children or fewer, nor whether there are any.`

/** Why nothing is printed beside earlier reports that leave no room. */
export const NOT_SHOWN_SAFE = 'Beside the earlier reports no number could be shown to be safe.'
