import type { IsoDate } from '../calendar/iso-date.ts'
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

/** A message to copy or to send, with the child's initials and no name. */
export function messageOf(_of: MessageOf): string {
  throw new Error('Not written yet')
}
