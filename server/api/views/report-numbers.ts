import type { DataClass } from '../../access/permissions.ts'
import type { CountedChildren } from '../../report/report-json.ts'
import type { Measures } from '../../report/shapes.ts'

/** What a number of the report is told by the beginning of its id: the class of data that it is of. */
const classes: Readonly<Record<string, DataClass>> = {
  numbers: 3,
  pep: 5,
  attainment: 5,
  need: 6,
  attendance: 7,
  suspension: 8,
  money: 9,
  alert: 15,
}

/** The class of data that a figure or an amount of the report is of. */
export function classOf(id: string): DataClass {
  const found = classes[id.slice(0, id.indexOf('.'))]
  if (found === undefined) throw new RangeError(`No class of data is known for ${id}`)
  return found
}

/**
 * The children behind each number that may be read, each once, by their places in one list in the order of the names.
 * Behind an amount stand the children who add to it. Who is no longer on record here is left out.
 */
export function countedChildren(
  { figures, amounts }: Pick<Measures, 'figures' | 'amounts'>,
  names: readonly { readonly id: string; readonly name: string }[],
  isRead: (id: string) => boolean,
): CountedChildren {
  const behind = [
    ...figures.map(({ id, children }) => [id, new Set(children())] as const),
    ...amounts.map(({ id, by }) => [id, new Set(by.keys())] as const),
  ].filter(([id]) => isRead(id))
  const children = names.filter(({ id }) => behind.some(([, ids]) => ids.has(id)))
  const placesIn = (ids: ReadonlySet<string>) =>
    children.flatMap(({ id }, place) => (ids.has(id) ? place : []))
  return { children, of: Object.fromEntries(behind.map(([id, ids]) => [id, placesIn(ids)])) }
}
