import type { Kysely } from 'kysely'
import { accessReviewsOfSchool } from '../../../db/queries/access-review.ts'
import { accountsOfPeople, linksOfAccounts } from '../../../db/queries/account-people.ts'
import { everyAuthority } from '../../../db/queries/authority.ts'
import { decidingPosts, everyPost, postChildCounts } from '../../../db/queries/post.ts'
import { everySchool } from '../../../db/queries/school.ts'
import type { Database } from '../../../db/schema.ts'
import type { PostTable } from '../../../db/tables/post.ts'
import { isAsleep } from '../../access/accounts.ts'
import type { Actor } from '../../access/actor.ts'
import { hasChildList } from '../../access/class-lists.ts'
import { isHeadOf } from '../../access/granting.ts'
import { reachOf } from '../../access/people.ts'
import { extentOf, heldAt, opensChildren, roleWords, type Role } from '../../access/permissions.ts'
import {
  answersFor,
  decidersOf,
  isDecider,
  isLive,
  manages,
  rolesToGive,
  seesPost,
  waitsForWords,
  type Asked,
} from '../../access/posts.ts'
import { reviewState, type ReviewState } from '../../access/reviews.ts'
import { roleSentence } from '../../access/role-sentence.ts'
import { loadSchoolCalendar } from '../../alerts/load-school-calendar.ts'
import { dayInEngland } from '../../clock.ts'
import { millisOf } from '../../access/instants.ts'

type PostAct = 'decide' | 'confirm' | 'end' | 'days' | 'children'
type AccountAct = 'end' | 'invite' | 'invitation' | 'password' | 'second-factor'

export interface PostView {
  id: string
  version: number
  role: Role
  words: string
  /** The school, or the authority; empty for what is held at the whole installation. */
  place: string
  label: string | null
  startedOn: string
  endedOn: string | null
  /** `over`: its last day has passed, or it was ended. */
  state: 'asked' | 'held' | 'ahead' | 'refused' | 'over'
  askedBy: string | null
  askedAt: string
  decidedBy: string | null
  decidedAt: string | null
  grantedAlone: boolean
  /** Who is waited for: `a headteacher`; null when nobody is. */
  waitsFor: string | null
  /** For who is to decide: what the role sees, in a sentence. */
  sees: string | null
  /** How many children the list holds today; null where there is none, or for who may not know. */
  children: number | null
  hasList: boolean
  /** What who looks may do with it now. */
  can: PostAct[]
}

export interface PersonView {
  accountId: string
  version: number
  name: string
  email: string
  state: 'invited' | 'active' | 'ended'
  lastSignInAt: string | null
  secondFactor: boolean
  /** Not used for ninety days: it opens nothing until a new password is chosen. */
  asleep: boolean
  /** Until when an open invitation may be taken. */
  invitedUntil: string | null
  isMe: boolean
  posts: PostView[]
  can: AccountAct[]
}

export interface RoleView {
  role: Role
  words: string
  /** What it sees, in a sentence. */
  sees: string
  heldAt: 'school' | 'authority' | 'installation'
  secondPerson: boolean
  hasList: boolean
}

export interface PeopleView {
  today: string
  people: PersonView[]
  /** What who looks may give or ask for. */
  roles: RoleView[]
  schools: { id: string; name: string }[]
  authorities: { code: string; name: string }[]
  review: (ReviewState & { mine: boolean }) | null
  lastReview: { on: string; by: string } | null
}

const dayOfInstant = (instant: string) => dayInEngland(millisOf(instant))

const stateOf = (post: PostTable, today: string): PostView['state'] => {
  if (post.state === 'refused') return 'refused'
  if (!isLive(post, today)) return 'over'
  if (post.state === 'asked') return 'asked'
  return post.startedOn > today ? 'ahead' : 'held'
}

const only = <T>(...acts: readonly (readonly [T, boolean])[]): T[] =>
  acts.filter(([, may]) => may).map(([act]) => act)

/**
 * Who has an account and a role, as far as somebody answers for them: a school’s own people and whoever else has a
 * way in, an authority’s own, or all. It names no child.
 */
export async function peopleView(
  trx: Kysely<Database>,
  actor: Actor,
  { at, today }: { at: string; today: string },
): Promise<PeopleView> {
  const accounts = await accountsOfPeople(trx).execute()
  const posts = await everyPost(trx).execute()
  const holders = await decidingPosts(trx, today).execute()
  const schools = await everySchool(trx).execute()
  const authorities = await everyAuthority(trx).execute()
  const links = await linksOfAccounts(trx, at).execute()
  const counts = await postChildCounts(trx, actor.scope, today).execute()

  const installation = { oneSchool: schools.length < 2 }
  const nameOf = new Map(accounts.map(({ id, name }) => [id, name]))
  const byName = (id: string | null) => (id === null ? null : (nameOf.get(id) ?? null))
  const schoolName = new Map(schools.map(({ id, name }) => [id, name]))
  const authorityName = new Map(authorities.map(({ code, name }) => [code, name]))
  const countOf = new Map(counts.map(({ postId, children }) => [postId, Number(children)]))
  const invitedUntil = new Map(
    links
      .filter(
        ({ purpose, usedAt, expiresAt }) => purpose === 'invitation' && usedAt === null && expiresAt > at,
      )
      .map(({ accountId, expiresAt }) => [accountId, expiresAt]),
  )
  const postsOf = new Map<string, PostTable[]>()
  for (const post of posts) postsOf.set(post.accountId, [...(postsOf.get(post.accountId) ?? []), post])
  const seesChildren = extentOf(actor.role, 1, 'read') !== undefined

  const askedOf = (post: PostTable): Asked => ({
    ...post,
    askedByHead: isHeadOf(postsOf.get(post.askedBy ?? '') ?? [], post.schoolId),
  })

  function postView(post: PostTable): PostView {
    const asked = askedOf(post)
    const deciders = decidersOf(asked, holders)
    const live = isLive(post, today)
    const asks = live && post.state === 'asked'
    const alone = live && post.state === 'held' && post.grantedAlone === 1
    const decides = isDecider(actor, deciders)
    const asker = asks && post.askedBy === actor.accountId
    const changes =
      live && (asker || (manages(actor, post, installation) && post.accountId !== actor.accountId))
    const hasList = hasChildList(post.role)
    const choosesHere = (post.schoolId ?? actor.schoolId) === actor.schoolId && actor.schoolId !== null
    const lists = live && hasList && seesChildren && choosesHere && answersFor(actor, post, installation)
    return {
      id: post.id,
      version: post.version,
      role: post.role,
      words: roleWords[post.role],
      place: schoolName.get(post.schoolId ?? '') ?? authorityName.get(post.authorityCode ?? '') ?? '',
      label: post.label,
      startedOn: post.startedOn,
      endedOn: post.endedOn,
      state: stateOf(post, today),
      askedBy: byName(post.askedBy),
      askedAt: post.askedAt,
      decidedBy: byName(post.decidedBy),
      decidedAt: post.decidedAt,
      sees: decides && (asks || alone) ? roleSentence(post.role) : null,
      grantedAlone: alone,
      waitsFor: asks || (alone && deciders.length > 0) ? waitsForWords(asked, deciders) : null,
      children: hasList && seesChildren && choosesHere ? (countOf.get(post.id) ?? 0) : null,
      hasList,
      can: only<PostAct>(
        ['decide', asks && decides],
        ['confirm', alone && decides],
        ['children', lists],
        ['days', changes],
        ['end', changes],
      ),
    }
  }

  const people = accounts.flatMap((account): PersonView[] => {
    const own = postsOf.get(account.id) ?? []
    const reach = reachOf(actor, own, installation, today)
    const visible = own.filter((post) => seesPost(actor, post))
    // Of those who are not the school’s own, whoever has a way in now.
    const shown =
      heldAt[actor.role] === 'school'
        ? visible.filter((post) => post.schoolId !== null || isLive(post, today))
        : visible
    const seesAll = heldAt[actor.role] === 'installation'
    if (shown.length === 0 && !seesAll) return []
    const isMe = account.id === actor.accountId
    const { id: accountId, version, name, email, state, lastSignInAt } = account
    const managed = reach.manages && !isMe
    return [
      {
        accountId,
        version,
        name,
        email,
        state,
        lastSignInAt,
        isMe,
        secondFactor: Number(account.secondFactor) === 1,
        asleep: state === 'active' && isAsleep(account, at),
        invitedUntil: invitedUntil.get(accountId) ?? null,
        posts: shown.map(postView),
        can: only<AccountAct>(
          ['invitation', reach.invites && state === 'invited' && !isMe],
          ['password', managed && state === 'active'],
          ['second-factor', managed && state === 'active'],
          ['end', managed && state !== 'ended'],
          ['invite', state === 'ended' && rolesToGive(actor, installation).length > 0],
        ),
      },
    ]
  })

  const given = rolesToGive(actor, installation)
  return {
    today,
    people,
    roles: given.map((role) => ({
      role,
      words: roleWords[role],
      sees: roleSentence(role),
      heldAt: heldAt[role],
      secondPerson: opensChildren(role),
      hasList: hasChildList(role),
    })),
    schools: schools
      .filter(({ id }) => heldAt[actor.role] !== 'school' || id === actor.schoolId)
      .map(({ id, name }) => ({ id, name })),
    authorities: authorities
      .filter(({ code }) => heldAt[actor.role] === 'installation' || code === actor.authorityCode)
      .map(({ code, name }) => ({ code, name })),
    ...(await reviewsOf()),
  }

  async function reviewsOf(): Promise<Pick<PeopleView, 'review' | 'lastReview'>> {
    const { schoolId } = actor
    if (heldAt[actor.role] !== 'school' || schoolId === null) return { review: null, lastReview: null }
    const reviews = await accessReviewsOfSchool(trx, actor.scope, schoolId).execute()
    const { terms } = await loadSchoolCalendar(trx, actor.scope, schoolId)
    const [last] = reviews
    const days = reviews.map(({ reviewedAt }) => dayOfInstant(reviewedAt))
    const state = reviewState(terms, days, today)
    return {
      review: state && { ...state, mine: extentOf(actor.role, 12, 'approve') === 'school' },
      lastReview: last
        ? { on: dayOfInstant(last.reviewedAt), by: byName(last.reviewedBy) ?? 'somebody' }
        : null,
    }
  }
}

/** What a review confirms: every account that can still be used, with the posts that are not over. */
export const reviewedOf = (view: Pick<PeopleView, 'people'>) =>
  view.people
    .filter(({ state, posts }) => state !== 'ended' && posts.some(isReviewed))
    .map(({ accountId, version, lastSignInAt, posts }) => ({
      accountId,
      version,
      lastSignInAt,
      posts: posts.filter(isReviewed).map((post) => ({
        id: post.id,
        version: post.version,
      })),
    }))

const isReviewed = ({ state }: PostView) => state !== 'over' && state !== 'refused'
