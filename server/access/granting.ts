import type { Transaction } from 'kysely'
import { appendAuditEvents } from '../../db/queries/audit-event.ts'
import { decidingPosts, headteachersEver, postById, postsOfAccount } from '../../db/queries/post.ts'
import type { Change } from '../../db/queries/record-shape.ts'
import { everySchool } from '../../db/queries/school.ts'
import type { Database } from '../../db/schema.ts'
import type { PostTable } from '../../db/tables/post.ts'
import type { Actor } from './actor.ts'
import { decidersOf, type Asked, type Decider, type Installation } from './posts.ts'

/** Who does something to accounts and posts, when, and how it is written down. */
export interface Granting {
  readonly actor: Actor
  readonly change: Change
  /** The day in England. */
  readonly today: string
}

/** Why something was not done; the message is a plain sentence. */
export type NotDone =
  /** It does not exist, or is out of reach: one and the same. */
  | { readonly outcome: 'missing' }
  /** Somebody else changed it first. */
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'not-allowed'; readonly code: string; readonly message: string }
  | { readonly outcome: 'refused'; readonly code: string; readonly message: string }
  | { readonly outcome: 'bad'; readonly field: string; readonly message: string }

export const missing = { outcome: 'missing' } as const
export const stale = { outcome: 'stale' } as const
export const notAllowed = (code: string, message: string) =>
  ({ outcome: 'not-allowed', code, message }) as const
export const refused = (code: string, message: string) => ({ outcome: 'refused', code, message }) as const
export const bad = (field: string, message: string) => ({ outcome: 'bad', field, message }) as const

/** Whether it holds one school alone, whose headteacher then answers for more. */
export async function installationOf(trx: Transaction<Database>): Promise<Installation> {
  return { oneSchool: (await everySchool(trx).limit(2).execute()).length < 2 }
}

/** Whether posts of one account make, or made, it a headteacher of a school. */
export const isHeadOf = (posts: readonly PostTable[], schoolId: string | null): boolean =>
  schoolId !== null &&
  posts.some(
    ({ role, schoolId: at, state }) =>
      role === 'headteacher' && at === schoolId && (state === 'held' || state === 'ended'),
  )

/** A post with what is known of who asked for it. */
export async function asAsked(
  trx: Transaction<Database>,
  post: Pick<PostTable, 'accountId' | 'role' | 'schoolId' | 'authorityCode' | 'askedBy'>,
): Promise<Asked> {
  const { accountId, role, schoolId, authorityCode, askedBy } = post
  const ofAsker = askedBy === null ? [] : await postsOfAccount(trx, askedBy).execute()
  return { accountId, role, schoolId, authorityCode, askedBy, askedByHead: isHeadOf(ofAsker, schoolId) }
}

/** Who may decide on a post today. */
export async function decidersNow(
  trx: Transaction<Database>,
  post: Asked,
  today: string,
): Promise<readonly Decider[]> {
  return decidersOf(post, await decidingPosts(trx, today).execute())
}

/** Whether a school has, or ever had, a headteacher: the first may be granted by one person alone. */
export const hadHeadteacher = async (trx: Transaction<Database>, schoolId: string | null): Promise<boolean> =>
  schoolId !== null && (await headteachersEver(trx, schoolId).limit(1).executeTakeFirst()) !== undefined

export const findPost = (trx: Transaction<Database>, id: string): Promise<PostTable | undefined> =>
  postById(trx, id).executeTakeFirst()

/** Puts an act on posts or accounts on record; the last thing in its transaction. */
export async function keep(
  trx: Transaction<Database>,
  { actor, change }: Granting,
  event: {
    readonly action: string
    readonly kind: 'post' | 'account' | 'access-review'
    readonly recordId: string
    readonly schoolId?: string | null
    readonly childIds?: readonly string[]
    readonly reason?: string | null
    readonly detail?: Readonly<Record<string, string | number>>
  },
): Promise<void> {
  const { at, changedBy, by } = change
  await appendAuditEvents(trx, [
    { at, changedBy, ...by, schoolId: actor.schoolId, dataClasses: [12], ...event },
  ])
}

/** What the record of an act says of a post. */
export const detailOf = (post: Omit<PostTable, 'version'>): Record<string, string | number> => ({
  account: post.accountId,
  role: post.role,
  ...(post.authorityCode === null ? {} : { authority: post.authorityCode }),
  from: post.startedOn,
  ...(post.endedOn === null ? {} : { to: post.endedOn }),
  state: post.state,
  ...(post.grantedAlone === 1 ? { grantedAlone: 1 } : {}),
})
