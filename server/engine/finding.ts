import type { IsoDate } from '../calendar/iso-date.ts'

/** The last two come from the engine alone. No data is never shown as met. */
export type Status = 'met' | 'watch' | 'due' | 'breach' | 'not-applicable' | 'no-data' | 'error'

/** A row or a sum that a person can check. */
export interface Evidence {
  label: string
  value: string
  on?: IsoDate
  record?: { kind: string; id: string }
}

export interface Finding {
  status: Status
  /** Tells several findings of one rule on one child apart, such as `suspension:…` or `2025/26 spring`. */
  about: string
  /** What is so, in one sentence with its dates and sum, and without the child's name. */
  message: string
  /** Said instead of the rule's title, when the finding can be more exact. */
  headline?: string
  /** The last day on which the duty is met in time; a school day where a person has to act. */
  dueOn?: IsoDate
  /** Since when it is broken. */
  since?: IsoDate
  /** A breach that nothing can undo any more: only an honest record closes it. */
  final?: boolean
  evidence?: readonly Evidence[]
  /** Values the form opens with. */
  prefill?: Readonly<Record<string, string>>
}

type Rest = Omit<Finding, 'status' | 'about' | 'message'>

const finding =
  (status: Status) =>
  (about: string, message: string, rest: Rest = {}): Finding => ({ status, about, message, ...rest })

export const met = finding('met')
export const watch = finding('watch')
export const due = finding('due')
export const breach = finding('breach')

/** The duty does not exist for this child or on this day, and why. */
export const notApplicable = (message: string, about = ''): Finding => ({
  status: 'not-applicable',
  about,
  message,
})
