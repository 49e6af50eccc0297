import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { endAccessLinks, insertAccessLink, openAccessLink } from '../../db/queries/access-link.ts'
import { accountById, anyAccount } from '../../db/queries/account.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Database } from '../../db/schema.ts'
import type { AccessLinkTable } from '../../db/tables/access-link.ts'
import type { AccountTable } from '../../db/tables/account.ts'
import type { Clock } from '../clock.ts'
import { instantAfter } from './instants.ts'

export type LinkPurpose = AccessLinkTable['purpose']

const HOUR = 60
/** How long a link works, in minutes. */
const lifetime: Readonly<Record<LinkPurpose, number>> = {
  'set-up': 72 * HOUR,
  invitation: 72 * HOUR,
  password: 15,
  'second-factor': 24 * HOUR,
}

/** How long a link works, for the message it is sent in. */
export const worksFor = (purpose: LinkPurpose): string =>
  lifetime[purpose] < HOUR ? `${lifetime[purpose]} minutes` : `${lifetime[purpose] / HOUR} hours`

const SELECTOR_BYTES = 12
const SECRET_BYTES = 32

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/**
 * Makes a link that works once: `<selector>.<secret>`, of which the secret is stored hashed and told to nobody but
 * whoever gets it. `madeBy` is the account that answers for it: an invitation ends with that account.
 */
export async function makeLink(
  trx: Transaction<Database>,
  given: { purpose: LinkPurpose; accountId: string | null; madeBy: string | null; at: string },
): Promise<string> {
  const { purpose, accountId, madeBy, at } = given
  const selector = randomBytes(SELECTOR_BYTES).toString('base64url')
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  await insertAccessLink(trx, {
    id: selector,
    secretHash: hashOf(secret),
    purpose,
    accountId,
    madeBy,
    madeAt: at,
    expiresAt: instantAfter(at, lifetime[purpose]),
    usedAt: null,
  }).execute()
  return `${selector}.${secret}`
}

/** The whole address of a link. The secret stands behind `#`, which no browser sends and no server logs. */
export const linkAddress = (baseUrl: string, link: string): string => `${baseUrl}/welcome#${link}`

/** The public half of a link, which is counted when somebody tries secrets. */
export const selectorOf = (link: string): string => link.split('.')[0] ?? ''

/** A link that may be taken now, and whose it is. */
export interface OpenLink {
  readonly link: AccessLinkTable
  /** Null for the set-up of an empty installation. */
  readonly account: AccountTable | null
  /** The name of who made it, and so held it before whoever it is for; null where a person asked for it themselves. */
  readonly madeBy: string | null
}

async function forWhom(db: Kysely<Database>, link: AccessLinkTable): Promise<OpenLink | undefined> {
  if (link.accountId === null) {
    const isFirst = link.purpose === 'set-up' && !(await anyAccount(db).executeTakeFirst())
    return isFirst ? { link, account: null, madeBy: null } : undefined
  }
  const account = await accountById(db, link.accountId).executeTakeFirst()
  if (!account || account.state !== (link.purpose === 'invitation' ? 'invited' : 'active')) return undefined
  const inviter = link.madeBy === null ? undefined : await accountById(db, link.madeBy).executeTakeFirst()
  return inviter?.state === 'ended' ? undefined : { link, account, madeBy: inviter?.name ?? null }
}

/**
 * What a link opens at an instant. Undefined, and why is nobody's business, for one that is unknown, wrong, used,
 * too old, for an account that has ended or is past that step, or made by somebody who left.
 */
export async function findLink(
  db: Kysely<Database>,
  text: string,
  at: string,
): Promise<OpenLink | undefined> {
  const [selector = '', secret = ''] = text.split('.')
  const link = await openAccessLink(db, selector, at).executeTakeFirst()
  const given = Buffer.from(hashOf(secret))
  const right = timingSafeEqual(given, Buffer.from(link?.secretHash ?? hashOf('')))
  return link && right && secret !== '' ? forWhom(db, link) : undefined
}

/**
 * Takes a link that was found: false when somebody was quicker. With it end all open links of the account for the
 * same purpose; a new password also ends those that asked for one.
 */
export async function takeLink(
  trx: Transaction<Database>,
  { link }: Pick<OpenLink, 'link'>,
  at: string,
): Promise<boolean> {
  const taken = await endAccessLinks(trx, link.accountId, [link.purpose], at).execute()
  return taken.some(({ id, expiresAt }) => id === link.id && expiresAt > at)
}

/**
 * The link that sets an empty installation up, for the server to print at its start; undefined as soon as there is
 * an account.
 */
export const ensureSetUpLink = (db: Kysely<Database>, clock: Clock): Promise<string | undefined> =>
  inTransaction(db, async (trx) => {
    if (await anyAccount(trx).executeTakeFirst()) return undefined
    return makeLink(trx, { purpose: 'set-up', accountId: null, madeBy: null, at: clock.now() })
  })
