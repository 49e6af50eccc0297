import type { Transaction } from 'kysely'
import { childNamesOfSchool } from '../../db/queries/child.ts'
import { insertPostChildren, postChildren, setPostChildEnd, updatePost } from '../../db/queries/post.ts'
import { bumpRevision } from '../../db/queries/school.ts'
import type { Database } from '../../db/schema.ts'
import type { PostTable } from '../../db/tables/post.ts'
import { addDays, isoDate } from '../calendar/iso-date.ts'
import type { Seen } from './grants.ts'
import {
  bad,
  findPost,
  installationOf,
  keep,
  missing,
  notAllowed,
  refused,
  stale,
  type Granting,
  type NotDone,
} from './granting.ts'
import { extentOf, type Role } from './permissions.ts'
import { answersFor, isLive, seesPost } from './posts.ts'

/** Roles that see the children of a list and no others. */
export const hasChildList = (role: Role): boolean => extentOf(role, 1, 'read') === 'assigned'

const dayBefore = (day: string): string => addDays(isoDate(day), -1)

/**
 * Says which children a class or caseload holds from a day on, at the school at hand. Whoever does it must see every
 * one of them: a system administrator sees none, a Virtual School head those whom the authority looks after.
 */
export async function setChildrenOfPost(
  trx: Transaction<Database>,
  granting: Granting,
  seen: Seen,
  list: { readonly childIds: readonly string[]; readonly startedOn: string },
): Promise<{ outcome: 'ok'; post: PostTable; children: number } | NotDone> {
  const { actor, today } = granting
  const post = await findPost(trx, seen.id)
  if (!post || !seesPost(actor, post)) return missing
  const { schoolId } = actor
  if (extentOf(actor.role, 1, 'read') === undefined || !answersFor(actor, post, await installationOf(trx)))
    return notAllowed('not-allowed', 'Your role does not choose children.')
  if (!hasChildList(post.role) || schoolId === null || (post.schoolId ?? schoolId) !== schoolId)
    return refused('no-list', 'This role has no list of children.')
  if (!isLive(post, today)) return refused('nothing-to-do', 'This has ended already.')
  if (list.startedOn < today) return bad('startedOn', 'A list changes from today on, or from a later day.')
  await bumpRevision(trx, actor.scope, schoolId).execute()
  const wanted = new Set(list.childIds)
  const inReach = await childNamesOfSchool(trx, actor.scope, schoolId).execute()
  const onRoll = new Set(
    inReach.filter(({ leftOn }) => leftOn === null || leftOn >= list.startedOn).map(({ id }) => id),
  )
  if ([...wanted].some((id) => !onRoll.has(id))) return missing
  const { numUpdatedRows } = await updatePost(trx, post.id, seen.version, {}).executeTakeFirst()
  if (numUpdatedRows !== 1n) return stale
  const rows = await postChildren(trx, actor.scope, post.id).execute()
  const kept = new Set<string>()
  const concerned = new Set(wanted)
  for (const row of rows) {
    if (row.startedOn > list.startedOn) await end(row.id, dayBefore(row.startedOn))
    else if (row.startedOn === list.startedOn && wanted.has(row.childId)) {
      kept.add(row.childId)
      if (row.endedOn !== null) await end(row.id, null)
    } else if (row.endedOn === null || row.endedOn >= list.startedOn) {
      if (wanted.has(row.childId) && row.endedOn === null) kept.add(row.childId)
      else {
        concerned.add(row.childId)
        await end(row.id, dayBefore(list.startedOn))
      }
    }
  }
  await insertPostChildren(
    trx,
    [...wanted]
      .filter((childId) => !kept.has(childId))
      .map((childId) => ({
        id: crypto.randomUUID() as string,
        postId: post.id,
        schoolId,
        childId,
        startedOn: list.startedOn,
        endedOn: null,
      })),
  )
  await keep(trx, granting, {
    action: 'class.change',
    kind: 'post',
    recordId: post.id,
    schoolId,
    childIds: [...concerned].toSorted(),
    detail: {
      account: post.accountId,
      role: post.role,
      children: wanted.size,
      from: list.startedOn,
    },
  })
  return { outcome: 'ok', post: { ...post, version: seen.version + 1 }, children: wanted.size }

  async function end(id: string, endedOn: string | null) {
    await setPostChildEnd(trx, actor.scope, id, endedOn).execute()
  }
}
