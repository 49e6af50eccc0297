import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { loadSecret } from '../keys.ts'

/** What a seal says of the chain: its last event then. */
export interface Sealed {
  readonly seq: number
  readonly at: string
  readonly hash: string
}

/** The key of an installation that seals its record of who looked. */
export interface SigningKey {
  /** SPKI, base64. */
  readonly publicKey: string
  /** Ed25519 over `seq at hash`, base64. */
  sign(sealed: Sealed): string
}

const textOf = ({ seq, at, hash }: Sealed) => Buffer.from(`${seq} ${at} ${hash}`)

/** The first 16 characters of a public key's SHA-256, to name it. */
export const keyName = (publicKey: string): string =>
  createHash('sha256').update(publicKey).digest('hex').slice(0, 16)

const newKey = () =>
  Buffer.from(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }))

/** The key in `DATA_DIR/keys/audit.pem`, made at the first need. Throws `ConfigError` for one that others may read. */
export function signingKey(dataDir: string): SigningKey {
  const privateKey = createPrivateKey(loadSecret(dataDir, 'audit.pem', newKey))
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64')
  return { publicKey, sign: (sealed) => sign(null, textOf(sealed), privateKey).toString('base64') }
}

/** Whether a signature is that key's, written the one way it may be written. */
export function isSignedBy(publicKey: string, sealed: Sealed, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64')
  if (bytes.toString('base64') !== signature) return false
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' })
    return key.asymmetricKeyType === 'ed25519' && verify(null, textOf(sealed), key, bytes)
  } catch {
    return false
  }
}
