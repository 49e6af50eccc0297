import { extentOf, roles, type DataClass, type Role } from '../../server/access/permissions.ts'
import { routeNeeds, type Need } from '../../server/api/route-needs.ts'
import { loadKinds } from '../../server/records/load-kinds.ts'

const kinds = await loadKinds()

/** Which roles a need lets in, by the matrix alone; `kind` is that of a record in the address. */
export function rolesFor(need: Need, kind = 'suspension'): readonly Role[] {
  if (typeof need === 'string') return roles
  const classes = 'classes' in need ? need.classes : [kinds.get(kind)!.dataClass as DataClass]
  const of = 'of' in need ? need.of : undefined
  const isCard = 'card' in need && need.card === true
  return roles.filter((role) =>
    classes.every((dataClass) => {
      const extent = extentOf(role, dataClass, need.right)
      if (of) return of.some((each) => each === extent)
      return extent !== undefined && extent !== 'figures' && (extent !== 'card' || isCard)
    }),
  )
}

/** Which roles a route answers, by the matrix alone; `kind` is that of a record in the address. */
export function rolesOf(route: string, kind?: string): readonly Role[] {
  const need = routeNeeds[route]
  return need === undefined ? [] : rolesFor(need, kind)
}

/** A role that the route answers: the designated teacher where it does. */
export const someRoleOf = (route: string, kind?: string): Role => {
  const may = rolesOf(route, kind)
  return may.includes('designated-teacher') ? 'designated-teacher' : (may[0] ?? 'designated-teacher')
}
