import type { InboxItem } from '../../api.ts'

export type Place = 'open' | 'decided'

/** An item where it stands on the page. */
export interface Placed {
  readonly item: InboxItem
  readonly place: Place
}

export interface Arranged {
  readonly placed: readonly Placed[]
  /** Came while somebody works in the list: they wait until it is left or asked for. */
  readonly held: readonly InboxItem[]
  /** Leaving the list would move something. */
  readonly isStale: boolean
}

const placeOf = ({ state }: InboxItem): Place => (state === 'open' ? 'open' : 'decided')

/**
 * Where each item stands. While somebody works in the list nothing moves: a known item shows what is new of it in
 * its old place, one that is gone leaves, and one that came is held back.
 */
export function stillInbox(
  before: readonly Placed[],
  items: readonly InboxItem[],
  isInUse: boolean,
): Arranged {
  const fresh = items.map((item) => ({ item, place: placeOf(item) }))
  if (!isInUse) return { placed: fresh, held: [], isStale: false }
  const byId = new Map(items.map((item) => [item.id, item]))
  const known = new Set(before.map(({ item }) => item.id))
  const placed = before.flatMap(({ item, place }) => {
    const now = byId.get(item.id)
    return now ? [{ item: now, place }] : []
  })
  const order = (all: readonly Placed[]) => all.map(({ item, place }) => `${place} ${item.id}`).join()
  return {
    placed,
    held: items.filter(({ id }) => !known.has(id)),
    isStale: order(placed) !== order(fresh),
  }
}
