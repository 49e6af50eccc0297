import type { IsoDate } from '../calendar/iso-date.ts'
import { count, dayWords, schoolDayWords } from '../engine/words.ts'
import type { Proposal } from './shapes.ts'

export interface MessageOf {
  /** Such as `C. T.`; the message holds no name. */
  readonly initials: string
  readonly yearGroup: string
  readonly school: string
  /** A number, or a person, to ring back; null when nobody said. */
  readonly ringBack: string | null
  readonly proposal: Proposal | null
  readonly on: IsoDate
}

/** `Year 9`, `Reception`, `Nursery`. */
export const yearGroupWords = (yearGroup: string): string => {
  if (yearGroup === 'R') return 'Reception'
  return yearGroup === 'N' ? 'Nursery' : `Year ${yearGroup}`
}

/** `a suspension of 3 school days from Mon 16 March`, as far as it has been said. */
export function proposalWords(proposal: Proposal | null, on: IsoDate): string {
  const { kind = null, startedOn = null, halfDays = null } = proposal ?? {}
  const from = startedOn === null ? '' : ` from ${dayWords(startedOn, on)}`
  if (kind === 'permanent') return `a permanent exclusion${from}`
  if (kind === 'lunchtime')
    return halfDays === null
      ? `a suspension at lunchtimes${from}`
      : `a suspension at ${count(halfDays, 'lunchtime')}${from}`
  return halfDays === null ? `a suspension${from}` : `a suspension of ${schoolDayWords(halfDays)}${from}`
}

/**
 * A message to copy or to send before a decision (`exclusion-guidance`): who asks, what is considered and when a
 * call is wanted, with the child's initials and no name.
 */
export function messageOf({ initials, yearGroup, school, ringBack, proposal, on }: MessageOf): string {
  const back = ringBack === null ? 'ring the school' : `ring ${ringBack}`
  return [
    `${school} is considering ${proposalWords(proposal, on)} for ${initials}, ${yearGroupWords(yearGroup)}.`,
    'Nothing is decided. We would like your advice before it is: what could help, and what else could be done.',
    `Please ${back} today, as soon as you can.`,
    'This message holds no name on purpose.',
  ].join('\n')
}
