import type { OpenDatabase } from '../../db/connect.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { addAuthorities } from '../../db/queries/authority.ts'
import { createRecord } from '../../db/queries/record.ts'
import { everySchool } from '../../db/queries/school.ts'
import type { Role } from '../../server/access/permissions.ts'
import { scopeOfSchool } from '../../server/access/scope.ts'
import type { Deps } from '../../server/api/deps.ts'
import { aCookie, anAccount } from './accounts.ts'
import { anApp, bringSampleIn, type Ask, type Asked } from './an-app.ts'
import { aDraft } from './pathway-bodies.ts'
import { aChild, aSchool, change } from './rows.ts'
import { aMovingClock } from './signing-in.ts'

const BARNET = '302'
const CAMDEN = '202'

/** Somebody who is signed in, and what they ask of the server. */
export interface Asker {
  readonly accountId: string
  readonly name: string
  readonly email: string
  get(path: string): Promise<Asked>
  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Asked>
  put(path: string, body: unknown, version: number): Promise<Asked>
}

/** A child of a school, looked after by an authority from last year on, or by nobody. */
async function aLookedAfterChild(
  { db }: OpenDatabase,
  schoolId: string,
  authorityCode: string | null,
): Promise<string> {
  const child = aChild(schoolId, { dateOfBirth: '2012-05-01', yearGroup: '8' })
  const scope = scopeOfSchool(schoolId)
  await inTransaction(db, async (trx) => {
    await createRecord(trx, scope, 'child', child, change)
    if (authorityCode === null) return
    const care = { status: 'cla', startedOn: '2025-01-06', endedOn: null, authorityCode } as const
    const of = { id: crypto.randomUUID(), schoolId, childId: child.id }
    await createRecord(trx, scope, 'careEpisode', { ...of, ...care, detail: null, detailShared: 0 }, change)
  })
  return child.id
}

/**
 * The sample school on Friday 13 March 2026 at 09:30 with a child looked after by Barnet, one by Camden and one by
 * nobody; another school with a child of Barnet’s; and whoever a test signs in. The clock is put on by the test.
 */
export async function aPathway(database: OpenDatabase, given: Partial<Deps> = {}) {
  const { db } = database
  await bringSampleIn(database, (name) => /school\.json|children\.csv|term-dates/.test(name))
  const named = { virtualSchoolPhone: '01632 960001', virtualSchoolEmail: null, version: 1 }
  await addAuthorities(db, [
    { code: BARNET, name: 'Barnet', ...named },
    { code: CAMDEN, name: 'Camden', ...named },
  ])
  const school = await everySchool(db).executeTakeFirstOrThrow()
  const other = await aSchool(db, { id: `zzz-${crypto.randomUUID()}`, name: 'The Other School' })
  const clock = aMovingClock()
  const { app, ask: asked, deps } = anApp(database, undefined, { as: 'nobody', clock, ...given })

  async function as(
    role: Role,
    of: Parameters<typeof anAccount>[2] = {},
  ): Promise<Asker & { postId: string }> {
    const account = await anAccount(db, [role], { schoolId: school.id, authorityCode: BARNET, ...of })
    const cookie = await aCookie(db, account.accountId, clock.now())
    const ask: Ask = (method, path, body, headers = {}) =>
      asked(method, `/api${path}`, body, { cookie, ...headers })
    return {
      ...account,
      postId: account.postIds[0] ?? '',
      get: (path) => ask('GET', path),
      post: (path, body = {}, headers = {}) => ask('POST', path, body, headers),
      put: (path, body, version) => ask('PUT', path, body, { 'if-match': `"${version}"` }),
    }
  }

  /** Opens what is considered for a child and fills it in; the view. */
  async function propose(who: Asker, childId: string, values: Readonly<Record<string, unknown>> = {}) {
    const opened = await who.post('/considerations', { childId })
    const { id, version } = opened.json.considering
    const saved = await who.put(`/considerations/${id}`, { fields: aDraft(values) }, version)
    if (saved.status !== 200) throw new Error(saved.text)
    return saved.json.considering as { id: string; version: number }
  }

  const decide = (who: Asker, { id, version }: { id: string; version: number }, values: object = {}) =>
    who.post(
      `/considerations/${id}/decide`,
      { decision: 'suspended', instead: null, withoutContact: null, ...values },
      { 'if-match': `"${version}"` },
    )

  return {
    db,
    app,
    deps,
    clock,
    as,
    propose,
    decide,
    schoolId: school.id,
    otherSchoolId: other.schoolId,
    barnetChild: await aLookedAfterChild(database, school.id, BARNET),
    camdenChild: await aLookedAfterChild(database, school.id, CAMDEN),
    nobodysChild: await aLookedAfterChild(database, school.id, null),
    barnetChildElsewhere: await aLookedAfterChild(database, other.schoolId, BARNET),
    another: (authorityCode: string | null = BARNET) => aLookedAfterChild(database, school.id, authorityCode),
  }
}

export type Pathway = Awaited<ReturnType<typeof aPathway>>
