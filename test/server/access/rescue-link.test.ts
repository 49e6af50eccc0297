import { expect, it } from 'vitest'
import { updateAccount } from '../../../db/queries/account.ts'
import { findLink } from '../../../server/access/links.ts'
import { rescueLink } from '../../../server/access/rescue-link.ts'
import { aClock } from '../../support/a-clock.ts'
import { anAccount } from '../../support/accounts.ts'
import { describeBothDatabases } from '../../support/databases.ts'
import { auditOf, linkIn } from '../../support/signing-in.ts'

const clock = aClock('2026-03-13')

describeBothDatabases('whoever runs the machine', (open) => {
  const asking = async (...words: string[]) => {
    const database = await open()
    const { db } = database
    const made = await anAccount(db, ['headteacher'], { email: 'head@school.example' })
    return { database, ...made, answer: await rescueLink(db, clock, 'https://vs.example', words) }
  }

  it.each([
    [['HEAD@school.example'], 'password'],
    [['head@school.example', 'second-factor'], 'second-factor'],
  ] as const)(
    'gets a link for the owner of an account by %j, and it is on record',
    async (words, purpose) => {
      const { database, accountId, answer } = await asking(...words)
      if ('fault' in answer) throw new Error(answer.fault)
      expect(answer.told).toContain('https://vs.example/welcome#')
      const found = await findLink(database.db, linkIn(answer.told), clock.now())
      expect(found).toMatchObject({ link: { purpose }, account: { id: accountId } })
      expect(await auditOf(database)).toMatchObject([
        { action: 'link.made', changedBy: 'account-link command', kind: purpose, recordId: accountId },
      ])
    },
  )

  it.each([
    [[], /^Use: /],
    [['head@school.example', 'everything'], /^Use: /],
    [['head@school.example', 'password', 'now'], /^Use: /],
    [['nobody@school.example'], /no account/],
  ] as const)('is told in one sentence why there is none for %j', async (words, fault) => {
    const { database, answer } = await asking(...words)
    expect(answer).toEqual({ fault: expect.stringMatching(fault) })
    expect(await auditOf(database)).toEqual([])
  })

  it('does not open an account that has ended', async () => {
    const { database, accountId } = await asking()
    await updateAccount(database.db, accountId, { state: 'ended' }).execute()
    const answer = await rescueLink(database.db, clock, 'https://vs.example', ['head@school.example'])
    expect(answer).toEqual({ fault: expect.stringMatching(/has ended/) })
  })
})
