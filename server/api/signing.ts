import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { inTransaction } from '../../db/in-transaction.ts'
import { accountById, setLastSignIn } from '../../db/queries/account.ts'
import { appendAuditEvents, type AuditEntry } from '../../db/queries/audit-event.ts'
import { endSignIn, endSignInsOf, updateSignIn } from '../../db/queries/sign-in.ts'
import type { Database } from '../../db/schema.ts'
import type { AccountTable } from '../../db/tables/account.ts'
import { factorsOf, isAsleep, type Method } from '../access/accounts.ts'
import { newRecoveryCodes } from '../access/recovery-codes.ts'
import { raiseSignIn, signInName, startSignIn, tokenHash, wasConfirmed } from '../access/sign-ins.ts'
import { countGuess, forgetGuess, type Guessed } from '../access/throttle.ts'
import { changeMail, type AccountChange } from '../access/mails.ts'
import { errorFacts } from '../error-facts.ts'
import type { Deps } from './deps.ts'
import { byOf, confirmFirst, signedInOf, signInFirst } from './http/access.ts'
import { agentWords } from './http/agent.ts'
import { giveCookie } from './http/cookie.ts'
import { Refusal } from './http/refusal.ts'

/** What the routes of signing in share: whoever proves a factor goes through here. */
export type SigningDeps = Pick<Deps, 'db' | 'clock' | 'seal' | 'log' | 'mail' | 'baseUrl'>

/** Proves a factor, or stores a new one, within the transaction that acts on it. False: it was not right. */
export type Proof = (trx: Transaction<Database>) => Promise<boolean>

/** The one answer to an address and password that do not open anything, whatever the reason. */
export const wrongPassword = () =>
  new Refusal(401, { code: 'wrong', message: 'This e-mail address and password do not open an account.' })

/** The one answer to a second factor that is not right. */
export const wrongFactor = () =>
  new Refusal(401, {
    code: 'wrong',
    message:
      'That did not work. A code is right for about a minute and works once: wait for the next one. If none is taken, see that your phone sets its clock by itself.',
  })

const tooMany = (waitSeconds: number) => {
  const minutes = Math.ceil(waitSeconds / 60)
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`
  const message = `There were too many tries. Wait ${wait} and try again; a passkey works all the while.`
  return new Refusal(429, { code: 'too-many', message }, { 'Retry-After': String(waitSeconds) })
}

const asleep = () =>
  new Refusal(403, {
    code: 'asleep',
    message:
      'This account was not used for ninety days and has been closed for now. Ask whoever looks after accounts for a link.',
  })

/** Looks at a secret only if it is one of ten tries in five minutes; answers how to forget a try that was right. */
export async function guess(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  what: Guessed,
  of: string,
): Promise<{ id: string; wasRight: () => Promise<unknown> }> {
  const counted = await countGuess(db, what, of, clock.now())
  if ('waitSeconds' in counted) throw tooMany(counted.waitSeconds)
  return { id: counted.guessId, wasRight: () => forgetGuess(db, counted.guessId) }
}

/** An event by whoever calls; `of` names the account where nobody is signed in yet. */
export function accountEvent(
  c: Context,
  at: string,
  action: string,
  more: Partial<AuditEntry> & { of?: Pick<AccountTable, 'id' | 'name'>; signIn?: string } = {},
): AuditEntry {
  const { of, signIn, ...rest } = more
  const { changedBy, by } = byOf(c)
  return {
    ...by,
    at,
    action,
    changedBy: of?.name ?? changedBy,
    accountId: of?.id ?? by.accountId ?? null,
    ...(of && of.id !== by.accountId ? { role: null, signInId: null } : {}),
    ...(signIn === undefined ? {} : { signInId: signInName(signIn) }),
    schoolId: c.get('access').signedIn?.post?.schoolId ?? null,
    ...rest,
  }
}

/** Tells the owner by mail, if there is any; the answer does not wait for it. */
export function tellOwner(
  { mail, baseUrl, log }: Pick<Deps, 'mail' | 'baseUrl' | 'log'>,
  { email, name }: { readonly email: string; readonly name: string },
  change: AccountChange,
): void {
  void mail
    ?.send({ to: email, ...changeMail(change, { baseUrl, name }) })
    .catch((error: unknown) => log.error({ event: 'mail.failed', ...errorFacts(error) }))
}

/** Refuses unless a factor was shown within five minutes. */
export function needConfirmed(c: Context, { clock }: Pick<Deps, 'clock'>): void {
  if (!wasConfirmed(signedInOf(c).confirmedAt, clock.now())) throw confirmFirst()
}

/** The account of this browser's sign-in, which may not have ended. */
export async function ownAccount(c: Context, { db }: Pick<Deps, 'db'>): Promise<AccountTable> {
  const account = await accountById(db, signedInOf(c).accountId).executeTakeFirst()
  if (!account) throw signInFirst()
  return account
}

/**
 * Signs an account in here, at the first factor or, with a passkey that knew its person, at both: under a new token,
 * in place of whoever was signed in in this browser. The cookie is for `giveCookie` after the transaction.
 */
export async function startHere(
  c: Context,
  trx: Transaction<Database>,
  account: Pick<AccountTable, 'id' | 'name'>,
  level: 'password' | 'full',
  at: string,
): Promise<{ token: string; id: string }> {
  const { signedIn } = c.get('access')
  if (signedIn) await endSignIn(trx, signedIn.id, at).execute()
  const agent = agentWords(c.req.header('user-agent'))
  const token = await startSignIn(trx, { accountId: account.id, level, at, agent })
  return { token, id: tokenHash(token) }
}

/** From nothing to both factors in one step, for a passkey that made sure who holds it. */
export async function signInWithPasskey(
  c: Context,
  { db, clock }: SigningDeps,
  accountId: string,
  proof: Proof,
): Promise<void> {
  const at = clock.now()
  const outcome = await inTransaction(db, async (trx) => {
    const account = await accountById(trx, accountId).executeTakeFirst()
    if (!account || account.state !== 'active' || !(await proof(trx))) return 'wrong'
    if (isAsleep(account, at)) return 'asleep'
    const started = await startHere(c, trx, account, 'full', at)
    await setLastSignIn(trx, accountId, at).execute()
    await appendAuditEvents(trx, [
      accountEvent(c, at, 'sign-in', { of: account, signIn: started.id, reason: 'passkey' }),
    ])
    return started
  })
  if (outcome === 'wrong') throw wrongFactor()
  if (outcome === 'asleep') throw asleep()
  giveCookie(c, outcome.token)
}

/**
 * Raises this browser's sign-in to both factors when the proof holds, under a new token. A recovery code ends
 * all other sign-ins of the account: whoever needs one may have lost more than a phone.
 */
export async function raise(c: Context, deps: SigningDeps, method: Method, proof: Proof): Promise<void> {
  const { db, clock } = deps
  const { id, accountId, name, email } = signedInOf(c)
  const at = clock.now()
  const outcome = await inTransaction(db, async (trx) => {
    if (!(await proof(trx))) {
      await appendAuditEvents(trx, [accountEvent(c, at, 'sign-in.failed', { reason: method })])
      return 'wrong'
    }
    const account = await accountById(trx, accountId).executeTakeFirst()
    const raised = await raiseSignIn(trx, id, at)
    if (!raised || !account || account.state !== 'active') return 'ended'
    if (isAsleep(account, at)) {
      await endSignIn(trx, raised.id, at).execute()
      await appendAuditEvents(trx, [accountEvent(c, at, 'sign-in.asleep')])
      return 'asleep'
    }
    if (method === 'recovery') await endSignInsOf(trx, accountId, at, raised.id).execute()
    await setLastSignIn(trx, accountId, at).execute()
    await appendAuditEvents(trx, [accountEvent(c, at, 'sign-in', { signIn: raised.id, reason: method })])
    return raised
  })
  if (outcome === 'wrong') throw wrongFactor()
  if (outcome === 'asleep') throw asleep()
  if (outcome === 'ended') throw signInFirst()
  giveCookie(c, outcome.token)
  if (method === 'recovery') tellOwner(deps, { name, email }, 'recovery-code.use')
}

/** Which factor was set up or changed. */
export type FactorChange = 'authenticator' | 'passkey'

/** Refuses a browser that may not set up a first second factor now. */
export async function needEnrolling(c: Context, { db, clock }: SigningDeps): Promise<AccountTable> {
  const signedIn = signedInOf(c)
  const account = await ownAccount(c, { db })
  const { mayEnrol } = await factorsOf(db, account, clock.now())
  if (signedIn.level === 'password' && mayEnrol) return account
  throw new Refusal(409, {
    code: 'no-enrolment',
    message:
      'A first second factor is set up within three days after a link was opened. Ask whoever looks after accounts for a new link, or change yours on your own page.',
  })
}

/**
 * Ends setting up a second factor: `store` keeps it. The browser is signed in with both factors under a new token,
 * all other sign-ins of the account end, and the person gets ten recovery codes, told this once.
 */
export async function finishEnrolment(
  c: Context,
  deps: SigningDeps,
  factor: FactorChange,
  store: Proof,
): Promise<string[]> {
  const { db, clock } = deps
  const { id } = signedInOf(c)
  await needEnrolling(c, deps)
  const at = clock.now()
  const outcome = await inTransaction(db, async (trx) => {
    const raised = await raiseSignIn(trx, id, at)
    if (!raised) return 'ended'
    const account = await accountById(trx, signedInOf(c).accountId).executeTakeFirstOrThrow()
    if (isAsleep(account, at)) throw asleep()
    // Thrown, so that the sign-in stays as it was and the next try counts.
    if (!(await store(trx))) throw wrongFactor()
    const recoveryCodes = await newRecoveryCodes(trx, account.id)
    await endSignInsOf(trx, account.id, at, raised.id).execute()
    await setLastSignIn(trx, account.id, at).execute()
    const of = { signIn: raised.id }
    await appendAuditEvents(trx, [
      accountEvent(c, at, `account.${factor}`, of),
      accountEvent(c, at, 'account.recovery-codes', of),
      accountEvent(c, at, 'sign-in', { ...of, reason: factor === 'passkey' ? 'passkey' : 'code' }),
    ])
    return { ...raised, recoveryCodes }
  })
  if (outcome === 'ended') throw signInFirst()
  giveCookie(c, outcome.token)
  return outcome.recoveryCodes
}

/**
 * Changes a factor or the password of somebody signed in: `store` does it. All other sign-ins of the account end,
 * this one goes on under a new token, and the owner is told by mail.
 */
export async function changeFactor(
  c: Context,
  deps: SigningDeps,
  action: string,
  told: AccountChange,
  store: Proof,
): Promise<void> {
  const { db, clock } = deps
  const { id, accountId, name, email, level, confirmedAt } = signedInOf(c)
  if (level !== 'full') throw signInFirst()
  const at = clock.now()
  const outcome = await inTransaction(db, async (trx) => {
    const raised = await raiseSignIn(trx, id, at)
    if (!raised) return undefined
    if (!(await store(trx))) throw wrongFactor()
    await updateSignIn(trx, raised.id, { confirmedAt }).execute()
    await endSignInsOf(trx, accountId, at, raised.id).execute()
    await appendAuditEvents(trx, [accountEvent(c, at, action, { signIn: raised.id })])
    return raised
  })
  if (!outcome) throw signInFirst()
  giveCookie(c, outcome.token)
  tellOwner(deps, { name, email }, told)
}

/** Notes that the person has just shown a factor; sensitive acts are open for five minutes. */
export async function confirmNow(
  c: Context,
  { db, clock }: SigningDeps,
  method: Method,
  proof: Proof,
): Promise<void> {
  const { id } = signedInOf(c)
  const at = clock.now()
  const right = await inTransaction(db, async (trx) => {
    const shown = await proof(trx)
    if (shown) await updateSignIn(trx, id, { confirmedAt: at }).execute()
    const action = shown ? 'sign-in.confirmed' : 'sign-in.failed'
    await appendAuditEvents(trx, [accountEvent(c, at, action, { reason: method })])
    return shown
  })
  if (!right) throw wrongFactor()
}
