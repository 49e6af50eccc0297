import type { OpenDatabase } from '../../db/connect.ts'
import { Secret, TOTP } from 'otpauth'
import { instantAfter, millisOf } from '../../server/access/instants.ts'
import { hashPassword } from '../../server/access/passwords.ts'
import type { Role } from '../../server/access/permissions.ts'
import { createSeal } from '../../server/access/seal.ts'
import type { Deps } from '../../server/api/deps.ts'
import { isoDate } from '../../server/calendar/iso-date.ts'
import type { Clock } from '../../server/clock.ts'
import type { Message } from '../../server/mail.ts'
import type { Database } from '../../db/schema.ts'
import { anAccount } from './accounts.ts'
import { anApp, type Ask, type Asked } from './an-app.ts'

/** A password nobody would guess, and one that comes after it. */
export const goodPassword = 'plum kettle orbit sand'
export const otherPassword = 'Winter-ladder 7 moss'
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const seal = createSeal(Buffer.alloc(32, 7))

/** A clock that a test puts on. */
export function aMovingClock(start = '2026-03-13T09:30:00.000Z'): Clock & { later(minutes: number): void } {
  let now = start
  return {
    now: () => now,
    today: () => isoDate(now.slice(0, 10)),
    elapsed: () => 0,
    later: (minutes) => void (now = instantAfter(now, minutes)),
  }
}

/** What a phone shows at an instant. */
export const codeAt = (now: string, of = secret): string =>
  new TOTP({ secret: Secret.fromBase32(of), algorithm: 'SHA1', digits: 6, period: 30 }).generate({
    timestamp: millisOf(now),
  })

let hash: Promise<string> | undefined

/** Somebody active with the good password and an authenticator. */
export async function aPerson(
  { db }: Pick<OpenDatabase, 'db'>,
  given: {
    roles?: readonly Role[]
    email?: string
    name?: string
    authenticator?: boolean
    account?: Partial<Database['account']>
  } = {},
) {
  const { roles = ['designated-teacher'], authenticator = true, account = {}, ...names } = given
  const made = await anAccount(db, roles, names)
  await db
    .updateTable('account')
    .set({
      passwordHash: await (hash ??= hashPassword(goodPassword)),
      passwordChangedAt: '2026-03-01T08:00:00.000Z',
      totpSecret: authenticator ? seal.seal(secret) : null,
      ...account,
    })
    .where('id', '=', made.accountId)
    .execute()
  return made
}

export interface Browser {
  ask: Ask
  post(path: string, body?: unknown): Promise<Asked>
  /** The value of the cookie; a test may put another one there. */
  cookie: string | undefined
}

/** An application with a clock to put on and a mailbox, and as many browsers as a test wants. */
export function anInstallation(database: Pick<OpenDatabase, 'db'>, given: Partial<Deps> = {}) {
  const clock = aMovingClock()
  const mails: Message[] = []
  let delivered = () => {}
  const mail: Deps['mail'] = {
    send(message) {
      mails.push(message)
      delivered()
      return Promise.resolve(true)
    },
  }
  const { app, ask, deps } = anApp(database, undefined, { as: 'nobody', clock, mail, ...given })

  function aBrowser(): Browser {
    const browser: Browser = {
      cookie: undefined,
      async ask(method, path, body, headers = {}) {
        const held = browser.cookie === undefined ? {} : { cookie: `__Host-vs=${browser.cookie}` }
        const answer = await ask(method, path, body, { ...held, ...headers })
        const given = answer.headers.get('set-cookie')
        if (given !== null) browser.cookie = /__Host-vs=([^;]*)/.exec(given)?.[1] || undefined
        return answer
      },
      post: (path, body = {}) => browser.ask('POST', path, body),
    }
    return browser
  }

  /** Signs in with both factors, half a minute later, so that the code is a new one. */
  async function signIn(email: string, browser = aBrowser()): Promise<Browser> {
    clock.later(0.5)
    await browser.post('/api/sign-in', { email, password: goodPassword })
    const { status, text } = await browser.post('/api/sign-in/code', { code: codeAt(clock.now()) })
    if (status !== 200) throw new Error(`Not signed in: ${text}`)
    return browser
  }

  /** The next message, when it has come. */
  const nextMail = () =>
    new Promise<Message>((resolve) => {
      const before = mails.length
      delivered = () => mails.length > before && resolve(mails.at(-1)!)
    })

  return { app, deps, clock, mails, aBrowser, signIn, nextMail }
}

/** The link behind `#` in a text. */
export const linkIn = (text: string): string => /\/welcome#(\S+)/.exec(text)?.[1] ?? ''

/** What the audit holds, in order. */
export const auditOf = ({ db }: Pick<OpenDatabase, 'db'>) =>
  db.selectFrom('auditEvent').selectAll().orderBy('seq').execute()
