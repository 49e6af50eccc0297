import type { Kysely } from 'kysely'
import { auditOfficers } from '../../db/queries/audit-officer.ts'
import type { Database } from '../../db/schema.ts'
import type { Mailer } from '../mail.ts'
import { anchorText, type Anchor } from './anchor.ts'

const textOf = (anchor: Anchor) =>
  [
    'Keep this mail. It holds the seal of the record of who looked, as it stood then.',
    '',
    anchorText(anchor).trimEnd(),
    '',
    'Whoever changes, cuts or rebuilds that record later cannot make it fit this seal. To look whether it fits, save this mail as a file and run on the server: npm run verify-audit -- --anchor FILE',
    '',
    'Nothing in this mail is about a child.',
  ].join('\n')

/**
 * Sends a seal to every data protection officer, to a mailbox that this server cannot write in again. Answers how
 * many it could be handed over to.
 */
export async function mailAnchor(
  db: Kysely<Database>,
  mail: Mailer,
  anchor: Anchor,
  today: string,
): Promise<number> {
  let sent = 0
  for (const { email } of await auditOfficers(db, today).execute()) {
    const subject = `Seal of who looked, ${anchor.at.slice(0, 10)}`
    if (await mail.send({ to: email, subject, text: textOf(anchor) })) sent++
  }
  return sent
}
