import type { Insertable, Kysely } from 'kysely'
import type { Database } from '../schema.ts'
import type { Scope } from '../scope.ts'

/** Latest first. */
export const accessReviewsOfSchool = (db: Kysely<Database>, scope: Scope, schoolId: string) =>
  db
    .selectFrom('accessReview')
    .selectAll()
    .where('schoolId', 'in', scope.schoolIds)
    .where('schoolId', '=', schoolId)
    .orderBy('reviewedAt', 'desc')
    .orderBy('id')

export const insertAccessReview = (db: Kysely<Database>, review: Insertable<Database['accessReview']>) =>
  db.insertInto('accessReview').values(review)
