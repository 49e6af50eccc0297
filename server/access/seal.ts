import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Seals a text with the installation's key, so that a copy of the database alone does not tell it. */
export interface Seal {
  seal(text: string): string
  /** Throws when it was sealed with another key or changed. */
  open(sealed: string): string
}

const NONCE = 12
const TAG = 16

/** AES-256-GCM; `key` is 32 bytes. What is sealed is `v1.` and base64url of nonce, tag and text. */
export const createSeal = (key: Buffer): Seal => ({
  seal(text) {
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
  },
  open(sealed) {
    const bytes = Buffer.from(sealed.replace(/^v1\./, ''), 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE))
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
    return decipher.update(bytes.subarray(NONCE + TAG), undefined, 'utf8') + decipher.final('utf8')
  },
})
