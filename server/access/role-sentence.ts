import {
  dataClasses,
  dataClassWords,
  extentOf,
  opensChildren,
  permissions,
  type DataClass,
  type Extent,
  type Role,
} from './permissions.ts'

/** The classes that are of a child; the others are of the school or of the installation. */
const ofChildren: readonly DataClass[] = [1, 2, 3, 4, 5, 6, 7, 8, 9]

const extentWords: Partial<Record<Extent, string>> = {
  school: 'of every child of the school',
  assigned: 'of the children on their list',
  'looked-after': 'of the children whom the authority looks after',
  card: 'on a short card of what they need to know',
}

const short = (dataClass: DataClass) => {
  const words = dataClassWords[dataClass].split(/[:,]/)[0] ?? ''
  return words.charAt(0).toLowerCase() + words.slice(1)
}

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}

/** In a sentence, what a role sees, made from the permissions themselves. */
export function roleSentence(role: Role): string {
  const read = (dataClass: DataClass) => extentOf(role, dataClass, 'read')
  const others = dataClasses.filter(
    (one) => one > 10 && one < 14 && read(one) !== undefined && read(one) !== 'own',
  )
  if (!opensChildren(role)) {
    const figures = dataClasses.some((one) => read(one) === 'figures')
    if (figures) return 'Sees figures of the whole school from which nobody can be worked out, and no child.'
    return `Sees ${listed(others.map(short))}, and no child.`
  }
  const byExtent = new Map<Extent, DataClass[]>()
  for (const dataClass of ofChildren) {
    const extent = read(dataClass)
    if (extent !== undefined) byExtent.set(extent, [...(byExtent.get(extent) ?? []), dataClass])
  }
  const parts = [...byExtent].map(([extent, classes]) => {
    const isAll = classes.length === ofChildren.length && classes.every((one) => !noteOf(role, one))
    const what = isAll ? 'everything' : listed(classes.map((one) => `${short(one)}${noteOf(role, one)}`))
    return `${what} ${extentWords[extent] ?? ''}`
  })
  return `Sees ${parts.join('; ')}.`
}

const noteOf = (role: Role, dataClass: DataClass) => {
  const note = permissions[role][dataClass]?.note
  return note === undefined ? '' : ` (${note})`
}
