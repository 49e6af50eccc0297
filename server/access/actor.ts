import type { Scope } from '../../db/scope.ts'
import type { Role } from './permissions.ts'

/** Somebody who is signed in with both factors and acts in one named role. */
export interface Actor {
  readonly accountId: string
  readonly name: string
  readonly role: Role
  readonly postId: string
  /** The school at hand; null before one is set up. */
  readonly schoolId: string | null
  readonly authorityCode: string | null
  readonly scope: Scope
  /** The first 16 characters of the sign-in's id. */
  readonly signInId: string
  /** When the person last showed a factor. */
  readonly confirmedAt: string
}
