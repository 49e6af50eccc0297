import type { FileProblem } from './read-problem.ts'
import type { Fields, PlannedTable } from './record-shapes.ts'
import type { RowSourceName, SourceName } from './sources/index.ts'

/** A record to be kept that was not there. */
export interface PlannedCreate {
  source: RowSourceName
  table: PlannedTable | 'contact'
  id: string
  childId: string | null
  fields: Fields
}

/** A record whose fields differ from the file's. */
export interface PlannedUpdate {
  source: RowSourceName
  table: PlannedTable | 'contact'
  id: string
  childId: string | null
  before: Fields
  changes: Fields
}

/** A field that a person typed and the file contradicts: nobody but a person decides. */
export interface Conflict {
  /** Stable for the same record and field, so that a decision can name it. */
  key: string
  source: SourceName
  childId: string | null
  label: string
  field: string
  held: string | number | null
  told: string | number | null
  recordId: string
}

/** What stops a run until a person says that it is meant. */
export interface Question {
  kind: 'older' | 'other-school'
  message: string
}

export interface SourceCounts {
  source: SourceName
  added: number
  changed: number
  same: number
  /** Records held that the file no longer names: they stay. */
  missing: number
  missingChildIds: string[]
}

/** One child's register as it will be, with what differs. */
export interface PlannedRegister {
  id: string
  childId: string
  academicYear: string
  marksBefore: string | null
  marks: string
  added: number
  changed: number
  same: number
}

/** Everything a run would do. Nothing of it goes in while there are problems, conflicts or open questions. */
export interface ImportPlan {
  creates: PlannedCreate[]
  updates: PlannedUpdate[]
  /** Contacts that came from a file and whose time is now blank. */
  removals: { id: string; version: number; childId: string }[]
  registers: PlannedRegister[]
  counts: SourceCounts[]
  problems: FileProblem[]
  conflicts: Conflict[]
  questions: Question[]
  notes: string[]
}

/** What a person decided about a run: conflicts by key, and questions answered with yes. */
export interface Decisions {
  conflicts: Readonly<Record<string, 'keep' | 'take'>>
  meant: readonly Question['kind'][]
}

/**
 * Whether the person who brings files in may bring a row, or knows of a record that is held, of a source. Rows they
 * may not bring are left out and counted.
 */
export type MayBring = (source: RowSourceName, row: object) => boolean

export const everyRow: MayBring = () => true

export const noDecisions: Decisions = { conflicts: {}, meant: [] }

export const changesAnything = (plan: ImportPlan) =>
  plan.creates.length + plan.updates.length + plan.removals.length + plan.registers.length > 0
