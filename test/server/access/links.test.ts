import { expect, it } from 'vitest'
import { inTransaction } from '../../../db/in-transaction.ts'
import { updateAccount } from '../../../db/queries/account.ts'
import type { OpenDatabase } from '../../../db/connect.ts'
import { inviteAccount } from '../../../server/access/accounts.ts'
import { instantAfter } from '../../../server/access/instants.ts'
import {
  ensureSetUpLink,
  findLink,
  linkAddress,
  makeLink,
  takeLink,
  worksFor,
  type LinkPurpose,
} from '../../../server/access/links.ts'
import { aClock } from '../../support/a-clock.ts'
import { anAccount } from '../../support/accounts.ts'
import { describeBothDatabases } from '../../support/databases.ts'

const at = '2026-03-13T09:30:00.000Z'
const HOUR = 60

const link = (
  { db }: OpenDatabase,
  accountId: string,
  purpose: LinkPurpose = 'password',
  madeBy: string | null = null,
) => inTransaction(db, (trx) => makeLink(trx, { purpose, accountId, madeBy, at }))

const invited = ({ db }: OpenDatabase, email: string) =>
  inTransaction(db, (trx) => inviteAccount(trx, { email, name: 'Kim Invited', createdBy: null, at }))

describeBothDatabases('a link', (open) => {
  it.each([
    ['invitation', 72 * HOUR, '72 hours'],
    ['password', 15, '15 minutes'],
    ['second-factor', 24 * HOUR, '24 hours'],
  ] as const)('for %s works until its time is up', async (purpose, minutes, words) => {
    const database = await open()
    const accountId =
      purpose === 'invitation'
        ? (await invited(database, 'kim@school.example')).id
        : (await anAccount(database.db, ['governor'])).accountId
    const text = await link(database, accountId, purpose)
    expect(worksFor(purpose)).toBe(words)
    expect(await findLink(database.db, text, instantAfter(at, minutes - 0.01))).toBeDefined()
    expect(await findLink(database.db, text, instantAfter(at, minutes))).toBeUndefined()
  })

  it('is taken by exactly one of a hundred who take it at once', async () => {
    const database = await open()
    const { accountId } = await anAccount(database.db, ['governor'])
    const found = (await findLink(database.db, await link(database, accountId), at))!
    const taken = await Promise.all(
      Array.from({ length: 100 }, () => inTransaction(database.db, (trx) => takeLink(trx, found, at))),
    )
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(await inTransaction(database.db, (trx) => takeLink(trx, found, at))).toBe(false)
  })

  it('ends with the first of its kind that is taken, and leaves those of other people and purposes', async () => {
    const database = await open()
    const { db } = database
    const { accountId } = await anAccount(db, ['governor'])
    const other = await anAccount(db, ['governor'])
    const first = await link(database, accountId)
    const second = await link(database, accountId)
    const phone = await link(database, accountId, 'second-factor')
    const theirs = await link(database, other.accountId)
    const found = (await findLink(db, second, at))!
    await inTransaction(db, (trx) => takeLink(trx, found, at))
    expect(await findLink(db, first, at)).toBeUndefined()
    expect(await findLink(db, second, at)).toBeUndefined()
    expect(await findLink(db, phone, at)).toBeDefined()
    expect(await findLink(db, theirs, at)).toBeDefined()
  })

  it('lies in the database without its secret, which has 256 bits', async () => {
    const database = await open()
    const { accountId } = await anAccount(database.db, ['governor'])
    const text = await link(database, accountId)
    const [, secret = ''] = text.split('.')
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    const rows = await database.db.selectFrom('accessLink').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(secret)
  })

  it('opens nothing with the secret of another one, a part of its own, or none', async () => {
    const database = await open()
    const { db } = database
    const { accountId } = await anAccount(db, ['governor'])
    const [selector = '', secret = ''] = (await link(database, accountId)).split('.')
    const [, other = ''] = (await link(database, accountId)).split('.')
    for (const text of [
      `${selector}.${other}`,
      `${selector}.${secret.slice(1)}`,
      `${selector}.`,
      selector,
      '',
      '.',
    ])
      expect(await findLink(db, text, at)).toBeUndefined()
  })

  it('of an invitation ends with the account of whoever invited, and once the account is taken up', async () => {
    const database = await open()
    const { db } = database
    const head = await anAccount(db, ['headteacher'])
    const one = await link(
      database,
      (await invited(database, 'a@school.example')).id,
      'invitation',
      head.accountId,
    )
    const two = await invited(database, 'b@school.example')
    const second = await link(database, two.id, 'invitation')
    await updateAccount(db, two.id, { state: 'active', passwordHash: 'none' }).execute()
    expect(await findLink(db, one, at)).toBeDefined()
    expect(await findLink(db, second, at)).toBeUndefined()
    await updateAccount(db, head.accountId, { state: 'ended' }).execute()
    expect(await findLink(db, one, at)).toBeUndefined()
  })

  it('of an account that ended opens nothing', async () => {
    const database = await open()
    const { accountId } = await anAccount(database.db, ['governor'])
    const text = await link(database, accountId)
    await updateAccount(database.db, accountId, { state: 'ended' }).execute()
    expect(await findLink(database.db, text, at)).toBeUndefined()
  })

  it('that sets an installation up is made as long as there is no account', async () => {
    const { db } = await open()
    const clock = aClock('2026-03-13')
    const first = (await ensureSetUpLink(db, clock))!
    const second = (await ensureSetUpLink(db, clock))!
    expect((await findLink(db, first, at))?.link.purpose).toBe('set-up')
    expect(await findLink(db, second, at)).toBeDefined()
    await anAccount(db, ['headteacher'], { schoolId: null })
    expect(await ensureSetUpLink(db, clock)).toBeUndefined()
    expect(await findLink(db, first, at)).toBeUndefined()
  })
})

it('stands behind # in an address, where no browser sends it', () => {
  const address = new URL(linkAddress('https://virtual-school.example', 'selector.secret'))
  expect(`${address.pathname}${address.search}`).toBe('/welcome')
  expect(address.hash).toBe('#selector.secret')
})
