import type { BeforePage } from '../../api.ts'
import type { Draft } from './draft-fields.ts'
import type { Saving } from '../../keeper.ts'

/** What the parts of the page that are filled in share. */
export interface DraftDesk {
  page: BeforePage
  fields: Draft
  /** False where the role only reads, and once it is decided. */
  mayWrite: boolean
  change: (part: Partial<Draft>) => void
  saving: Saving
  /** `08:12`; null before anything was saved here. */
  savedAt: string | null
  /** Why it was refused, where it was. */
  refusal: string | null
}
