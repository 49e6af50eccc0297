import { Hono, type Context } from 'hono'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { childNamesOfSchool } from '../../../db/queries/child.ts'
import { postById, postChildren } from '../../../db/queries/post.ts'
import type { Database } from '../../../db/schema.ts'
import type { PostTable } from '../../../db/tables/post.ts'
import { setChildrenOfPost } from '../../access/class-lists.ts'
import type { Granting, NotDone } from '../../access/granting.ts'
import { changeDays, decideOnPost, endPost, type Seen } from '../../access/grants.ts'
import { seesPost } from '../../access/posts.ts'
import type { Deps } from '../deps.ts'
import { actorOf, may, notAllowed, shows } from '../http/access.ts'
import { body, day, query } from '../http/checked.ts'
import { described } from '../http/described.ts'
import { etag } from '../http/if-match.ts'
import { notFound } from '../http/refusal.ts'
import { childIds, createPeopleDesk, done, id, label, seenOf, words } from '../people-desk.ts'
import { nameOf } from '../views/child-name.ts'

const days = z.strictObject({ startedOn: day, endedOn: day.nullable(), label })
const decision = z.strictObject({ give: z.boolean(), reason: words.nullable().optional() })
const ending = z.strictObject({ reason: words.nullable().optional() })
const classList = z.strictObject({ childIds, startedOn: day })

/**
 * Roles from a day to a day, each held as a post: the second person's word on what opens children, its days, its list
 * of children, its end. Every change asks for a factor shown just now and is on record.
 */
export function postRoutes({ db, clock }: Deps) {
  const { grantingOf, write } = createPeopleDesk({ db, clock })

  /** Changes the role in the address, in the version that was seen; the answer carries its new one. */
  async function change<G, T extends { outcome: 'ok'; post: Pick<PostTable, 'version'> }>(
    c: Context,
    act: (trx: Transaction<Database>, granting: Granting, seen: Seen, given: G) => Promise<T | NotDone>,
    given: G,
  ) {
    const seen = seenOf(c)
    const changed = await write(async (trx) => done<T>(await act(trx, grantingOf(c), seen, given)))
    c.header('ETag', etag(changed.post.version))
    return changed
  }

  return new Hono()
    .get(
      '/people/children',
      described({
        summary: 'The children from whom a class or a caseload is chosen',
        tag: 'access',
        answer: 'Those on roll, by name; `inList` for those on the list of the post that is named.',
      }),
      query(z.strictObject({ postId: id.optional() })),
      async (c) => {
        const actor = actorOf(c)
        const { schoolId, scope } = actor
        if (!may(actor, 1, 'read') || schoolId === null) throw notAllowed()
        const { postId } = c.req.valid('query')
        const post = postId === undefined ? undefined : await postById(db, postId).executeTakeFirst()
        if (postId !== undefined && (!post || !seesPost(actor, post))) throw notFound()
        const today = clock.today()
        const rows = post ? await postChildren(db, scope, post.id).execute() : []
        const listed = new Set(
          rows
            .filter(({ endedOn, startedOn }) => (endedOn === null || endedOn >= today) && startedOn <= today)
            .map((row) => row.childId),
        )
        const children = (await childNamesOfSchool(db, scope, schoolId).execute())
          .filter(({ leftOn }) => leftOn === null || leftOn >= today)
          .map((child) => ({
            id: child.id,
            name: nameOf(child),
            yearGroup: child.yearGroup,
            inList: listed.has(child.id),
          }))
        shows(c, { childIds: children.map((child) => child.id), dataClasses: [1] })
        return c.json({ children }, 200)
      },
    )
    .post(
      '/people/posts/:id/decide',
      described({
        summary: 'The word of the second person on a role that opens children',
        tag: 'access',
        answer: 'What became of it.',
        versioned: true,
      }),
      body(decision),
      async (c) => {
        const { give, reason = null } = c.req.valid('json')
        const { post } = await change(c, decideOnPost, { give, reason: reason || null })
        return c.json({ state: post.state, version: post.version }, 200)
      },
    )
    .post(
      '/people/posts/:id/end',
      described({
        summary: 'End a role at once',
        tag: 'access',
        answer: 'What became of it.',
        versioned: true,
      }),
      body(ending),
      async (c) => {
        const { reason = null } = c.req.valid('json')
        const { post } = await change(c, endPost, reason || null)
        return c.json({ state: post.state, version: post.version }, 200)
      },
    )
    .put(
      '/people/posts/:id',
      described({
        summary: 'Give a role other days, or its class another name',
        tag: 'access',
        answer: 'What became of it.',
        versioned: true,
      }),
      body(days),
      async (c) => {
        const given = c.req.valid('json')
        const { post } = await change(c, changeDays, { ...given, label: given.label || null })
        return c.json({ state: post.state, version: post.version }, 200)
      },
    )
    .put(
      '/people/posts/:id/children',
      described({
        summary: 'Say which children a class or a caseload holds from a day on',
        tag: 'access',
        answer: 'How many they are.',
        versioned: true,
      }),
      body(classList),
      async (c) => {
        const { post, children } = await change(c, setChildrenOfPost, c.req.valid('json'))
        return c.json({ children, version: post.version }, 200)
      },
    )
}
