import type { IsoDate } from '../calendar/iso-date.ts'

/**
 * What a rule answers. No data is never shown as met: the engine answers it when a fact is missing, and a
 * rule when a day lies past what is known. `error` comes from the engine alone.
 */
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
  /** The record that the form opens on, when one has to be completed; else the form opens a new one. */
  record?: { kind: string; id: string }
  /** Values a new record's form opens with. */
  prefill?: Readonly<Record<string, string>>
}

type Rest = Omit<Finding, 'status' | 'about' | 'message'>

const finding =
  (status: Status) =>
  (about: string, message: string, rest: Rest = {}): Finding => ({ status, about, message, ...rest })

/** The duty is kept. */
export const met = finding('met')

/** Nobody owes anything yet, at any value: a line is near or crossed. */
export const watch = finding('watch')

/** Still to be done, and in time until `dueOn`. */
export const due = finding('due')

/** Broken `since` a day; `final` where nothing can mend it. */
export const breach = finding('breach')

/** The answer depends on something that nobody has told us, such as term dates past the known calendar. */
export const noData = finding('no-data')

/** The duty does not exist for this child or on this day, and why. */
export const notApplicable = (message: string, about = ''): Finding => ({
  status: 'not-applicable',
  about,
  message,
})
