import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()

/** What of CBOR an authenticator writes: whole numbers, bytes, texts, maps. */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  const head = (major: number, size: number) =>
    size < 24
      ? Buffer.from([major * 32 + size])
      : size < 256
        ? Buffer.from([major * 32 + 24, size])
        : Buffer.from([major * 32 + 25, size >> 8, size & 255])
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const entries = [...value].flatMap(([key, item]) => [cbor(key), cbor(item as number)])
  return Buffer.concat([head(5, value.size), ...entries])
}

interface Asked {
  readonly challenge: string
  readonly user?: { readonly id: string }
}

/** What an answer may do wrong. */
export interface Wrong {
  origin?: string
  host?: string
  /** The person was there but nobody made sure who it is. */
  unverified?: boolean
  counter?: number
  challenge?: string
  userHandle?: string | null
  fmt?: string
}

/**
 * A device with one passkey (ES256), in software, for the pages of an origin: it answers as browsers do, or as
 * wrongly as it is told.
 */
export function anAuthenticator(origin: string) {
  const host = new URL(origin).hostname
  const keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  })
  const rawId = randomBytes(32)
  const id = rawId.toString('base64url')
  let counter = 0
  let owner = 'bm9ib2R5'

  const clientData = (type: string, asked: Asked, wrong: Wrong) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: wrong.challenge ?? asked.challenge,
        origin: wrong.origin ?? origin,
        crossOrigin: false,
      }),
    )

  function authenticatorData(flags: number, wrong: Wrong, more = Buffer.alloc(0)) {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(wrong.counter ?? counter)
    const seen = 0x01 | (wrong.unverified ? 0 : 0x04) | flags
    return Buffer.concat([sha256(wrong.host ?? host), Buffer.from([seen]), count, more])
  }

  return {
    id,
    /** As `navigator.credentials.create`. */
    make(asked: Asked, wrong: Wrong = {}) {
      owner = asked.user?.id ?? ''
      const { x, y } = keys.publicKey.export({ format: 'jwk' })
      const key = new Map<number | string, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x!, 'base64url')],
        [-3, Buffer.from(y!, 'base64url')],
      ])
      const size = Buffer.from([0, rawId.length])
      const made = authenticatorData(0x40, wrong, Buffer.concat([Buffer.alloc(16), size, rawId, cbor(key)]))
      const attestation = new Map<number | string, unknown>([
        ['fmt', wrong.fmt ?? 'none'],
        ['attStmt', new Map()],
        ['authData', made],
      ])
      return {
        id,
        rawId: id,
        type: 'public-key' as const,
        response: {
          clientDataJSON: clientData('webauthn.create', asked, wrong).toString('base64url'),
          attestationObject: cbor(attestation).toString('base64url'),
          transports: ['internal'],
        },
        clientExtensionResults: {},
      }
    },
    /** As `navigator.credentials.get`; counts one more. */
    show(asked: Asked, wrong: Wrong = {}) {
      counter++
      const client = clientData('webauthn.get', asked, wrong)
      const data = authenticatorData(0, wrong)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), keys.privateKey)
      const userHandle = wrong.userHandle === undefined ? owner : wrong.userHandle
      return {
        id,
        rawId: id,
        type: 'public-key' as const,
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
          ...(userHandle !== null && { userHandle }),
        },
        clientExtensionResults: {},
      }
    },
  }
}
