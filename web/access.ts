import { ask } from './api.ts'

/** The calls of signing in, of one's own account, and of a fresh installation. */

/** A link to a page of the navigation, by its id. */
export type PageId =
  'today' | 'cohort' | 'import' | 'rules' | 'school' | 'class' | 'report' | 'people' | 'audit' | 'access'

export type Method = 'code' | 'passkey' | 'recovery'

/** Invented people of a demonstration, to sign in as with one click. */
export interface DemonstrationPerson {
  accountId: string
  name: string
  role: string
  /** The role in words. */
  words: string
}

export interface SignedOut {
  state: 'out'
  firstRun: boolean
  /** Whether this installation can send mail. */
  mail: boolean
  demonstration: readonly DemonstrationPerson[] | null
}

/** The password is right, the second factor is still to come. */
export interface HalfSignedIn {
  state: 'second-factor'
  name: string
  methods: readonly Method[]
  /** There is no second factor yet: one must be set up now. */
  enrol: boolean
}

export interface Post {
  id: string
  role: string
  words: string
  /** The school or authority it is held at. */
  place: string
  current: boolean
}

export interface SignedIn {
  state: 'in'
  name: string
  email: string
  /** Null for somebody whose every role has ended. */
  role: string | null
  roleWords: string
  posts: readonly Post[]
  schools: readonly { id: string; name: string; current: boolean }[]
  pages: readonly string[]
  idleMinutes: number
  confirmedAt: string
}

export type Me = SignedOut | HalfSignedIn | SignedIn

export type LinkPurpose = 'invitation' | 'password' | 'second-factor' | 'set-up'

/** What a link is for, before anything is done with it. */
export interface LinkSeen {
  purpose: LinkPurpose
  name: string | null
  email: string | null
  place: string | null
  role: string | null
}

export interface NewInstallation {
  link: string
  name: string
  email: string
  password: string
  role: 'headteacher' | 'administrator'
  school?: Readonly<Record<string, string>>
  terms?: readonly { kind: string; name: string; firstDay: string; lastDay: string }[]
}

export interface NewAuthenticator {
  secret: string
  uri: string
  /** Rows of 0 and 1. */
  qr: readonly string[]
}

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
export interface Account {
  passwordChangedAt: string | null
  passkeys: readonly { id: string; name: string; createdAt: string; lastUsedAt: string | null }[]
  authenticator: boolean
  recoveryCodesLeft: number
  signIns: readonly {
    id: string
    agent: string
    startedAt: string
    lastSeenAt: string
    current: boolean
  }[]
}
