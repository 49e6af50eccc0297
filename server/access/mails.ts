/** The words of every message the program sends: to people with an account, about it or that something waits for them; no child is named. */

interface Mail {
  readonly subject: string
  readonly text: string
}

/** A text that people typed, on one line and not long: it cannot pass for a part of the message. */
const typed = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, ' ')
    .replace(/https?:\/\/|www\./gi, '')
    .trim()
    .slice(0, 120)

const mail = (subject: string, ...paragraphs: readonly string[]): Mail => ({
  subject,
  text: `${paragraphs.join('\n\n')}\n`,
})

const hello = (name: string) => `Dear ${typed(name)},`
const address = (baseUrl: string) => new URL('/', baseUrl).href
const ending = (baseUrl: string) =>
  `This message was sent by the Virtual School dashboard at ${address(baseUrl)}. Nobody reads answers to it.`
/** Throws for a link to anywhere else: what a request says of its host never reaches a message. */
function linkIs({ baseUrl, link, within }: LinkMail): string {
  if (new URL(link).origin !== new URL(baseUrl).origin) throw new Error('A link in a message leads elsewhere')
  return `Open this link within ${within}. It works once, and only you should use it:\n\n${link}`
}

interface LinkMail {
  /** The configured address of the installation. */
  readonly baseUrl: string
  /** The name of who gets it. */
  readonly name: string
  /** The whole link, made from the base URL. */
  readonly link: string
  /** How long the link works, in words, such as `15 minutes`. */
  readonly within: string
}

/** To somebody who is to have an account; `place` is a school or an authority, `role` its words. */
export const invitationMail = (given: LinkMail & { invitedBy: string; place: string; role: string }): Mail =>
  mail(
    'Your account for the Virtual School dashboard',
    hello(given.name),
    `${typed(given.invitedBy)} has made an account for you.\n\nPlace: ${typed(given.place)}\nRole: ${typed(given.role)}`,
    linkIs(given),
    'You will choose a password, and set up a passkey or an authenticator app as a second factor.',
    'If you did not expect this, do nothing, and tell your school.',
    ending(given.baseUrl),
  )

/** To somebody for whom a new password was asked. */
export const newPasswordMail = (given: LinkMail): Mail =>
  mail(
    'Choose a new password',
    hello(given.name),
    'Somebody, we hope you, asked for a new password for your account.',
    linkIs(given),
    'You will need your second factor as before. If it was not you, do nothing: your password stays as it is.',
    ending(given.baseUrl),
  )

/** To somebody whose lost second factor was vouched for by a second person. */
export const secondFactorMail = (given: LinkMail & { madeBy: string }): Mail =>
  mail(
    'Set up a new second factor',
    hello(given.name),
    `${typed(given.madeBy)} has started a new second factor for your account, because you said that yours is lost.`,
    linkIs(given),
    'You will need your password. Your old passkeys, authenticator and recovery codes stop working then.',
    'If you did not ask for this, do nothing, and tell your school at once.',
    ending(given.baseUrl),
  )

/** What can change on an account, told to its owner so that somebody else's doing is noticed. */
const changes = {
  'password.change': 'The password of your account was changed.',
  'passkey.add': 'A passkey was added to your account.',
  'passkey.remove': 'A passkey was removed from your account.',
  'authenticator.change': 'The authenticator app of your account was set up or changed.',
  'recovery-codes.make': 'New recovery codes were made for your account; earlier ones no longer work.',
  'recovery-code.use': 'A recovery code was used to sign in to your account.',
  'second-factor.reset': 'The second factor of your account was taken away and has to be set up again.',
  'email.change': 'The e-mail address of your account was changed.',
  'guesses.many': 'There were many wrong tries to sign in to your account. It is still yours.',
} as const
export type AccountChange = keyof typeof changes

/** To the owner of an account that was changed. */
export const changeMail = (
  change: AccountChange,
  { baseUrl, name }: Pick<LinkMail, 'baseUrl' | 'name'>,
): Mail =>
  mail(
    'Your account was changed',
    hello(name),
    changes[change],
    'If this was you, there is nothing to do. If not, sign in, open “Your account”, end the sign-ins you do not know and change your password; and tell your school.',
    ending(baseUrl),
  )

/** To a colleague who has an account, about one more role. `waits`: a second person has yet to decide. */
export const roleMail = (
  given: Pick<LinkMail, 'baseUrl' | 'name'> & {
    invitedBy: string
    place: string
    role: string
    waits: boolean
  },
): Mail =>
  mail(
    'A role for you in the Virtual School dashboard',
    hello(given.name),
    `${typed(given.invitedBy)} has ${given.waits ? 'asked for a role for you' : 'given you a role'}${
      given.place === '' ? '' : ` at ${typed(given.place)}`
    }: ${typed(given.role).toLowerCase()}.`,
    given.waits
      ? 'It opens nothing until a second person has agreed.'
      : 'You find it under your name when you are signed in.',
    'If you did not expect this, tell your school.',
    ending(given.baseUrl),
  )

/** To a Virtual School: a school considers a suspension. It names neither the child nor the school. */
export const flagMail = ({ baseUrl, name }: Pick<LinkMail, 'baseUrl' | 'name'>): Mail =>
  mail(
    'A school asks you to look at a child before a suspension',
    hello(name),
    'A school asks you to look at a child before a suspension is decided.',
    `Sign in to read it and to answer:\n\n${new URL('/inbox', baseUrl).href}`,
    ending(baseUrl),
  )

/** To whoever asked: the Virtual School has given advice. */
export const answeredMail = ({ baseUrl, name }: Pick<LinkMail, 'baseUrl' | 'name'>): Mail =>
  mail(
    'The Virtual School has answered',
    hello(name),
    'The Virtual School has given advice on a child whom you asked about before a suspension.',
    `Sign in to read it:\n\n${new URL('/before-suspending', baseUrl).href}`,
    ending(baseUrl),
  )
