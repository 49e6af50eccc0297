/**
 * The browser's half of passkeys: what the server asks for in, what it takes back out, and a plain sentence for
 * what can go wrong between.
 */

/** What the server sends, as JSON: binary values are base64url. */
interface CreationJson {
  rp: PublicKeyCredentialRpEntity
  user: { id: string; name: string; displayName: string }
  challenge: string
  pubKeyCredParams: PublicKeyCredentialParameters[]
  timeout?: number
  excludeCredentials?: DescriptorJson[]
  authenticatorSelection?: AuthenticatorSelectionCriteria
  attestation?: AttestationConveyancePreference
}
interface RequestJson {
  challenge: string
  rpId?: string
  timeout?: number
  allowCredentials?: DescriptorJson[]
  userVerification?: UserVerificationRequirement
}
interface DescriptorJson {
  id: string
  type: 'public-key'
  transports?: string[]
}

/** A passkey was not made or not shown; the message is the sentence for the person. */
export class PasskeyError extends Error {
  override name = 'PasskeyError'
}

/** Whether this browser, at this address, can make and show passkeys. */
export const hasPasskeys = (): boolean => isSecureContext && 'PublicKeyCredential' in window

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))

const textOf = (bytes: ArrayBuffer): string =>
  btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

const described = (list: readonly DescriptorJson[] = []): PublicKeyCredentialDescriptor[] =>
  list.map(({ id, type, transports }) => ({
    id: bytesOf(id),
    type,
    ...(transports && { transports: transports as AuthenticatorTransport[] }),
  }))

const transports = new Set(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])

/** What a browser calls what went wrong; it says no more, so that pages learn little. */
const sentences: Readonly<Record<string, string>> = {
  NotAllowedError:
    'No passkey was used: it was cancelled, took too long, or this device has none for this address. Try again, or use another way.',
  InvalidStateError: 'This device already has a passkey for your account. Use that one, or another device.',
  NotSupportedError: 'This device cannot make a passkey of the kind that is safe enough. Use another device.',
  ConstraintError:
    'This device has no screen lock to check that it is you. Set up a PIN, a fingerprint or your face on it, then try again.',
  SecurityError:
    'The browser makes no passkey at this address. Open the page under the name it was set up with.',
  AbortError: 'It was cancelled. Try again.',
}

async function asked(work: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  if (!hasPasskeys())
    throw new PasskeyError(
      'This browser has no passkeys at this address. Use another way, or a newer browser.',
    )
  try {
    const credential = await work()
    if (credential) return credential as PublicKeyCredential
  } catch (error) {
    const sentence = error instanceof Error ? sentences[error.name] : undefined
    throw new PasskeyError(
      sentence ?? 'The passkey did not work on this device. Try again, or use another way.',
    )
  }
  throw new PasskeyError('No passkey was used. Try again, or use another way.')
}

const common = ({ id, rawId }: PublicKeyCredential) => ({
  id,
  rawId: textOf(rawId),
  type: 'public-key' as const,
  clientExtensionResults: {},
})

/**
 * Has the device make a passkey from what the server sent; answers what the server takes. Throws `PasskeyError`
 * with the sentence to show.
 */
export async function createPasskey(options: unknown) {
  const { rp, user, challenge, pubKeyCredParams, timeout, excludeCredentials, ...rest } =
    options as CreationJson
  const { authenticatorSelection, attestation } = rest
  const credential = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        rp,
        user: { ...user, id: bytesOf(user.id) },
        challenge: bytesOf(challenge),
        pubKeyCredParams,
        excludeCredentials: described(excludeCredentials),
        ...(timeout !== undefined && { timeout }),
        ...(authenticatorSelection && { authenticatorSelection }),
        ...(attestation && { attestation }),
      },
    }),
  )
  const response = credential.response as AuthenticatorAttestationResponse
  return {
    ...common(credential),
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      attestationObject: textOf(response.attestationObject),
      transports: response.getTransports().filter((transport) => transports.has(transport)),
    },
  }
}

/**
 * Has the person show a passkey for what the server asked; answers what the server takes. Throws `PasskeyError`
 * with the sentence to show.
 */
export async function usePasskey(options: unknown) {
  const { challenge, rpId, timeout, allowCredentials, userVerification } = options as RequestJson
  const credential = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: bytesOf(challenge),
        allowCredentials: described(allowCredentials),
        ...(rpId !== undefined && { rpId }),
        ...(timeout !== undefined && { timeout }),
        ...(userVerification && { userVerification }),
      },
    }),
  )
  const response = credential.response as AuthenticatorAssertionResponse
  return {
    ...common(credential),
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      authenticatorData: textOf(response.authenticatorData),
      signature: textOf(response.signature),
      ...(response.userHandle && { userHandle: textOf(response.userHandle) }),
    },
  }
}
