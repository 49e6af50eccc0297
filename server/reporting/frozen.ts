import { createHash } from 'node:crypto'
import type { ReportTable } from '../../db/tables/report.ts'
import type { AuthorityReportPage } from '../report/report-json.ts'
import type { ReportDocument, Settled } from '../report/shapes.ts'

/** What the next report is held against, and what the school's own staff see of a frozen one. */
export interface KeptSettled extends Settled {
  /** Which rules it was worked out by. */
  readonly rules: string
  /** The children counted, for the record of who looked. */
  readonly childIds: readonly string[]
  /** Why a figure is not printed as it is, and what could not be worked out. */
  readonly reasons: readonly (readonly [string, string])[]
  readonly unknown: readonly (readonly [string, string])[]
}

/** The copy of one authority's Virtual School. A nil return has nothing to settle. */
export interface Copy {
  readonly document: ReportDocument
  readonly exact: AuthorityReportPage['exact']
  /** The children counted in `exact`. */
  readonly childIds: readonly string[]
  readonly settled: Settled | null
}

/** By the authority's code. */
export type Copies = Readonly<Record<string, Copy>>

/** A report as it was approved. */
export interface Frozen {
  readonly document: ReportDocument
  /** Null for a nil return. */
  readonly settled: KeptSettled | null
  readonly copies: Copies
}

type Stored = Pick<ReportTable, 'document' | 'settled' | 'copies' | 'hash'>

/** What is stored is not what was approved. */
export class ChangedReportError extends Error {
  override name = 'ChangedReportError'
  readonly reportId: string

  constructor(reportId: string) {
    super('A report is not as it was approved')
    this.reportId = reportId
  }
}

/** SHA-256 over the three texts as they are stored, in hexadecimal. */
const hashOf = ({ document, settled, copies }: Omit<Stored, 'hash'>) =>
  createHash('sha256')
    .update(JSON.stringify([document, settled, copies]))
    .digest('hex')

/** The columns of a report that is frozen. */
export function freeze({ document, settled, copies }: Frozen) {
  const texts = {
    document: JSON.stringify(document),
    settled: settled === null ? null : JSON.stringify(settled),
    copies: JSON.stringify(copies),
  }
  return { ...texts, hash: hashOf(texts) }
}

/** Reads a frozen report. Throws `ChangedReportError` when it is not what was approved. */
export function readFrozen({
  id,
  document,
  settled,
  copies,
  hash,
}: Stored & { readonly id: string }): Frozen {
  const isWhole = document !== null && hash === hashOf({ document, settled, copies })
  if (!isWhole) throw new ChangedReportError(id)
  return {
    document: JSON.parse(document) as ReportDocument,
    settled: settled === null ? null : (JSON.parse(settled) as KeptSettled),
    copies: copies === null ? {} : (JSON.parse(copies) as Copies),
  }
}
