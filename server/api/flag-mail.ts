import { childById } from '../../db/queries/child.ts'
import { accountThatOpened, postsOfVirtualSchools } from '../../db/queries/considered.ts'
import { withRowScope } from '../../db/row-scope.ts'
import type { ConsiderationTable } from '../../db/tables/consideration.ts'
import { answeredMail, flagMail } from '../access/mails.ts'
import { scopeOfPost } from '../access/scope.ts'
import { errorFacts } from '../error-facts.ts'
import type { Deps } from './deps.ts'

type MailDeps = Pick<Deps, 'db' | 'clock' | 'log' | 'mail' | 'baseUrl'>
type Flag = Pick<ConsiderationTable, 'id' | 'schoolId' | 'childId' | 'openedAt'>

interface Reader {
  readonly accountId: string
  readonly email: string
  readonly name: string
}

/**
 * Who is told of a flag: whoever’s post opens the child of itself, by the very rule by which the inbox does. One
 * entry a person, whatever posts they hold.
 */
async function readersOf({ db, clock }: MailDeps, { schoolId, childId }: Flag): Promise<readonly Reader[]> {
  const today = clock.today()
  const readers = new Map<string, Reader>()
  for (const post of await postsOfVirtualSchools(db, today).execute()) {
    const { accountId, email, name } = post
    if (readers.has(accountId)) continue
    const opened = await childById(db, scopeOfPost(post, schoolId, today), childId).executeTakeFirst()
    if (opened) readers.set(accountId, { accountId, email, name })
  }
  return [...readers.values()]
}

/** Runs after the answer and for itself: what goes wrong is in the log, without a name or an address. */
function afterwards({ log, mail }: MailDeps, what: string, work: () => Promise<void>): void {
  if (!mail) return
  void withRowScope('every', async () => {
    try {
      await work()
    } catch (error) {
      log.error({ event: 'mail.failed', what, ...errorFacts(error) })
    }
  })
}

/** Tells the Virtual School, by mail and without a name, that a school considers a suspension. Never throws. */
export function mailFlag(deps: MailDeps, flag: Flag): void {
  const { mail, log, baseUrl } = deps
  afterwards(deps, 'flag', async () => {
    let sent = 0
    const readers = await readersOf(deps, flag)
    for (const { email, name } of readers)
      if (await mail?.send({ to: email, ...flagMail({ baseUrl, name }) })) sent += 1
    log.info({ event: 'mail.flag', considerationId: flag.id, sent, of: readers.length })
  })
}

/** Tells who opened it that the Virtual School has advised. Never throws. */
export function mailAnswer(deps: MailDeps, flag: Flag): void {
  const { db, mail, log, baseUrl } = deps
  afterwards(deps, 'answer', async () => {
    const opener = await accountThatOpened(db, flag).executeTakeFirst()
    const sent = opener
      ? await mail?.send({ to: opener.email, ...answeredMail({ baseUrl, name: opener.name }) })
      : false
    log.info({ event: 'mail.answer', considerationId: flag.id, sent: sent === true ? 1 : 0 })
  })
}
