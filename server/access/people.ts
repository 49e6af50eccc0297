import type { Transaction } from 'kysely'
import { endAccessLinks } from '../../db/queries/access-link.ts'
import { linksOfAccounts, updateAccountOfPerson } from '../../db/queries/account-people.ts'
import { accountByEmail, accountById, deletePasskeysOf } from '../../db/queries/account.ts'
import { decidingPosts, endPostsOf, postById, postsOfAccount } from '../../db/queries/post.ts'
import { deleteRecoveryCodesOf } from '../../db/queries/recovery-code.ts'
import { endSignInsOf } from '../../db/queries/sign-in.ts'
import type { Database } from '../../db/schema.ts'
import type { AccountTable } from '../../db/tables/account.ts'
import type { PostTable } from '../../db/tables/post.ts'
import { inviteAccount } from './accounts.ts'
import { askForPost, mayAsk, type GrantAsked, type Seen } from './grants.ts'
import {
  installationOf,
  keep,
  missing,
  notAllowed,
  refused,
  stale,
  type Granting,
  type NotDone,
} from './granting.ts'
import { instantAfter } from './instants.ts'
import { makeLink, type LinkPurpose } from './links.ts'
import { extentOf, opensChildren } from './permissions.ts'
import { answersFor, isLive, manages, seesPost, type Acting, type Installation } from './posts.ts'

type PersonLink = Exclude<LinkPurpose, 'set-up'>

/** Ninety days: whoever made one half of the way into an account does not make the other within them. */
const HALVES_APART_MINUTES = 90 * 24 * 60

/** Ends earlier links of the same purpose and makes a new one. Answers what stands behind `#` of its address. */
async function newLink(
  trx: Transaction<Database>,
  { actor, change }: Granting,
  accountId: string,
  purpose: PersonLink,
): Promise<string> {
  await endAccessLinks(trx, accountId, [purpose], change.at).execute()
  return makeLink(trx, { purpose, accountId, madeBy: actor.accountId, at: change.at })
}

/** Somebody who left and comes back begins anew: no password, no factor, no role of before. */
async function takenBack(
  trx: Transaction<Database>,
  granting: Granting,
  account: AccountTable,
): Promise<AccountTable> {
  const again = {
    state: 'invited' as const,
    passwordHash: null,
    passwordChangedAt: null,
    totpSecret: null,
    totpStep: null,
    createdAt: granting.change.at,
    lastSignInAt: null,
    endedAt: null,
    endedReason: null,
  }
  await updateAccountOfPerson(trx, account.id, account.version, again).executeTakeFirst()
  await deletePasskeysOf(trx, account.id).execute()
  await deleteRecoveryCodesOf(trx, account.id).execute()
  await keep(trx, granting, { action: 'account.reopen', kind: 'account', recordId: account.id })
  return { ...account, ...again, version: account.version + 1 }
}

export interface Invited {
  readonly outcome: 'ok'
  readonly account: AccountTable
  readonly post: PostTable
  /** For whoever has yet to take the account up; null for a colleague who has one. */
  readonly link: string | null
}

/** It was sent before and done then. */
export interface DoneBefore {
  readonly outcome: 'again'
  readonly account: AccountTable
  readonly post: PostTable
}

/** What the same form came to when it was sent before; undefined the first time. */
async function doneBefore(
  trx: Transaction<Database>,
  { actor }: Granting,
  person: { readonly email: string },
  asked: Pick<GrantAsked, 'id' | 'role'>,
): Promise<DoneBefore | NotDone | undefined> {
  const post = await postById(trx, asked.id).executeTakeFirst()
  if (!post) return undefined
  const account = await accountById(trx, post.accountId).executeTakeFirst()
  const same = account?.email === person.email && post.role === asked.role && post.askedBy === actor.accountId
  return same
    ? { outcome: 'again', account, post }
    : refused('key-used', 'This form was sent before with other values. Look at what was recorded.')
}

/** Whether a new link into an account that was not taken up yet is this person’s to make, from the posts it has. */
async function invitesAnew(
  trx: Transaction<Database>,
  { actor, today }: Granting,
  accountId: string,
): Promise<boolean> {
  const posts = await postsOfAccount(trx, accountId).execute()
  return reachOf(actor, posts, await installationOf(trx), today).invites
}

/**
 * Gives somebody a role, and an account to those who have none. The role and its place are fixed here: the link
 * carries neither. A colleague with an account gets the role alone, under the name they have; so does who was
 * invited to what is out of the hands of whoever asks now.
 */
export async function invite(
  trx: Transaction<Database>,
  granting: Granting,
  person: { readonly name: string; readonly email: string },
  asked: Omit<GrantAsked, 'accountId'>,
): Promise<Invited | DoneBefore | NotDone> {
  const { actor, change } = granting
  const before = await doneBefore(trx, granting, person, asked)
  if (before) return before
  const barred = await mayAsk(trx, granting, asked)
  if (barred) return barred
  const found = await accountByEmail(trx, person.email).executeTakeFirst()
  const { email, name } = person
  const account = !found
    ? await inviteAccount(trx, { email, name, createdBy: actor.accountId, at: change.at })
    : found.state === 'ended'
      ? await takenBack(trx, granting, found)
      : found
  if (!found) await keep(trx, granting, { action: 'account.invite', kind: 'account', recordId: account.id })
  const mayLink = account !== found || (await invitesAnew(trx, granting, account.id))
  const granted = await askForPost(trx, granting, { ...asked, accountId: account.id })
  // Its twin may have come in between since the first look: then it is done, not refused.
  if (granted.outcome !== 'ok') return (await doneBefore(trx, granting, person, asked)) ?? granted
  const link =
    account.state === 'invited' && mayLink ? await newLink(trx, granting, account.id, 'invitation') : null
  return { outcome: 'ok', account, post: granted.post, link }
}

/**
 * Whether somebody may hold the link by which a post is taken up: whoever holds it could take it up. What opens
 * children is for who asked for it, and for who decides on roles at that place.
 */
const invitesTo = (actor: Acting, post: PostTable, installation: Installation) =>
  answersFor(actor, post, installation) &&
  (!opensChildren(post.role) ||
    post.askedBy === actor.accountId ||
    extentOf(actor.role, 12, 'approve') !== undefined)

/** What somebody may do to an account, from all its posts: none of them may be out of their hands. */
export function reachOf(
  actor: Acting,
  posts: readonly PostTable[],
  installation: Installation,
  today: string,
): { readonly sees: boolean; readonly invites: boolean; readonly manages: boolean } {
  const live = posts.filter((post) => isLive(post, today))
  const counted = live.length > 0 ? live : posts
  const every = (test: (post: PostTable) => boolean) =>
    counted.length > 0 ? counted.every(test) : actor.role === 'administrator'
  return {
    sees: posts.some((post) => seesPost(actor, post)) || actor.role === 'administrator',
    invites: every((post) => invitesTo(actor, post, installation)),
    manages: every((post) => manages(actor, post, installation)),
  }
}

async function seenAccount(
  trx: Transaction<Database>,
  { actor, today }: Granting,
  seen: Seen,
): Promise<
  | {
      outcome: 'ok'
      account: AccountTable
      posts: readonly PostTable[]
      reach: ReturnType<typeof reachOf>
    }
  | NotDone
> {
  const account = await accountById(trx, seen.id).executeTakeFirst()
  if (!account) return missing
  const posts = await postsOfAccount(trx, account.id).execute()
  const reach = reachOf(actor, posts, await installationOf(trx), today)
  if (!reach.sees) return missing
  return account.version === seen.version ? { outcome: 'ok', account, posts, reach } : stale
}

const elsewhere = notAllowed(
  'not-allowed',
  'This person has a role that is not yours to change. End the roles that are, or ask who answers for the other.',
)

/**
 * Ends an account at once: every sign-in, every open link and every role of it. What the person did stays on record.
 */
export async function endAccount(
  trx: Transaction<Database>,
  granting: Granting,
  seen: Seen,
  reason: string,
): Promise<{ outcome: 'ok'; account: AccountTable } | NotDone> {
  const found = await seenAccount(trx, granting, seen)
  if (found.outcome !== 'ok') return found
  const { account, reach } = found
  const { actor, change } = granting
  if (account.id === actor.accountId)
    return notAllowed('own-account', 'Somebody else ends your account. Ask a colleague who may.')
  if (!reach.manages) return elsewhere
  if (account.state === 'ended') return refused('nothing-to-do', 'This account has ended already.')
  const ended = { state: 'ended', endedAt: change.at, endedReason: reason } as const
  const { numUpdatedRows } = await updateAccountOfPerson(
    trx,
    account.id,
    account.version,
    ended,
  ).executeTakeFirst()
  if (numUpdatedRows !== 1n) return stale
  await endSignInsOf(trx, account.id, change.at).execute()
  await endAccessLinks(trx, account.id, ['invitation', 'password', 'second-factor'], change.at).execute()
  await endPostsOf(trx, account.id).execute()
  await keep(trx, granting, { action: 'account.end', kind: 'account', recordId: account.id, reason })
  return { outcome: 'ok', account: { ...account, ...ended, version: account.version + 1 } }
}

/**
 * Makes somebody a link: to take up the invitation, to choose a new password (nobody chooses it for them; it also
 * wakes an account that slept for ninety days), or to set up a second factor in place of a lost one. Never for
 * oneself. Password and second factor are the two halves of the way in: one person does not make both, and where
 * the way leads to children one of the two answers for children. Administrators may make each other, so two of them
 * are no more than one.
 */
export async function linkForPerson(
  trx: Transaction<Database>,
  granting: Granting,
  seen: Seen,
  purpose: PersonLink,
): Promise<{ outcome: 'ok'; account: AccountTable; link: string } | NotDone> {
  const found = await seenAccount(trx, granting, seen)
  if (found.outcome !== 'ok') return found
  const { account, posts, reach } = found
  const { actor, change, today } = granting
  if (account.id === actor.accountId)
    return notAllowed('own-account', 'Nobody makes such a link for themselves. Ask a colleague who may.')
  if (!(purpose === 'invitation' ? reach.invites : reach.manages)) return elsewhere
  if (account.state !== (purpose === 'invitation' ? 'invited' : 'active'))
    return refused(
      'nothing-to-do',
      account.state === 'invited'
        ? 'This person has yet to take up the invitation: make that link again.'
        : account.state === 'ended'
          ? 'This account has ended. Invite the person again.'
          : 'This person has taken up the invitation already.',
    )
  if (purpose !== 'invitation') {
    const since = instantAfter(change.at, -HALVES_APART_MINUTES)
    const links = await linksOfAccounts(trx, since).execute()
    const otherHalf = purpose === 'password' ? ['second-factor'] : ['password']
    const makers = links.flatMap((link) =>
      link.accountId === account.id && link.madeBy !== null && otherHalf.includes(link.purpose)
        ? link.madeBy
        : [],
    )
    if (makers.includes(actor.accountId))
      return notAllowed(
        'second-person',
        'You made the other half of the way into this account. Somebody else who knows the person has to make this link.',
      )
    const isOpening = posts.some((post) => isLive(post, today) && opensChildren(post.role))
    const deciders = new Set((await decidingPosts(trx, today).execute()).map(({ accountId }) => accountId))
    const answering = deciders.has(actor.accountId) || makers.every((maker) => deciders.has(maker))
    if (makers.length > 0 && isOpening && !answering)
      return notAllowed(
        'second-person',
        'Another administrator made the other half of the way into this account, which opens children. A headteacher or a Virtual School head has to make this link.',
      )
  }
  const link = await newLink(trx, granting, account.id, purpose)
  await keep(trx, granting, {
    action: 'account.link',
    kind: 'account',
    recordId: account.id,
    detail: { purpose },
  })
  return { outcome: 'ok', account, link }
}
