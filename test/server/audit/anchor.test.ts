import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inTransaction } from '../../../db/in-transaction.ts'
import { appendAuditEvents } from '../../../db/queries/audit-event.ts'
import { anchorNow, readAnchor } from '../../../server/audit/anchor.ts'
import { mailAnchor } from '../../../server/audit/mail-anchor.ts'
import type { Message } from '../../../server/mail.ts'
import { anAccount } from '../../support/accounts.ts'
import { someEvents } from '../../support/audit.ts'
import { describeBothDatabases, temporaryFolder } from '../../support/databases.ts'

const at = '2026-03-13T06:00:00.000Z'

describeBothDatabases('sealing the record', (open) => {
  it('is done once for the same events, with a key that only the program’s user reads', async () => {
    const { db } = await open()
    const dataDir = temporaryFolder()
    await inTransaction(db, (trx) => appendAuditEvents(trx, someEvents(5, 'school', ['c1'])))
    const first = await anchorNow(db, { dataDir, at })
    expect(first).toMatchObject({ isNew: true, anchor: { seq: 5, at } })
    expect(statSync(join(dataDir, 'keys', 'audit.pem')).mode & 0o777).toBe(0o600)
    const file = join(dataDir, 'anchors', 'audit-2026-03-13.json')
    expect(readAnchor(readFileSync(file, 'utf8'))).toEqual(first.anchor)

    const again = await anchorNow(db, { dataDir, at: '2026-03-13T07:00:00.000Z' })
    expect(again).toEqual({ isNew: false, anchor: first.anchor })
    await inTransaction(db, (trx) => appendAuditEvents(trx, someEvents(1, 'school', ['c1'])))
    const later = await anchorNow(db, { dataDir, at: '2026-03-14T06:00:00.000Z' })
    expect(later).toMatchObject({ isNew: true, anchor: { seq: 7, publicKey: first.anchor.publicKey } })
  })

  it('goes to the mailbox of every data protection officer of the day, and to nobody else', async () => {
    const { db } = await open()
    await anAccount(db, ['data-protection-officer'], { email: 'officer@school.example' })
    await anAccount(db, ['data-protection-officer'], {
      email: 'gone@school.example',
      post: { endedOn: '2026-03-12' },
    })
    await anAccount(db, ['administrator'], { email: 'admin@school.example' })
    await inTransaction(db, (trx) => appendAuditEvents(trx, someEvents(3, 'school', ['c1'])))
    const { anchor } = await anchorNow(db, { dataDir: temporaryFolder(), at })
    const sent: Message[] = []
    const mail = { send: async (message: Message) => sent.push(message) > 0 }
    expect(await mailAnchor(db, mail, anchor, '2026-03-13')).toBe(1)
    expect(sent.map(({ to }) => to)).toEqual(['officer@school.example'])
    expect(readAnchor(sent[0]!.text)).toEqual(anchor)
  })
})
