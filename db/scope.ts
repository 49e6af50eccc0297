/**
 * Which children a query may touch. Only `server/access/scope.ts` makes one, so a query over children
 * that forgets the access filter does not compile.
 */
export interface Scope {
  readonly schoolIds: readonly string[]
  readonly __scope: unique symbol
}
