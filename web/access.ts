import type { InferRequestType, InferResponseType } from 'hono/client'
import { ask, type api } from './api.ts'

/** The calls of signing in, of one's own account, and of a fresh installation. */

/** Nobody; somebody with the second factor to come; or somebody with the pages of their role. */
export type Me = InferResponseType<typeof api.client.me.$get, 200>
export type SignedOut = Extract<Me, { state: 'out' }>
/** The password is right; with `enrol` there is no second factor yet, and one must be set up now. */
export type HalfSignedIn = Extract<Me, { state: 'second-factor' }>
export type Method = HalfSignedIn['methods'][number]
export type SignedIn = Extract<Me, { state: 'in' }>
/** Invented people of a demonstration, to sign in as with one click. */
export type DemonstrationPerson = NonNullable<SignedOut['demonstration']>[number]

/** What a link is for, before anything is done with it. */
export type LinkSeen = InferResponseType<typeof api.client.links.look.$post, 200>

/** The first account, the school and its terms. */
export type NewInstallation = InferRequestType<(typeof api.client)['set-up']['$post']>['json']

/** A secret for an authenticator app: as text, as an address, as rows of 0 and 1. */
export type NewAuthenticator = InferResponseType<typeof api.client.enrol.authenticator.$post, 200>

/** Options of a passkey with the id under which the server waits for its answer. */
export interface PasskeyOptions {
  id: string
  options: unknown
}

const post = <T>(path: string, json: unknown = {}) => ask<T>('POST', path, json)

export const access = {
  me: () => ask<Me>('GET', 'me'),
  signIn: (email: string, password: string) => post('sign-in', { email, password }),
  signInAs: (accountId: string) => post('demonstration/sign-in', { accountId }),
  code: (code: string) => post('sign-in/code', { code }),
  recovery: (code: string) => post('sign-in/recovery', { code }),
  passkeyOptions: () => post<PasskeyOptions>('sign-in/passkey/options'),
  passkey: (answer: PasskeyAnswer) => post('sign-in/passkey', answer),
  forgot: (email: string) => post('sign-in/forgot', { email }),
  look: (link: string) => post<LinkSeen>('links/look', { link }),
  take: (link: string, password: string) => post('links/take', { link, password }),
  setUp: (given: NewInstallation) => post('set-up', given),
  newAuthenticator: () => post<NewAuthenticator>('enrol/authenticator'),
  confirmAuthenticator: (code: string) =>
    post<{ recoveryCodes?: readonly string[] }>('enrol/authenticator/confirm', { code }),
  newPasskeyOptions: () => post<PasskeyOptions>('enrol/passkey/options'),
  newPasskey: (answer: PasskeyAnswer & { name: string }) =>
    post<{ recoveryCodes?: readonly string[] }>('enrol/passkey', answer),
  signOut: () => post('sign-out'),
  lock: () => post('me/lock'),
  act: (chosen: { postId: string; schoolId?: string }) => post('me/acting', chosen),
  confirm: (code: string) => post('me/confirm', { code }),
  confirmPasskeyOptions: () => post<PasskeyOptions>('me/confirm/passkey/options'),
  confirmPasskey: (answer: PasskeyAnswer) => post('me/confirm/passkey', answer),
  account: () => ask<Account>('GET', 'me/account'),
  password: (current: string, next: string) => post('me/password', { current, next }),
  endSignIn: (id: string) => post(`me/sign-ins/${id}/end`),
  morePasskeyOptions: () => post<PasskeyOptions>('me/passkeys/options'),
  morePasskey: (answer: PasskeyAnswer & { name: string }) => post('me/passkeys', answer),
  removePasskey: (id: string) => post(`me/passkeys/${id}/remove`),
  freshRecoveryCodes: () => post<{ recoveryCodes: readonly string[] }>('me/recovery-codes'),
  changeAuthenticator: () => post<NewAuthenticator>('me/authenticator'),
  confirmChange: (code: string) =>
    post<{ recoveryCodes?: readonly string[] }>('me/authenticator/confirm', { code }),
}

/** What a browser's passkey answered, under the id of its options. */
export interface PasskeyAnswer {
  id: string
  response: unknown
}

/** One's own account, for its page. */
export type Account = InferResponseType<typeof api.client.me.account.$get, 200>
