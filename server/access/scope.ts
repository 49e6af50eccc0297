import type { Scope, ScopedChildren } from '../../db/scope.ts'
import { extentOf, heldAt, type Role } from './permissions.ts'

const scope = (schoolIds: readonly string[], children: ScopedChildren): Scope =>
  ({ schoolIds, children }) as unknown as Scope

/** All children of one school: of the staff who answer for it, and of the program itself. */
export const scopeOfSchool = (schoolId: string): Scope => scope([schoolId], 'all')

/** What a scope is made from: the post acted in and the school at hand. */
export interface ScopedPost {
  readonly id: string
  readonly role: Role
  readonly authorityCode: string | null
}

/**
 * The children that a post opens at a school on a day, from what the role may read of their identity: the whole
 * school, the class or caseload, those the authority looks after, or nobody. An adviser's caseload holds only
 * children whom the authority looks after.
 */
export const scopeOfPost = (post: ScopedPost, schoolId: string, on: string): Scope =>
  scopeOfSome(post, [schoolId], on)

function scopeOfSome(post: ScopedPost, schoolIds: readonly string[], on: string): Scope {
  const extent = extentOf(post.role, 1, 'read')
  const authority = post.authorityCode === null ? {} : { authorityCode: post.authorityCode }
  if (extent === 'school') return scope(schoolIds, 'all')
  if (extent === 'assigned') return scope(schoolIds, { postId: post.id, ...authority, on })
  if (extent === 'looked-after' && post.authorityCode !== null) return scope(schoolIds, { ...authority, on })
  return scope(schoolIds, 'none')
}

/**
 * The children that an authority's post opens at all of these schools at once. A post of a school opens nobody so:
 * its children are those of its own school alone.
 */
export const scopeOfPostAtSchools = (post: ScopedPost, schoolIds: readonly string[], on: string): Scope =>
  heldAt[post.role] === 'authority' ? scopeOfSome(post, schoolIds, on) : scope(schoolIds, 'none')

/** The same for equal scopes: what was worked out for one may be shown to the other. */
export const scopeKey = ({ schoolIds, children }: Scope): string => JSON.stringify([schoolIds, children])
