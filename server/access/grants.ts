import type { Transaction } from 'kysely'
import { insertPost, postsOfAccount, updatePost } from '../../db/queries/post.ts'
import type { Database } from '../../db/schema.ts'
import type { PostTable } from '../../db/tables/post.ts'
import { opensChildren, roleWords, type Role } from './permissions.ts'
import {
  asAsked,
  bad,
  decidersNow,
  detailOf,
  findPost,
  hadHeadteacher,
  installationOf,
  keep,
  missing,
  notAllowed,
  refused,
  stale,
  type Granting,
  type NotDone,
} from './granting.ts'
import {
  answersFor,
  isDecider,
  isLive,
  manages,
  rolesToGive,
  seesPost,
  standing,
  withinSentence,
} from './posts.ts'

export interface Seen {
  readonly id: string
  readonly version: number
}

/** A role to give to somebody, or to ask for. */
export interface GrantAsked {
  readonly id: string
  readonly accountId: string
  readonly role: Role
  readonly schoolId: string | null
  readonly authorityCode: string | null
  readonly label: string | null
  readonly startedOn: string
  readonly endedOn: string | null
}

type Done = { readonly outcome: 'ok'; readonly post: PostTable }

const overlaps = (
  one: Pick<PostTable, 'startedOn' | 'endedOn'>,
  other: Pick<PostTable, 'startedOn' | 'endedOn'>,
) =>
  (one.endedOn === null || one.endedOn >= other.startedOn) &&
  (other.endedOn === null || other.endedOn >= one.startedOn)

/** Whether somebody may ask for a role at a place at all; undefined when nothing stands in the way. */
export async function mayAsk(
  trx: Transaction<Database>,
  { actor, today }: Granting,
  asked: Omit<GrantAsked, 'id' | 'accountId'>,
): Promise<NotDone | undefined> {
  const installation = await installationOf(trx)
  if (!rolesToGive(actor, installation).includes(asked.role))
    return notAllowed('not-allowed', 'Your role does not give this one.')
  if (!answersFor(actor, asked, installation)) return missing
  if (asked.endedOn !== null && asked.endedOn < asked.startedOn)
    return bad('endedOn', 'The last day is before the first.')
  if (asked.endedOn !== null && asked.endedOn < today)
    return bad('endedOn', 'The last day has passed already.')
  return undefined
}

/**
 * Gives somebody a role, or asks for it: one that opens children waits for a second person, unless nobody else could
 * decide. What becomes of it is the post’s `state`.
 */
export async function askForPost(
  trx: Transaction<Database>,
  granting: Granting,
  asked: GrantAsked,
): Promise<Done | NotDone> {
  const { actor, change, today } = granting
  const barred = await mayAsk(trx, granting, asked)
  if (barred) return barred
  const others = await postsOfAccount(trx, asked.accountId).execute()
  const same = others.some(
    (one) =>
      one.role === asked.role &&
      one.schoolId === asked.schoolId &&
      one.authorityCode === asked.authorityCode &&
      isLive(one, today) &&
      overlaps(one, asked),
  )
  if (same)
    return refused(
      'has-role',
      `This person has that role here in these days already, or waits for it: ${withinSentence(roleWords[asked.role])}.`,
    )
  const of = await asAsked(trx, { ...asked, askedBy: actor.accountId })
  const stands = standing(actor, asked, {
    deciders: await decidersNow(
      trx,
      { ...of, askedByHead: of.askedByHead || actor.role === 'headteacher' },
      today,
    ),
    hadHeadteacher: await hadHeadteacher(trx, asked.schoolId),
  })
  if (stands === 'not-to-oneself')
    return notAllowed('own-grant', 'Nobody gives a role to themselves. Ask a colleague who may.')
  const held = stands !== 'asked'
  const post: PostTable = {
    ...asked,
    state: held ? 'held' : 'asked',
    askedBy: actor.accountId,
    askedAt: change.at,
    decidedBy: held ? actor.accountId : null,
    decidedAt: held ? change.at : null,
    grantedAlone: stands === 'granted-alone' ? 1 : 0,
    version: 1,
  }
  await insertPost(trx, post).execute()
  await keep(trx, granting, {
    action: held ? 'grant.give' : 'grant.ask',
    kind: 'post',
    recordId: post.id,
    schoolId: post.schoolId,
    detail: detailOf(post),
  })
  return { outcome: 'ok', post }
}

/** A post in reach at the version that was seen, or why not. */
async function seenPost(
  trx: Transaction<Database>,
  { actor }: Granting,
  seen: Seen,
): Promise<{ outcome: 'ok'; post: PostTable } | NotDone> {
  const post = await findPost(trx, seen.id)
  if (!post || !seesPost(actor, post)) return missing
  return post.version === seen.version ? { outcome: 'ok', post } : stale
}

async function changed(
  trx: Transaction<Database>,
  granting: Granting,
  post: PostTable,
  changes: Partial<Omit<PostTable, 'id' | 'accountId' | 'role' | 'schoolId' | 'version'>>,
  kept: { action: string; reason?: string | null },
): Promise<Done | NotDone> {
  const { numUpdatedRows } = await updatePost(trx, post.id, post.version, changes).executeTakeFirst()
  if (numUpdatedRows !== 1n) return stale
  const after = { ...post, ...changes, version: post.version + 1 }
  await keep(trx, granting, {
    ...kept,
    kind: 'post',
    recordId: post.id,
    schoolId: post.schoolId,
    detail: detailOf(after),
  })
  return { outcome: 'ok', post: after }
}

/**
 * The word of the second person: on what was asked, and on what somebody granted alone when nobody else was there.
 * A no to the latter ends it at once.
 */
export async function decideOnPost(
  trx: Transaction<Database>,
  granting: Granting,
  seen: Seen,
  { give, reason }: { give: boolean; reason: string | null },
): Promise<Done | NotDone> {
  const found = await seenPost(trx, granting, seen)
  if (found.outcome !== 'ok') return found
  const { post } = found
  const { actor, change, today } = granting
  if (post.askedBy === actor.accountId || post.accountId === actor.accountId)
    return notAllowed('own-grant', 'Nobody decides on what they asked for, or on a role of their own.')
  if (!isDecider(actor, await decidersNow(trx, await asAsked(trx, post), today)))
    return notAllowed('not-allowed', 'This waits for the word of somebody else.')
  const waits = post.state === 'asked' || (post.state === 'held' && post.grantedAlone === 1)
  if (!waits || !isLive(post, today)) return refused('nothing-to-do', 'Nothing waits here any more.')
  return changed(
    trx,
    granting,
    post,
    {
      state: give ? 'held' : 'refused',
      grantedAlone: give ? 0 : post.grantedAlone,
      decidedBy: actor.accountId,
      decidedAt: change.at,
    },
    { action: !give ? 'grant.refuse' : post.state === 'held' ? 'grant.confirm' : 'grant.give', reason },
  )
}

const ownPost = notAllowed('own-post', 'Somebody else changes a role of yours. Ask a colleague who may.')

/** A live post that somebody may end or change: they manage it, or asked for it themselves and it still waits. */
async function postToChange(
  trx: Transaction<Database>,
  granting: Granting,
  seen: Seen,
  verb: 'end' | 'change',
): Promise<{ outcome: 'ok'; post: PostTable; asker: boolean } | NotDone> {
  const found = await seenPost(trx, granting, seen)
  if (found.outcome !== 'ok') return found
  const { post } = found
  const { actor, today } = granting
  const asker = post.state === 'asked' && post.askedBy === actor.accountId
  if (!asker && !manages(actor, post, await installationOf(trx)))
    return notAllowed('not-allowed', `Your role does not ${verb} this one.`)
  if (!asker && post.accountId === actor.accountId) return ownPost
  if (!isLive(post, today)) return refused('nothing-to-do', 'This has ended already.')
  return { outcome: 'ok', post, asker }
}

/** Ends a post at once: with the next request it opens nothing. */
export async function endPost(
  trx: Transaction<Database>,
  granting: Granting,
  seen: Seen,
  reason: string | null,
): Promise<Done | NotDone> {
  const found = await postToChange(trx, granting, seen, 'end')
  if (found.outcome !== 'ok') return found
  const { post } = found
  const { today } = granting
  const endedOn = post.startedOn <= today ? today : post.endedOn
  return changed(trx, granting, post, { state: 'ended', endedOn }, { action: 'grant.end', reason })
}

/**
 * Gives a post other days. A longer time in a role that opens children is a new grant: it has to be asked for, so
 * that a second person decides on it; what still waits may be put right by who asked.
 */
export async function changeDays(
  trx: Transaction<Database>,
  granting: Granting,
  seen: Seen,
  days: { startedOn: string; endedOn: string | null; label: string | null },
): Promise<Done | NotDone> {
  const found = await postToChange(trx, granting, seen, 'change')
  if (found.outcome !== 'ok') return found
  const { post, asker } = found
  const { today } = granting
  if (days.endedOn !== null && days.endedOn < days.startedOn)
    return bad('endedOn', 'The last day is before the first.')
  if (days.endedOn !== null && days.endedOn < today)
    return bad('endedOn', 'That day has passed. To end it now, choose “at once”.')
  const longer =
    days.startedOn < post.startedOn ||
    (post.endedOn !== null && (days.endedOn === null || days.endedOn > post.endedOn))
  if (longer && !asker && opensChildren(post.role))
    return refused(
      'longer',
      'A longer time is a new grant: give the role again from that day, and a second person decides.',
    )
  return changed(trx, granting, post, days, { action: 'grant.days' })
}
