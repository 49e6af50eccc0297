import { createHash, randomBytes } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { postsHeldBy } from '../../db/queries/post.ts'
import { endSignIn, insertSignIn, openSignIn } from '../../db/queries/sign-in.ts'
import type { Database } from '../../db/schema.ts'
import type { PostTable } from '../../db/tables/post.ts'
import { minutesBetween } from './instants.ts'

/** What is sensitive asks for a factor that was shown within five minutes (ASVS 7.5.3). */
const confirmedMinutes = 5

/** Whether somebody showed a factor lately; a clock that was put back counts as not. */
export function wasConfirmed(confirmedAt: string, now: string): boolean {
  const since = minutesBetween(confirmedAt, now)
  return since >= 0 && since <= confirmedMinutes
}

/** Half an hour without a request, twelve hours in all (ASVS 7.3.1, 7.3.2). */
export const idleMinutes = 30
const longestHours = 12

/** What is stored of a token: whoever reads the table cannot sign in with it. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** 256 bits from the system's own source, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** A browser whose person is known: the account, how far it is signed in, the posts of today and the one acted in. */
export interface SignedIn {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly level: 'password' | 'full'
  readonly startedAt: string
  readonly lastSeenAt: string
  readonly confirmedAt: string
  readonly posts: readonly PostTable[]
  /** The post acted in: the chosen one while it is held, else the first. */
  readonly post: PostTable | undefined
  /** The school chosen, for posts of an authority. */
  readonly schoolId: string | null
}

/**
 * Who a token belongs to at an instant. Asked of the database at each request, so that a right that was taken
 * away is gone with the next one. Undefined for a token that is unknown, ended, idle or too old.
 */
export async function findSignedIn(
  db: Kysely<Database>,
  token: string,
  now: string,
  today: string,
): Promise<SignedIn | undefined> {
  const signIn = await openSignIn(db, tokenHash(token)).executeTakeFirst()
  if (!signIn) return undefined
  const idle = minutesBetween(signIn.lastSeenAt, now)
  if (idle >= idleMinutes || minutesBetween(signIn.startedAt, now) >= longestHours * 60) return undefined
  const posts = await postsHeldBy(db, signIn.accountId, today).execute()
  const { id, accountId, name, email, level, startedAt, lastSeenAt, confirmedAt, schoolId } = signIn
  return {
    id,
    accountId,
    name,
    email,
    level,
    startedAt,
    lastSeenAt,
    confirmedAt,
    schoolId,
    posts,
    post: posts.find((post) => post.id === signIn.postId) ?? posts[0],
  }
}

/** Signs an account in; answers the token for the cookie, which is stored nowhere else. */
export async function startSignIn(
  trx: Transaction<Database>,
  given: { accountId: string; level: SignedIn['level']; at: string; agent: string; postId?: string | null },
): Promise<string> {
  const token = newToken()
  const { accountId, level, at, agent, postId = null } = given
  await insertSignIn(trx, {
    id: tokenHash(token),
    accountId,
    level,
    agent,
    postId,
    schoolId: null,
    startedAt: at,
    lastSeenAt: at,
    confirmedAt: at,
    endedAt: null,
  }).execute()
  return token
}

/**
 * Raises a sign-in to both factors, or renews a full one, under a new token: one that was put into the browser, or
 * read, before is worth nothing. The twelve hours go on counting from the first factor. Undefined when it
 * ended meanwhile: of several raises of one sign-in only the first counts.
 */
export async function raiseSignIn(
  trx: Transaction<Database>,
  id: string,
  at: string,
): Promise<{ token: string; id: string } | undefined> {
  const before = await endSignIn(trx, id, at).executeTakeFirst()
  if (!before) return undefined
  const token = newToken()
  const raised = { ...before, id: tokenHash(token), level: 'full' as const, endedAt: null }
  await insertSignIn(trx, { ...raised, lastSeenAt: at, confirmedAt: at }).execute()
  return { token, id: raised.id }
}

/** The first 16 characters of a sign-in's id: names it on a page and in the record, and opens nothing. */
export const signInName = (id: string): string => id.slice(0, 16)
