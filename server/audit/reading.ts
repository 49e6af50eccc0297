import type { AuditFilter } from '../../db/queries/audit-reading.ts'
import type { Scope } from '../../db/scope.ts'
import { extentOf, heldAt, roles, type Role } from '../access/permissions.ts'

/**
 * Which events a role reads: all of its school; all of the installation; of the installation those of signing
 * in, granting and refusing, without children; one’s own; one’s own and those of an authority’s staff.
 */
export type EventsRead = 'school' | 'all' | 'technical' | 'own' | 'staff'

/**
 * Whether a role may ask who has looked at a child, and how it says which: by the child of its school; by the
 * pupil number, of whoever answers for the installation and sees no children.
 */
export type ChildrenAsked = 'child' | 'upn' | 'none'

/** What the matrix gives a role of the record of who looked; undefined is nothing. */
export function auditReading(role: Role): { events: EventsRead; children: ChildrenAsked } | undefined {
  const extent = extentOf(role, 11, 'read')
  if (extent === 'school') return { events: 'school', children: 'child' }
  if (extent === 'all')
    // Who runs the installation sees no children, in its log neither.
    return extentOf(role, 13, 'write') === 'all'
      ? { events: 'technical', children: 'none' }
      : { events: 'all', children: 'upn' }
  // Who gives an authority's people their roles answers for what they look at.
  if (extent === 'own' && heldAt[role] === 'authority' && extentOf(role, 12, 'approve') !== undefined)
    return { events: 'staff', children: 'none' }
  // Who keeps the children's records answers for who looks at them.
  if (extent === 'own')
    return { events: 'own', children: extentOf(role, 1, 'write') === 'school' ? 'child' : 'none' }
  return undefined
}

/** Actions by what people look for, in the words of `AuditFilter`. */
export const actionsOf = {
  views: ['view'],
  changes: ['record.*', 'alert.*', 'import.*', 'school.*', 'authority.*', 'class.*'],
  exports: ['export', 'audit.export'],
  access: [
    'sign-in*',
    'sign-out*',
    'account.*',
    'grant.*',
    'link.*',
    'access-review*',
    'set-up*',
    'refused',
    'backup*',
    'restore*',
    'audit.anchor',
  ],
} as const

export type ActionGroup = keyof typeof actionsOf
export const actionGroups = Object.keys(actionsOf) as ActionGroup[]

/** The roles that act for an authority. */
const rolesOfAuthority = roles.filter((role) => heldAt[role] === 'authority')

/** The events that somebody in a role may read at all; those of a staff need to know whose it is. */
export function readableEvents(
  read: EventsRead,
  { accountId, schoolId }: { accountId: string; schoolId: string | null },
  staff?: { accountIds: readonly string[]; scope: Scope },
): AuditFilter {
  if (read === 'staff' && staff) return { staff: { self: accountId, roles: rolesOfAuthority, ...staff } }
  if (read === 'own' || read === 'staff') return { accountId }
  if (read === 'school') return { schoolIds: schoolId === null ? [] : [schoolId] }
  if (read === 'technical') return { withoutChildren: true, actions: actionsOf.access }
  return {}
}
