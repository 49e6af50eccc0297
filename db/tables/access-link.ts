/** A link that works once and not for long: `#selector.secret` in the part of an address that is never sent. */
export interface AccessLinkTable {
  /** The selector: public, finds the row. */
  id: string
  /** SHA-256 of the secret, hexadecimal. */
  secretHash: string
  purpose: 'set-up' | 'invitation' | 'password' | 'second-factor'
  /** Null for the set-up of an empty installation. */
  accountId: string | null
  madeBy: string | null
  madeAt: string
  expiresAt: string
  usedAt: string | null
}

declare module '../schema.ts' {
  interface Database {
    accessLink: AccessLinkTable
  }
}
