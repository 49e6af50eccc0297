import {
  dataClasses,
  dataClassWords,
  permissions,
  roles,
  roleWords,
  heldAt,
  type DataClass,
  type Extent,
  type Right,
  type Role,
} from '../../access/permissions.ts'
import { accessRules } from '../../access/rules-in-words.ts'

const rights: readonly Right[] = ['read', 'write', 'approve', 'export']

export interface ClassRights {
  number: DataClass
  words: string
  rights: { right: Right; extent: Extent }[]
  note: string | null
}

export interface RoleRights {
  role: Role
  words: string
  heldAt: 'school' | 'authority' | 'installation'
  mine: boolean
  /** Classes of data that the role opens in some way, in order. */
  classes: ClassRights[]
  /** The words of the classes that it does not open at all. */
  closed: string[]
}

export interface AccessView {
  roles: RoleRights[]
  rules: readonly { title: string; text: string }[]
}

function classOf(role: Role, number: DataClass): ClassRights | null {
  const grant = permissions[role][number]
  if (!grant) return null
  return {
    number,
    words: dataClassWords[number],
    rights: rights.flatMap((right) => {
      const extent = grant[right]
      return extent === undefined ? [] : [{ right, extent }]
    }),
    note: grant.note ?? null,
  }
}

/** The table of who may do what, role by role, one's own first. */
export function accessView(mine: Role | null): AccessView {
  const inOrder = roles.toSorted((a, b) => Number(b === mine) - Number(a === mine))
  return {
    roles: inOrder.map((role) => ({
      role,
      words: roleWords[role],
      heldAt: heldAt[role],
      mine: role === mine,
      classes: dataClasses.flatMap((number) => classOf(role, number) ?? []),
      closed: dataClasses
        .filter((number) => !permissions[role][number])
        .map((number) => dataClassWords[number]),
    })),
    rules: accessRules,
  }
}
