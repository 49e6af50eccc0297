import { access } from '../../access.ts'

/** Asks the browser for a passkey and hands its answer over; the code for it comes only now. */
export async function showPasskey(purpose: 'sign-in' | 'confirm'): Promise<void> {
  const { usePasskey } = await import('../../passkeys.ts')
  const { id, options } =
    purpose === 'confirm' ? await access.confirmPasskeyOptions() : await access.passkeyOptions()
  const response = await usePasskey(options)
  if (purpose === 'confirm') await access.confirmPasskey({ id, response })
  else await access.passkey({ id, response })
}

/** Has the browser make a passkey of that name; answers recovery codes when they are the account's first. */
export async function makePasskey(name: string): Promise<readonly string[]> {
  const { createPasskey } = await import('../../passkeys.ts')
  const { id, options } = await access.newPasskeyOptions()
  const response = await createPasskey(options)
  const { recoveryCodes } = await access.newPasskey({ id, response, name })
  return recoveryCodes ?? []
}

/** Has the browser make another passkey for somebody who is signed in. */
export async function addPasskey(name: string): Promise<void> {
  const { createPasskey } = await import('../../passkeys.ts')
  const { id, options } = await access.morePasskeyOptions()
  await access.morePasskey({ id, response: await createPasskey(options), name })
}
