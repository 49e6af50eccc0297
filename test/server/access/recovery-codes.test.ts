import { expect, it } from 'vitest'
import { inTransaction } from '../../../db/in-transaction.ts'
import { newRecoveryCodes, useRecoveryCode } from '../../../server/access/recovery-codes.ts'
import { anAccount } from '../../support/accounts.ts'
import { describeBothDatabases } from '../../support/databases.ts'

const at = '2026-03-13T09:30:00.000Z'

describeBothDatabases('recovery codes', (open) => {
  it('are ten of 80 bits, and lie in the database hashed', async () => {
    const { db } = await open()
    const { accountId } = await anAccount(db, ['governor'])
    const codes = await inTransaction(db, (trx) => newRecoveryCodes(trx, accountId))
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/)
    const stored = JSON.stringify(await db.selectFrom('recoveryCode').selectAll().execute())
    for (const code of codes) expect(stored).not.toContain(code.replaceAll('-', ''))
  })

  it('work once each, of a hundred who bring one at once for exactly one', async () => {
    const { db } = await open()
    const { accountId } = await anAccount(db, ['governor'])
    const [code = ''] = await inTransaction(db, (trx) => newRecoveryCodes(trx, accountId))
    const used = await Promise.all(
      Array.from({ length: 100 }, () =>
        inTransaction(db, (trx) => useRecoveryCode(trx, accountId, code, at)),
      ),
    )
    expect(used.filter(Boolean)).toHaveLength(1)
    expect(await useRecoveryCode(db, accountId, code, at)).toBe(false)
  })

  it('may be typed in capitals, without hyphens, with o for nought', async () => {
    const { db } = await open()
    const { accountId } = await anAccount(db, ['governor'])
    const codes = await inTransaction(db, (trx) => newRecoveryCodes(trx, accountId))
    const typed = ` ${codes[0]!.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l')} `
    expect(await useRecoveryCode(db, accountId, typed, at)).toBe(true)
  })

  it('are those of one account, and end when new ones are made', async () => {
    const { db } = await open()
    const one = await anAccount(db, ['governor'])
    const two = await anAccount(db, ['governor'])
    const [first = ''] = await inTransaction(db, (trx) => newRecoveryCodes(trx, one.accountId))
    expect(await useRecoveryCode(db, two.accountId, first, at)).toBe(false)
    await inTransaction(db, (trx) => newRecoveryCodes(trx, one.accountId))
    expect(await useRecoveryCode(db, one.accountId, first, at)).toBe(false)
  })
})
