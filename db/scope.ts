/** Which children of the schools: all; nobody; those of a post's list, and of them those an authority looks after. */
export type ScopedChildren =
  | 'all'
  | 'none'
  | {
      /** The class list or caseload. */
      readonly postId?: string
      /** The authority that looks after the child on the day. */
      readonly authorityCode?: string
      readonly on: string
    }

/**
 * Which children a query may touch. Only `server/access/scope.ts` makes one, so a query over children
 * that forgets the access filter does not compile.
 */
export interface Scope {
  readonly schoolIds: readonly string[]
  readonly children: ScopedChildren
  readonly __scope: unique symbol
}
