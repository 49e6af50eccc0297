import type { Kysely } from 'kysely'
import { authorityByCode } from '../../db/queries/authority.ts'
import { postsOfAccount } from '../../db/queries/post.ts'
import { everySchool } from '../../db/queries/school.ts'
import type { Database } from '../../db/schema.ts'
import type { AccountTable } from '../../db/tables/account.ts'
import type { PasswordOwner } from './passwords.ts'
import { roleWords } from './permissions.ts'

/** Where the account's posts are held, in words: names of schools and authorities, each once. */
export async function placesOf(
  db: Kysely<Database>,
  posts: readonly Pick<Database['post'], 'schoolId' | 'authorityCode'>[],
): Promise<{ name: string; authorityName: string | null; schoolId: string | null }[]> {
  const schools = await everySchool(db).execute()
  const nameOf = async (code: string | null) =>
    code === null ? null : ((await authorityByCode(db, code).executeTakeFirst())?.name ?? null)
  return Promise.all(
    posts.map(async ({ schoolId, authorityCode }) => {
      const school = schools.find(({ id }) => id === schoolId)
      const authorityName = await nameOf(school?.authorityCode ?? authorityCode)
      const name =
        school?.name ?? (authorityName === null ? 'This installation' : `${authorityName} Virtual School`)
      return { name, authorityName, schoolId }
    }),
  )
}

/** Whom a new password is for, with the words around them. */
export async function passwordOwner(
  db: Kysely<Database>,
  account: Pick<AccountTable, 'id' | 'name' | 'email'>,
): Promise<PasswordOwner> {
  const posts = await postsOfAccount(db, account.id).execute()
  const places = await placesOf(db, posts)
  return {
    name: account.name,
    email: account.email,
    around: [
      ...places.flatMap(({ name, authorityName }) => [name, authorityName ?? '']),
      ...posts.map(({ role }) => roleWords[role]),
    ],
  }
}
