import type { Cohorts } from '../facts/child-facts.ts'
import type { ConsiderationView, ContactStep } from './shapes.ts'

export interface Sentence {
  readonly title: string
  readonly lead: string
}

export interface SentenceOf {
  /** How the child is called, such as `Chidi`. */
  readonly calledName: string
  /** As the page shows it, such as `Chidi Taylor`. */
  readonly fullName: string
  readonly yearGroup: string
  readonly cohorts: Cohorts | null
  /** Name of the authority that looks after the child or holds the plan. */
  readonly authorityName: string | null
  readonly contacts: readonly ContactStep[]
  readonly considering: Pick<ConsiderationView, 'state' | 'kind'> | null
}

/** The sentence of the page and the one below it. */
export function pageSentence(_of: SentenceOf): Sentence {
  throw new Error('Not written yet')
}
