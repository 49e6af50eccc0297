import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { withRowScope } from '../../../db/row-scope.ts'
import { updateSignIn } from '../../../db/queries/sign-in.ts'
import type { Actor } from '../../access/actor.ts'
import { extentOf, reachesSchool, type DataClass, type Right } from '../../access/permissions.ts'
import { scopeOfPost } from '../../access/scope.ts'
import { minutesBetween } from '../../access/instants.ts'
import { findSignedIn, signInName, wasConfirmed, type SignedIn } from '../../access/sign-ins.ts'
import type { Change } from '../../../db/queries/record-shape.ts'
import type { AuditBy } from '../../../db/queries/audit-event.ts'
import { everySchool } from '../../../db/queries/school.ts'
import type { Deps } from '../deps.ts'
import { routeNeeds, wholeChild, type Need } from '../route-needs.ts'
import { knowsOf } from '../views/permitted.ts'
import { addressOf } from './address.ts'
import { notFound, Refusal } from './refusal.ts'

/** The cookie's name: the prefix makes browsers hold it to this host, this path and https. */
export const COOKIE = '__Host-vs'
/** `lastSeenAt` is written at most once a minute. */
const SEEN_MINUTES = 1

/** What an answer shows of children, to be on record before it leaves. */
export interface Sight {
  readonly childIds: readonly string[]
  /** Whose children they are, where that is not the school at hand. */
  readonly schoolId?: string
  readonly dataClasses?: readonly DataClass[]
  readonly kind?: string
  readonly recordId?: string
  readonly reason?: string
  readonly detail?: Readonly<Record<string, string | number>>
  /** What it is when it is more than a view, such as `export`. */
  readonly action?: string
  /** The change that is answered is on record with its child already, in its own transaction. */
  readonly isKept?: boolean
}

interface Held {
  readonly route: string
  readonly need: Need
  readonly signedIn: SignedIn | undefined
  readonly actor: Actor | undefined
  readonly address: string | null
  sights?: readonly Sight[]
}

declare module 'hono' {
  interface ContextVariableMap {
    access: Held
  }
}

/** Nobody is signed in. */
export const signInFirst = () => new Refusal(401, { code: 'sign-in', message: 'Sign in first.' })
const secondFactor = () =>
  new Refusal(401, { code: 'second-factor', message: 'Show your second factor first.' })
/** A role that does not open this. */
export const notAllowed = () =>
  new Refusal(403, { code: 'not-allowed', message: 'Your role does not open this.' })
/** A factor was shown too long ago for what is asked. */
export const confirmFirst = () =>
  new Refusal(403, { code: 'confirm', message: 'Show that it is you: this asks for your second factor.' })

/** Who is signed in and acts in a role. Throws 401 where a route that needs nobody asks. */
export function actorOf(c: Context): Actor {
  const { actor } = c.get('access')
  if (!actor) throw signInFirst()
  return actor
}

/** The browser's sign-in, also with one factor. Throws 401 without. */
export function signedInOf(c: Context): SignedIn {
  const { signedIn } = c.get('access')
  if (!signedIn) throw signInFirst()
  return signedIn
}

/** Who does this, for the audit. */
export function byOf(c: Context): { changedBy: string; by: AuditBy } {
  const { signedIn, actor, route, address } = c.get('access')
  return {
    changedBy: signedIn?.name ?? 'nobody signed in',
    by: {
      accountId: signedIn?.accountId ?? null,
      role: actor?.role ?? null,
      signInId: signedIn ? signInName(signedIn.id) : null,
      address,
      route,
    },
  }
}

/**
 * A change at an instant by who is signed in. A step whose answer shows more than the rows it changes says of which
 * classes of data.
 */
export const changeOf = (c: Context, at: string, shown?: readonly DataClass[]): Change => ({
  at,
  ...byOf(c),
  ...(shown ? { classesOf: () => shown } : {}),
})

/**
 * Says which children the answer shows, of several schools one by one. Without it, an answer of a route that shows
 * children does not leave.
 */
export function shows(c: Context, ...sights: readonly Sight[]): void {
  c.get('access').sights = sights
}

/**
 * Whether the role acted in has a right to a class of data as it is stored. A right to figures after disclosure
 * control, or to the need-to-know card, is none to the data itself.
 */
export function may(actor: Actor, dataClass: DataClass, right: Right, card = false): boolean {
  const extent = extentOf(actor.role, dataClass, right)
  return extent !== undefined && extent !== 'figures' && (extent !== 'card' || card)
}

/** The classes and the right that a route needs of whom it answers; null where a role does not matter. */
function asked(need: Need, c: Context, kinds: Deps['kinds']) {
  if (typeof need === 'string') return null
  if ('classes' in need) return need
  const kind = kinds.get(/^\/api\/records\/([^/]+)/.exec(c.req.path)?.[1] ?? '')
  if (!kind) throw notFound()
  const dataClass = kind.dataClass as DataClass
  return { classes: [dataClass], right: need.right, kind }
}

/** The rows that the database gives at all while the request is answered: those of the school at hand. */
const rowsOf = (actor: Actor | undefined): readonly string[] =>
  actor === undefined || actor.schoolId === null || actor.scope.children === 'none' ? [] : [actor.schoolId]

/** Refuses who may not; the order is: who are you, may your role, is it you. */
function check(
  held: Held,
  c: Context,
  { kinds, clock, demonstration }: Pick<Deps, 'kinds' | 'clock' | 'demonstration'>,
) {
  const { need, signedIn, actor } = held
  if (need === 'anyone') return
  if (!signedIn) throw signInFirst()
  if (need === 'password') return
  if (signedIn.level !== 'full') throw secondFactor()
  if (need === 'signed-in') return
  if (!actor) throw notAllowed()
  const wanted = asked(need, c, kinds)
  const card = 'card' in need && need.card === true
  const of = 'of' in need ? need.of : undefined
  const opens = (dataClass: DataClass, right: Right) =>
    of
      ? of.some((extent) => extent === extentOf(actor.role, dataClass, right))
      : may(actor, dataClass, right, card)
  if (wanted && !wanted.classes.every((dataClass) => opens(dataClass, wanted.right))) throw notAllowed()
  if (wanted && 'kind' in wanted) {
    const { kind, classes, right } = wanted
    if (!knowsOf(actor.role, kind)) throw notAllowed()
    const reaches = classes.every((one) => reachesSchool(extentOf(actor.role, one, right)))
    if (kind.subject === 'school' && !reaches) throw notAllowed()
  }
  const wantsFactor = 'classes' in need && need.confirmed === true
  // People of a demonstration have no factor to show.
  if (wantsFactor && !demonstration && !wasConfirmed(actor.confirmedAt, clock.now())) throw confirmFirst()
}

/**
 * Before every route of the API: who calls, whether the role opens it, and after it that what it shows is on
 * record. What is written nowhere is refused; an answer that names children without saying whose never leaves.
 */
export function access(
  deps: Pick<Deps, 'db' | 'clock' | 'kinds' | 'audit' | 'trustedProxies' | 'demonstration'>,
  routeOf: (method: string, path: string) => string | undefined,
): MiddlewareHandler {
  const { db, clock, audit } = deps

  /** Who acts in which role; the school at hand of an authority's post is the chosen one, else the first. */
  async function actorFrom(signedIn: SignedIn, today: string): Promise<Actor | undefined> {
    const { post, accountId, name, confirmedAt } = signedIn
    if (!post || signedIn.level !== 'full') return undefined
    const schoolId =
      post.schoolId ?? signedIn.schoolId ?? (await everySchool(db).executeTakeFirst())?.id ?? null
    const { role, id: postId, authorityCode } = post
    const scope = scopeOfPost(post, schoolId ?? '', today)
    const signInId = signInName(signedIn.id)
    return { accountId, name, role, postId, schoolId, authorityCode, scope, signInId, confirmedAt }
  }

  return async (c, next) => {
    const method = c.req.method === 'HEAD' ? 'GET' : c.req.method
    const route = `${method} ${routeOf(method, c.req.path) ?? c.req.path}`
    const need = routeNeeds[route]
    if (need === undefined) throw notFound()
    const now = clock.now()
    const token = getCookie(c, COOKIE)
    const signedIn = token === undefined ? undefined : await findSignedIn(db, token, now, clock.today())
    const held: Held = {
      route,
      need,
      signedIn,
      address: addressOf(c, deps.trustedProxies ?? []),
      actor: signedIn && (await actorFrom(signedIn, clock.today())),
    }
    c.set('access', held)
    try {
      check(held, c, deps)
      const isPoll = typeof need === 'object' && 'isPoll' in need && need.isPoll === true
      if (signedIn && !isPoll && minutesBetween(signedIn.lastSeenAt, now) >= SEEN_MINUTES)
        await updateSignIn(db, signedIn.id, { lastSeenAt: now }).execute()
      await withRowScope(rowsOf(held.actor), () => next())
    } catch (error) {
      await keepRefusal(error)
      throw error
    }
    if (c.error) await keepRefusal(c.error)
    const mustShow = typeof need === 'object' && 'shows' in need && need.shows === 'children'
    // A refusal that says what is stored now shows it as much as an answer does.
    const showsStored = c.error instanceof Refusal && c.error.problem.current !== undefined
    if (!(c.res.ok || showsStored)) return
    // A page for everybody that names children to some is on record where it does.
    if (!mustShow && !held.sights) return
    const usual = typeof need === 'string' ? wholeChild : 'classes' in need ? need.classes : []
    if (!held.sights) throw new Error(`${route} names children and does not say whose`)
    // A view of nobody is none; a file that was taken away is on record whoever stands in it.
    await Promise.all(
      held.sights
        .filter(({ isKept, childIds, action }) => !isKept && (childIds.length > 0 || action !== undefined))
        .map((sight) => keep(sight)),
    )

    async function keep(sight: Sight) {
      const { changedBy, by } = byOf(c)
      const { dataClasses = usual } = sight
      const schoolId = held.actor?.schoolId ?? null
      await audit.record({
        action: 'view',
        at: clock.now(),
        changedBy,
        ...by,
        schoolId,
        ...sight,
        dataClasses,
      })
    }

    /** Refusals of people who are signed in are on record; of others the log alone has a line. */
    async function keepRefusal(error: unknown) {
      const refused = error instanceof Refusal && [401, 403, 404].includes(error.status)
      if (!refused || !signedIn) return
      const { changedBy, by } = byOf(c)
      const { code } = error.problem
      const schoolId = held.actor?.schoolId ?? null
      const what = { action: 'refused', reason: code }
      await audit.record({ at: clock.now(), changedBy, ...by, schoolId, ...what })
    }
  }
}
