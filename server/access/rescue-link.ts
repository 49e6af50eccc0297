import type { Kysely } from 'kysely'
import { inTransaction } from '../../db/in-transaction.ts'
import { accountByEmail } from '../../db/queries/account.ts'
import { appendAuditEvents } from '../../db/queries/audit-event.ts'
import type { Database } from '../../db/schema.ts'
import type { Clock } from '../clock.ts'
import { normaliseEmail } from './emails.ts'
import { linkAddress, makeLink, worksFor, type LinkPurpose } from './links.ts'

const usage = 'Use: npm run account-link -- EMAIL [password|second-factor]'

/**
 * For who runs the machine, when nobody is left who could help: a link for the owner of an account, who has to be
 * told it by somebody who knows them. Somebody invited gets a new invitation. It is on record that it was made.
 * Answers what to print, or in one plain sentence why there is no link.
 */
export async function rescueLink(
  db: Kysely<Database>,
  clock: Clock,
  baseUrl: string,
  [address = '', wanted = 'password', ...more]: readonly string[],
): Promise<{ readonly told: string } | { readonly fault: string }> {
  const email = normaliseEmail(address)
  if (email === undefined || more.length > 0 || (wanted !== 'password' && wanted !== 'second-factor'))
    return { fault: usage }
  const at = clock.now()
  return inTransaction(db, async (trx) => {
    const account = await accountByEmail(trx, email).executeTakeFirst()
    if (!account) return { fault: 'There is no account with this e-mail address.' }
    const { id: accountId, schoolId, state } = account
    if (state === 'ended')
      return { fault: 'This account has ended. Invite the person again on the page “People”.' }
    const purpose: LinkPurpose = state === 'invited' ? 'invitation' : wanted
    const link = await makeLink(trx, { purpose, accountId, madeBy: null, at })
    const event = { at, changedBy: 'account-link command', action: 'link.made', kind: purpose }
    await appendAuditEvents(trx, [{ ...event, schoolId, recordId: accountId }])
    return {
      told: `For the owner of the account alone, within ${worksFor(purpose)}, once:\n${linkAddress(baseUrl, link)}`,
    }
  })
}
