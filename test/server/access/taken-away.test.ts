import { expect, it } from 'vitest'
import { inTransaction } from '../../../db/in-transaction.ts'
import { bumpRevision } from '../../../db/queries/school.ts'
import { scopeOfSchool } from '../../../server/access/scope.ts'
import type { Role } from '../../../server/access/permissions.ts'
import { aCookie, anAccount } from '../../support/accounts.ts'
import { anApp } from '../../support/an-app.ts'
import { describeBothDatabases } from '../../support/databases.ts'
import { twoSchools } from '../../support/two-schools.ts'

const races = process.env['TRUST_DEEP'] ? 1000 : 12
const instant = '2026-03-13T09:30:00.000Z'

describeBothDatabases('a right that is taken away while somebody works', (open) => {
  it('is gone with the next request, however many are under way', { timeout: 600_000 }, async () => {
    const database = await open()
    const { db } = database
    const { schoolId, own } = await twoSchools(database)
    const scope = scopeOfSchool(schoolId)

    /** One way to take a right away: who has it, and the write after which it is gone. */
    const ways: readonly {
      role: Role
      take: (of: { accountId: string; postId: string }) => Promise<unknown>
    }[] = [
      {
        role: 'designated-teacher',
        take: ({ accountId }) =>
          db
            .updateTable('account')
            .set({ state: 'ended', endedAt: instant, endedReason: 'Left.' })
            .where('id', '=', accountId)
            .execute(),
      },
      {
        role: 'headteacher',
        take: ({ postId }) =>
          db.updateTable('post').set({ state: 'ended' }).where('id', '=', postId).execute(),
      },
      {
        role: 'safeguarding-lead',
        take: ({ accountId }) =>
          db.updateTable('signIn').set({ level: 'password' }).where('accountId', '=', accountId).execute(),
      },
      {
        role: 'education-adviser',
        take: ({ postId }) =>
          inTransaction(db, async (trx) => {
            await bumpRevision(trx, scope, schoolId).execute()
            await trx
              .updateTable('postChild')
              .set({ endedOn: '2026-03-12' })
              .where('postId', '=', postId)
              .execute()
          }),
      },
      {
        role: 'virtual-school-head',
        take: () =>
          inTransaction(db, async (trx) => {
            await bumpRevision(trx, scope, schoolId).execute()
            await trx
              .updateTable('careEpisode')
              .set({ authorityCode: '308' })
              .where('childId', '=', own.childId)
              .execute()
          }),
      },
    ]
    for (let race = 0; race < races; race++) {
      const { role, take } = ways[race % ways.length]!
      await db
        .updateTable('careEpisode')
        .set({ authorityCode: '302' })
        .where('childId', '=', own.childId)
        .execute()
      const { accountId, postIds } = await anAccount(db, [role], { schoolId, authorityCode: '302' })
      const postId = postIds[0]!
      if (role === 'education-adviser')
        await db
          .insertInto('postChild')
          .values({
            id: crypto.randomUUID(),
            postId,
            schoolId,
            childId: own.childId,
            startedOn: '2025-09-01',
            endedOn: null,
          })
          .execute()
      const { ask } = anApp(database, '2026-03-13', { as: { cookie: await aCookie(db, accountId, instant) } })
      expect((await ask('GET', `/api/children/${own.childId}`)).status).toBe(200)
      let taken = false
      const late: number[] = []
      const working = Array.from({ length: 4 }, async () => {
        for (let turn = 0; turn < 3; turn++) {
          const begunAfter = taken
          const { status } = await ask('GET', `/api/children/${own.childId}`)
          if (begunAfter) late.push(status)
        }
      })
      await take({ accountId, postId })
      taken = true
      await Promise.all(working)
      late.push((await ask('GET', `/api/children/${own.childId}`)).status)
      late.push((await ask('GET', `/api/records/suspension?childId=${own.childId}`)).status)
      expect([role, late.filter((status) => status < 400)]).toEqual([role, []])
    }
  })
})
