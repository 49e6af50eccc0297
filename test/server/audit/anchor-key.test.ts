import { chmodSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isSignedBy, signingKey } from '../../../server/audit/anchor-key.ts'
import { temporaryFolder } from '../../support/databases.ts'

const sealed = { seq: 3, at: '2026-03-13T08:00:00.000Z', hash: 'abc' }

describe('the key that seals the record of who looked', () => {
  it('is made once, for its own user alone, and is the same at the next start', () => {
    const dataDir = temporaryFolder()
    const first = signingKey(dataDir)
    const second = signingKey(dataDir)
    expect(second.publicKey).toBe(first.publicKey)
    expect(isSignedBy(first.publicKey, sealed, second.sign(sealed))).toBe(true)
    expect(statSync(join(dataDir, 'keys', 'audit.pem')).mode & 0o077).toBe(0)
  })

  it('is refused when others may read it, as what it sealed counts for nothing then', () => {
    const dataDir = temporaryFolder()
    signingKey(dataDir)
    chmodSync(join(dataDir, 'keys', 'audit.pem'), 0o644)
    expect(() => signingKey(dataDir)).toThrow(/can be read by others: run chmod 600/)
  })
})
