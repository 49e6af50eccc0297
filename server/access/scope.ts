import type { Scope } from '../../db/scope.ts'

/** All children of one school: what everyone on this machine sees until people sign in. */
export const scopeOfSchool = (schoolId: string): Scope => ({ schoolIds: [schoolId] }) as unknown as Scope
