/**
 * Who saw or did what, without the values themselves. Each row holds the hash of the one before: an edit, a
 * deletion or an insertion shows (`db/audit-hash.ts`).
 */
export interface AuditEventTable {
  /** 1 for the first, one more each. */
  seq: number
  at: string
  /** The person's name at the time, or the program's part, such as `import command`. */
  changedBy: string
  accountId: string | null
  role: string | null
  /** The first 16 characters of the sign-in's id. */
  signInId: string | null
  /** Where the request came from. */
  address: string | null
  /** Such as `view`, `record.create`, `export`, `import.run`, `grant.ask`, `sign-in`, `refused`. */
  action: string
  schoolId: string | null
  /** The children shown or concerned: an `audit_child_set`. */
  childSet: string | null
  /** Numbers of the classes of data, `;` between. */
  dataClasses: string | null
  kind: string | null
  recordId: string | null
  /** Such as `GET /api/children/:id`. */
  route: string | null
  reason: string | null
  /** Such as the number of rows and the SHA-256 of an export, as JSON. */
  detail: string | null
  /** SHA-256 over the hash before and this row, hexadecimal. */
  hash: string
}

/** A set of children; its id is the SHA-256 of their sorted ids, so that a set seen daily is stored once. */
export interface AuditChildSetTable {
  id: string
  childId: string
}

/** The end of the chain, taken with a lock by whoever adds to it. */
export interface AuditChainTable {
  id: 'main'
  seq: number
  hash: string
}

/** A head that was signed and sent out: what lies before it cannot change unseen. */
export interface AuditAnchorTable {
  seq: number
  at: string
  hash: string
  /** Ed25519 over `seq at hash`, base64. */
  signature: string
  /** The public key, SPKI in base64. */
  publicKey: string
}

/** Old and new value of every change of a record. */
export interface RecordHistoryTable {
  id: string
  schoolId: string
  childId: string | null
  kind: string
  recordId: string
  version: number
  /** JSON of the changed fields before; `{}` for a new record. */
  before: string
  /** JSON of the changed fields after. */
  after: string
  changedAt: string
  changedBy: string
  reason: string | null
  importRunId: string | null
}

declare module '../schema.ts' {
  interface Database {
    auditEvent: AuditEventTable
    auditChildSet: AuditChildSetTable
    auditChain: AuditChainTable
    auditAnchor: AuditAnchorTable
    recordHistory: RecordHistoryTable
  }
}
