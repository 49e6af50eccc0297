import type { AccessRights } from '../../api.ts'

export type RoleRights = AccessRights['roles'][number]
export type ClassRights = RoleRights['classes'][number]
type Granted = ClassRights['rights'][number]

const AT: Readonly<Record<RoleRights['heldAt'], string>> = {
  school: 'at one school',
  authority: 'at an authority’s Virtual School',
  installation: 'for this installation',
}

/** Of whom: the children, or what, that a right reaches. */
const WHOSE: Readonly<Record<Granted['extent'], string>> = {
  school: 'the whole school',
  assigned: 'the children on their own list',
  'looked-after': 'the children whom the authority looks after',
  card: 'the card alone, of children on their own list',
  figures: 'published figures alone, of no child',
  own: 'their own actions',
  all: 'the whole installation',
}

/** The extent that most of a role's rights have: in the table it is a plain yes. */
export function usualExtent({ classes }: RoleRights): Granted['extent'] | null {
  const extents = classes.flatMap(({ rights }) => rights.map(({ extent }) => extent))
  const times = (extent: string) => extents.filter((each) => each === extent).length
  return extents.toSorted((a, b) => times(b) - times(a))[0] ?? null
}

/** What a role is held at, and what yes means of it: `Held at one school. “Yes” is: the whole school.` */
export function heldWords(role: RoleRights): string {
  const usual = usualExtent(role)
  return `Held ${AT[role.heldAt]}.${usual === null ? '' : ` “Yes” means: ${WHOSE[usual]}.`}`
}

/** `You read 15 of 17 kinds of data here, and change 11.` Of the role that is acted in; null where there is none. */
export function ownSentence(
  roles: readonly Pick<RoleRights, 'mine' | 'classes' | 'closed'>[],
): string | null {
  const own = roles.find(({ mine }) => mine)
  if (!own) return null
  const having = (right: Granted['right']) =>
    own.classes.filter(({ rights }) => rights.some((each) => each.right === right)).length
  const all = own.classes.length + own.closed.length
  return `You read ${having('read')} of ${all} kinds of data here, and change ${having('write') || 'none'}.`
}

export const RIGHTS = [
  { right: 'read', head: 'Reads' },
  { right: 'write', head: 'Changes' },
  { right: 'approve', head: 'Approves' },
  { right: 'export', head: 'Takes out as a file' },
] as const satisfies readonly { right: Granted['right']; head: string }[]

/** Whether a role has a right to a class of data: yes, or of whom where that is not the usual; null for no. */
export function answerTo(
  { rights }: ClassRights,
  right: Granted['right'],
  usual: Granted['extent'] | null,
): string | null {
  const granted = rights.find((each) => each.right === right)
  if (!granted) return null
  return granted.extent === usual ? 'yes' : WHOSE[granted.extent]
}

/** The class of data in two: its short name, and what it holds. */
export function classWords({ words }: ClassRights): { name: string; holds: string } {
  const [name = words, holds = ''] = words.split(': ')
  return { name, holds }
}
