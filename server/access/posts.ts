import type { PostTable } from '../../db/tables/post.ts'
import type { Actor } from './actor.ts'
import { extentOf, heldAt, opensChildren, roles, roleWords, type Role } from './permissions.ts'

/** Who does something to posts, in the role acted in. */
export type Acting = Pick<Actor, 'accountId' | 'role' | 'schoolId' | 'authorityCode'>

/** What a role is held at: a school, an authority, or with neither the installation. */
export type Place = Pick<PostTable, 'schoolId' | 'authorityCode'>

/** An account that holds a post by which it may be a second person. */
export type Decider = Pick<PostTable, 'accountId' | 'role' | 'schoolId' | 'authorityCode'>

/** What has to be known of an installation: with one school its headteacher also names who administers it. */
export interface Installation {
  readonly oneSchool: boolean
}

/** A post that is not over on a day, whether it has begun or not. */
export const isLive = (post: Pick<PostTable, 'state' | 'endedOn'>, today: string): boolean =>
  (post.state === 'asked' || post.state === 'held') && (post.endedOn === null || post.endedOn >= today)

/** The roles that somebody may give, or ask for, in the role acted in. */
export function rolesToGive(actor: Acting, { oneSchool }: Installation): readonly Role[] {
  const at = (place: 'school' | 'authority' | 'installation') =>
    roles.filter((role) => heldAt[role] === place)
  if (extentOf(actor.role, 12, 'write') === undefined) return []
  if (actor.role === 'administrator') return roles
  if (heldAt[actor.role] === 'authority') return at('authority')
  if (actor.role === 'headteacher' && oneSchool) return [...at('school'), ...at('installation')]
  return at('school')
}

/** Whether a place is one for which somebody answers in the role acted in. */
export function answersFor(actor: Acting, place: Place, { oneSchool }: Installation): boolean {
  if (extentOf(actor.role, 12, 'write') === undefined) return false
  if (actor.role === 'administrator') return true
  if (heldAt[actor.role] === 'authority')
    return place.authorityCode !== null && place.authorityCode === actor.authorityCode
  if (place.schoolId !== null) return place.schoolId === actor.schoolId
  return place.authorityCode === null && actor.role === 'headteacher' && oneSchool
}

/** Whether somebody may end a post, change its days, or do something to an account: who only proposes may not. */
export const manages = (actor: Acting, place: Place, installation: Installation): boolean =>
  answersFor(actor, place, installation) &&
  (actor.role === 'administrator' || extentOf(actor.role, 12, 'approve') !== undefined)

/** Whether somebody sees that a post exists: a school sees its own and whoever else has a way in. */
export function seesPost(actor: Acting, place: Place): boolean {
  const extent = extentOf(actor.role, 12, 'read')
  if (extent === undefined) return false
  if (heldAt[actor.role] === 'school') return place.schoolId === null || place.schoolId === actor.schoolId
  if (heldAt[actor.role] === 'authority')
    return place.authorityCode !== null && place.authorityCode === actor.authorityCode
  return true
}

/** What is known of the one who asked. */
export interface Asked extends Decider {
  readonly askedBy: string | null
  /** The one who asked is, or was, a headteacher of the school. */
  readonly askedByHead: boolean
}

/**
 * Who may decide on a post that opens children: never who asked, never whom it is for. At a school a headteacher,
 * and the safeguarding lead on what the headteacher asked, or on a headteacher's own post when no other one is
 * there. At an authority another Virtual School head; when there is none, a headteacher.
 */
export function decidersOf(post: Asked, holders: readonly Decider[]): readonly Decider[] {
  const others = holders.filter(({ accountId }) => accountId !== post.askedBy && accountId !== post.accountId)
  const heads = others.filter(({ role }) => role === 'headteacher')
  if (post.schoolId === null) {
    const ofAuthority = others.filter(
      ({ role, authorityCode }) =>
        role === 'virtual-school-head' && post.authorityCode !== null && authorityCode === post.authorityCode,
    )
    return ofAuthority.length > 0 ? ofAuthority : heads
  }
  const headsHere = heads.filter(({ schoolId }) => schoolId === post.schoolId)
  const leadsHere = others.filter(
    ({ role, schoolId }) => role === 'safeguarding-lead' && schoolId === post.schoolId,
  )
  const leadMay = post.askedByHead || (post.role === 'headteacher' && headsHere.length === 0)
  return leadMay ? [...headsHere, ...leadsHere] : headsHere
}

/** Whether somebody is one of those who may decide, in the role acted in. */
export const isDecider = (actor: Acting, deciders: readonly Decider[]): boolean =>
  deciders.some(
    ({ accountId, role, schoolId, authorityCode }) =>
      accountId === actor.accountId &&
      role === actor.role &&
      (schoolId === null || schoolId === actor.schoolId) &&
      (authorityCode === null || authorityCode === actor.authorityCode),
  )

/**
 * What becomes of a post that is asked for. Roles that open no child stand at once. The others wait for a second
 * person; only where nobody else could decide does what a headteacher asks for somebody else stand at once, or an
 * administrator's asking for the first headteacher a school ever has, and is shown as granted alone.
 */
export function standing(
  actor: Acting,
  post: Pick<PostTable, 'accountId' | 'role' | 'schoolId'>,
  known: { readonly deciders: readonly Decider[]; readonly hadHeadteacher: boolean },
): 'held' | 'granted-alone' | 'asked' | 'not-to-oneself' {
  const own = post.accountId === actor.accountId
  if (!opensChildren(post.role)) return own ? 'not-to-oneself' : 'held'
  const byHead = actor.role === 'headteacher' && post.schoolId !== null && post.schoolId === actor.schoolId
  const firstHead = actor.role === 'administrator' && post.role === 'headteacher' && !known.hadHeadteacher
  return !own && known.deciders.length === 0 && (byHead || firstHead) ? 'granted-alone' : 'asked'
}

/** Who is waited for, as a sentence goes on: `a headteacher or the safeguarding lead`. */
export function waitsForWords(post: Asked, deciders: readonly Decider[]): string {
  const words = [...new Set(deciders.map(({ role }) => role))].map((role) =>
    role === 'safeguarding-lead' ? 'the safeguarding lead' : `a ${withinSentence(roleWords[role])}`,
  )
  if (words.length > 0) return words.toSorted().join(' or ')
  return post.schoolId === null ? 'a Virtual School head or a headteacher' : 'a headteacher'
}

/** A role's words within a sentence: only names keep their capitals. */
export const withinSentence = (words: string): string =>
  words.startsWith('Virtual School') ? words : words.charAt(0).toLowerCase() + words.slice(1)
