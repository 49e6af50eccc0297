import type { People } from '../../api.ts'
import { actDay, countInWords, dayWithYear, sentence } from '../../format.ts'
import { dayInEngland } from '../../instants.ts'

export type Person = People['people'][number]
export type Post = Person['posts'][number]
export type GivenRole = People['roles'][number]

/** A role of somebody that waits, and whose it is. */
export interface Waiting {
  person: Person
  post: Post
}

const postsOf = (view: People, test: (post: Post) => boolean): Waiting[] =>
  view.people.flatMap((person) => person.posts.filter(test).map((post) => ({ person, post })))

/** What waits for the word of who looks. */
export const waitingForMe = (view: People): Waiting[] =>
  postsOf(view, ({ can }) => can.includes('decide') || can.includes('confirm'))

/** What waits for somebody else’s. */
export const waitingForOthers = (view: People): Waiting[] =>
  postsOf(
    view,
    ({ waitsFor, can }) => waitsFor !== null && !can.includes('decide') && !can.includes('confirm'),
  )

/** `The spring review is due by Fri 27 March.`, or that it is done; empty where nobody is asked for one. */
export function reviewSentence({ review }: Pick<People, 'review'>): string {
  if (!review) return ''
  const { season, state, dueOn } = review
  if (state === 'done') return `The ${season} review is done.`
  return `The ${season} review ${state === 'late' ? 'was' : 'is'} due by ${actDay(dueOn)}.`
}

/** The finding of the page. */
export function peopleSentence(view: People): string {
  const mine = new Set(waitingForMe(view).map(({ person }) => person.accountId)).size
  if (mine > 0) return `${sentence(countInWords(mine, 'person waits', 'people wait'))} for your word.`
  const others = new Set(waitingForOthers(view).map(({ person }) => person.accountId)).size
  const waits =
    others === 0
      ? 'Nobody waits.'
      : `${sentence(countInWords(others, 'person waits', 'people wait'))} for somebody else’s word.`
  const review = reviewSentence(view)
  if (others > 0 || review) return [waits, review].filter(Boolean).join(' ')
  const held = new Set(byRole(view).flatMap(({ rows }) => rows.map(({ person }) => person.accountId))).size
  return `Nobody waits for a word; ${countInWords(held, 'person has', 'people have')} a role here.`
}

/** `13 March to 17 July`, `since 1 September 2024`, `from 20 April`. */
export function daysOf({ startedOn, endedOn }: Pick<Post, 'startedOn' | 'endedOn'>, today: string): string {
  const from = dayWithYear(startedOn, today)
  if (endedOn !== null) return `${from} to ${dayWithYear(endedOn, today)}`
  return startedOn > today ? `from ${from}` : `since ${from}`
}

/** How things stand with a role, in words; the first thing in the way is said. */
export function stateOf(
  { person, post }: Waiting,
  today: string,
): { mark: 'met' | 'due' | 'watch' | 'ahead'; words: string } {
  if (post.state === 'asked') return { mark: 'due', words: `Waits for ${post.waitsFor ?? 'somebody'}` }
  if (person.state === 'invited')
    return person.invitedUntil === null
      ? { mark: 'due', words: 'The invitation ran out' }
      : { mark: 'watch', words: `Invited, until ${dayWithYear(dayInEngland(person.invitedUntil), today)}` }
  if (person.asleep) return { mark: 'due', words: 'Asleep: not used for 90 days' }
  if (post.grantedAlone)
    return {
      mark: 'watch',
      words: `Given by ${post.askedBy ?? 'one person'} alone${post.waitsFor ? `; waits for ${post.waitsFor}` : ''}`,
    }
  if (post.children === 0 && post.can.includes('children'))
    return { mark: 'due', words: 'No child chosen yet' }
  if (post.state === 'ahead') return { mark: 'ahead', words: 'Not begun' }
  return { mark: 'met', words: 'Open' }
}

/** When somebody was last signed in. */
export const lastSeen = ({ lastSignInAt }: Pick<Person, 'lastSignInAt'>, today: string): string =>
  lastSignInAt === null
    ? 'Never'
    : dayInEngland(lastSignInAt) === today
      ? 'Today'
      : dayWithYear(dayInEngland(lastSignInAt), today)

/** Roles that are not over, by role, in the order of the roles. */
export function byRole(view: People): { title: string; rows: Waiting[] }[] {
  const live = postsOf(view, ({ state }) => state !== 'over' && state !== 'refused')
  const order = [
    'headteacher',
    'safeguarding-lead',
    'designated-teacher',
    'class-staff',
    'governor',
    'virtual-school-head',
    'education-adviser',
    'administrator',
    'data-protection-officer',
  ]
  return order
    .map((role) => live.filter(({ post }) => post.role === role))
    .filter((rows) => rows.length > 0)
    .map((rows) => ({ title: rows[0]?.post.words ?? '', rows }))
}

/** Accounts without a role now: those who have left, or who were refused. */
export const withoutRole = (view: People): Person[] =>
  view.people.filter(({ posts }) => posts.every(({ state }) => state === 'over' || state === 'refused'))
