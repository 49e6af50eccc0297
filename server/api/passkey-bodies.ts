import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'

const encoded = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/, 'This is no answer of a passkey')
/** A credential's id has at most 1,023 bytes. */
const credentialId = encoded(1364)
const common = {
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  clientExtensionResults: z.strictObject({}),
}

/** A passkey that a browser shows: the answer to what it was asked for. */
export const shownPasskey = z.strictObject({
  id: z.uuid(),
  response: z.strictObject({
    ...common,
    response: z.strictObject({
      clientDataJSON: encoded(4096),
      authenticatorData: encoded(4096),
      signature: encoded(2048),
      userHandle: encoded(88).optional(),
    }),
  }),
})

const transport = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])

/** A passkey that a browser has made, with the name that its owner gives it. */
export const madePasskey = z.strictObject({
  id: z.uuid(),
  name: z.string().trim().min(1, 'Give the passkey a name').max(60),
  response: z.strictObject({
    ...common,
    response: z.strictObject({
      clientDataJSON: encoded(4096),
      attestationObject: encoded(16_384),
      transports: z.array(transport).max(7),
    }),
  }),
})

/** The body as the library wants it: what is left out is not there, rather than undefined. */
export function showing({ id, response }: z.infer<typeof shownPasskey>) {
  const { userHandle, ...rest } = response.response
  const answer: AuthenticationResponseJSON = {
    ...response,
    response: { ...rest, ...(userHandle !== undefined && { userHandle }) },
  }
  return { id, response: answer }
}
