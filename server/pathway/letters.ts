import type { ProvisionTable } from '../../db/tables/provision.ts'
import type { IsoDate, LocalMinute } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import type { SuspensionFact, SuspensionFacts } from '../facts/child-facts.ts'
import type { Letter } from './shapes.ts'

export interface LetterFacts {
  /** The child's full name: letters are for print. */
  readonly name: string
  readonly dateOfBirth: IsoDate
  readonly suspension: SuspensionFact
  /** All rows of the child, for totals and days in a row. */
  readonly all: SuspensionFacts
  readonly school: {
    readonly name: string
    /** The authority of the school. */
    readonly authorityName: string | null
    readonly headteacher: string | null
  }
  /** Who keeps the board's papers: to whom representations go. */
  readonly clerk: {
    readonly name: string
    readonly email: string | null
    readonly phone: string | null
  } | null
  /** Those who may be written to, by name. */
  readonly parents: readonly string[]
  readonly socialWorkers: readonly string[]
  /** The authority that looks after the child. */
  readonly careAuthority: string | null
  /** The reasons in the words of the code set. */
  readonly reasons: readonly string[]
  readonly whatHappened: string | null
  readonly provisions: readonly Pick<
    ProvisionTable,
    'what' | 'fromOn' | 'fullTime' | 'provider' | 'address' | 'sessionTimes' | 'reportTo'
  >[]
  readonly cancelled: { readonly at: LocalMinute; readonly reason: string | null } | null
  readonly calendar: SchoolCalendar
  readonly on: IsoDate
}

/** The letters of one suspension or exclusion, each with what it lacks. */
export function lettersOf(_facts: LetterFacts): readonly Letter[] {
  throw new Error('Not written yet')
}
