import { problemsAsCsv } from '../../import/problems-as-csv.ts'
import type { PlannedUpdate } from '../../import/plan.ts'
import type { FileReport } from '../../import/open-file.ts'
import type { ReadResult } from '../../import/read-files.ts'
import { recordShapes } from '../../import/record-shapes.ts'
import { isOpen, type Planned } from '../../import/run-import.ts'
import { nameOf as nameOfChild } from './child-name.ts'
import type { ImportMeaning } from './import-meaning.ts'
import { markChanges } from './import-marks.ts'
import { isRowSource, sources, type SourceName } from '../../import/sources/index.ts'
import type { RecordKind } from '../../records/kind.ts'
import { kindOfTable } from '../../../db/queries/record-shape.ts'

/** How many of each list a page shows; the counts are of all. */
const SHOWN = 200

type Kinds = ReadonlyMap<string, RecordKind>

const fileView = (file: FileReport) => ({
  name: file.name,
  status: file.status,
  source: file.source,
  title: file.title,
  rows: file.rows,
  encoding: file.encoding,
  delimiter: file.delimiter,
  dateFormat: file.dateFormat,
  firstAccented: file.firstAccented,
  stripped: file.stripped.count,
  remembered: file.remembered,
  shape: file.shape,
  header: file.header.slice(0, 60),
  guess: file.guess && { source: file.guess.guess, missing: file.guess.missing, columns: file.guess.columns },
  marks: file.marks,
  warnings: file.warnings,
})

const wordsOf = (source: SourceName) =>
  isRowSource(source) ? recordShapes[source].words : (['mark', 'marks'] as const)

/** A field's label and its value in words, as its kind of record declares them. */
function inWords(kinds: Kinds, table: PlannedUpdate['table'], field: string, value: string | number | null) {
  const schema = kinds.get(kindOfTable(table))?.fields.shape[field]
  const meta = schema?.meta() as { label?: string; words?: Readonly<Record<string, string>> } | undefined
  const shown = value === null || value === '' ? 'nothing' : (meta?.words?.[String(value)] ?? String(value))
  return { label: meta?.label ?? field, shown }
}

/** How many children the files speak of, and how many of those are on the roll or come with them. */
function childrenNamed({ rows, registers }: ReadResult, { held, plan }: Pick<Planned, 'held' | 'plan'>) {
  const rowsWithChild = [
    rows.children,
    rows['care-episodes'],
    rows.people,
    rows['pep-meetings'],
    rows.suspensions,
    registers,
  ]
  const upns = new Set(rowsWithChild.flatMap((list) => list.flatMap(({ upn }) => upn ?? [])))
  const known = new Set<unknown>(held.child.map(({ upn }) => upn))
  for (const { table, fields } of plan.creates) if (table === 'child') known.add(fields['upn'])
  return { named: upns.size, matched: [...upns].filter((upn) => known.has(upn)).length }
}

/**
 * What a run would do or did, for the page: counts of all, the first of each list, names for the children.
 * `meaning` is told of a preview alone.
 */
export function importView(
  read: ReadResult,
  outcome: Planned,
  kinds: Kinds,
  meaning: ImportMeaning | null = null,
) {
  const { plan, held, result } = outcome
  const names = new Map(held.child.map((child) => [child.id, nameOfChild(child).trim()]))
  for (const { table, id, fields } of plan.creates)
    if (table === 'child') names.set(id, `${fields['forename']} ${fields['surname']}`.trim())
  const nameOf = (childId: string | null) => (childId === null ? null : (names.get(childId) ?? null))
  return {
    result,
    canRun: !isOpen(plan) && result === 'done',
    revision: held.school.revision,
    school: { name: held.school.name, isNew: held.school.revision === 0 && held.child.length === 0 },
    files: read.files.map(fileView),
    counts: plan.counts.map(({ missingChildIds, ...counts }) => ({
      ...counts,
      words: wordsOf(counts.source),
      missingNames: missingChildIds.slice(0, SHOWN).flatMap((id) => nameOf(id) ?? []),
    })),
    newChildren: plan.creates
      .filter(({ table }) => table === 'child')
      .slice(0, SHOWN)
      .flatMap(({ id }) => nameOf(id) ?? []),
    changes: plan.updates.slice(0, SHOWN).map(({ table, childId, before, changes }) => ({
      childName: nameOf(childId),
      what: kinds.get(kindOfTable(table))?.title ?? table,
      fields: Object.entries(changes).map(([field, after]) => ({
        label: inWords(kinds, table, field, after).label,
        before: inWords(kinds, table, field, before[field] ?? null).shown,
        after: inWords(kinds, table, field, after).shown,
      })),
    })),
    changeCount: plan.updates.length,
    children: childrenNamed(read, outcome),
    markChanges: markChanges(plan.registers, SHOWN).map(({ childId, ...change }) => ({
      childName: nameOf(childId),
      ...change,
    })),
    registers: plan.registers.slice(0, SHOWN).map(({ childId, academicYear, added, changed }) => ({
      childName: nameOf(childId),
      academicYear,
      added,
      changed,
    })),
    conflictCount: plan.conflicts.length,
    conflicts: plan.conflicts.slice(0, SHOWN).map((conflict) => {
      const table = isRowSource(conflict.source) ? recordShapes[conflict.source].table : 'child'
      return {
        key: conflict.key,
        childName: nameOf(conflict.childId),
        label: conflict.label,
        field: inWords(kinds, table, conflict.field, null).label,
        held: inWords(kinds, table, conflict.field, conflict.held).shown,
        told: inWords(kinds, table, conflict.field, conflict.told).shown,
      }
    }),
    problemCount: plan.problems.length,
    problems: plan.problems.slice(0, SHOWN),
    problemsCsv: plan.problems.length > 0 ? problemsAsCsv(plan.problems) : null,
    questions: plan.questions,
    notes: plan.notes,
    meaning: meaning && { ...meaning, children: meaning.children.slice(0, SHOWN) },
  }
}

export type ImportView = ReturnType<typeof importView>

/** Every source with the columns a person may match a file's own columns to. */
export const importSources = Object.entries(sources).map(([source, { title, columns }]) => ({
  source,
  title,
  columns: Object.values(columns).map(({ header, needed }) => ({ header, needed })),
}))
