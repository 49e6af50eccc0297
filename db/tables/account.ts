/** Somebody who may sign in; what they may see follows from their posts. */
export interface AccountTable {
  id: string
  /** Lower case, composed, trimmed: one spelling of one address. */
  email: string
  name: string
  state: 'invited' | 'active' | 'ended'
  /** PHC string of argon2id; null until the invitation is taken up. */
  passwordHash: string | null
  passwordChangedAt: string | null
  /** Sealed with the key of this installation; null until an authenticator is set up. */
  totpSecret: string | null
  /** The last 30-second step whose code was taken: a code works once. */
  totpStep: number | null
  createdAt: string
  createdBy: string | null
  lastSignInAt: string | null
  endedAt: string | null
  endedReason: string | null
  version: number
}

/** A passkey; its id is the credential's, base64url. */
export interface PasskeyTable {
  id: string
  accountId: string
  /** COSE key, base64url. */
  publicKey: string
  counter: number
  /** Words of the standard with `,` between. */
  transports: string
  name: string
  createdAt: string
  lastUsedAt: string | null
}

/** What a passkey is asked to sign, once and soon. */
export interface PasskeyChallengeTable {
  id: string
  challenge: string
  purpose: 'register' | 'sign-in' | 'confirm'
  accountId: string | null
  expiresAt: string
}

/** One of ten codes on paper for a lost second factor; each works once. */
export interface RecoveryCodeTable {
  id: string
  accountId: string
  /** SHA-256, hexadecimal. */
  codeHash: string
  usedAt: string | null
}

declare module '../schema.ts' {
  interface Database {
    account: AccountTable
    passkey: PasskeyTable
    passkeyChallenge: PasskeyChallengeTable
    recoveryCode: RecoveryCodeTable
  }
}
