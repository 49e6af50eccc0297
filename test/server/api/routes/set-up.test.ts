import { expect, it } from 'vitest'
import { ensureSetUpLink } from '../../../../server/access/links.ts'
import { describeBothDatabases } from '../../../support/databases.ts'
import { aSchool } from '../../../support/rows.ts'
import { anInstallation, auditOf, codeAt, goodPassword, otherPassword } from '../../../support/signing-in.ts'

const someSchool = {
  name: 'Invented School',
  urn: '999002',
  laestab: '999/4002',
  phase: 'primary',
  authority: 'Barnet',
}
const term = { kind: 'term', name: 'Spring 2026', firstDay: '2026-01-05', lastDay: '2026-03-27' }

describeBothDatabases('an empty installation', (open) => {
  async function empty() {
    const database = await open()
    const installation = anInstallation(database)
    const link = (await ensureSetUpLink(database.db, installation.clock))!
    const given = {
      link,
      name: 'Morgan Hale',
      email: 'Head@School.Example',
      password: goodPassword,
      role: 'headteacher',
      school: someSchool,
      terms: [term],
    }
    return { database, ...installation, link, given }
  }

  it('says that it waits for its first account', async () => {
    const { aBrowser } = await empty()
    expect((await aBrowser().ask('GET', '/api/me')).json).toEqual({
      state: 'out',
      firstRun: true,
      mail: true,
      demonstration: null,
    })
  })

  it('gets its school, its calendar and the first account by the printed link, all at once', async () => {
    const { aBrowser, clock, database, link, given } = await empty()
    const browser = aBrowser()
    expect((await browser.post('/api/links/look', { link })).json).toEqual({
      purpose: 'set-up',
      name: null,
      email: null,
      place: null,
      role: null,
      madeBy: null,
    })
    const answer = await browser.post('/api/set-up', given)
    expect([answer.status, answer.json]).toEqual([200, { next: 'enrol' }])
    expect((await browser.ask('GET', '/api/me')).json).toMatchObject({ enrol: true, name: 'Morgan Hale' })
    const { secret } = (await browser.post('/api/enrol/authenticator')).json
    const code = codeAt(clock.now(), secret)
    expect((await browser.post('/api/enrol/authenticator/confirm', { code })).status).toBe(200)
    const me = (await browser.ask('GET', '/api/me')).json
    expect(me).toMatchObject({ state: 'in', email: 'head@school.example' })
    expect(me.posts.map((post: { role: string }) => post.role).toSorted()).toEqual([
      'administrator',
      'headteacher',
    ])
    expect(
      await database.db.selectFrom('post').select(['grantedAlone', 'startedOn', 'state']).execute(),
    ).toEqual(Array(2).fill({ grantedAlone: 1, startedOn: '2026-03-13', state: 'held' }))
    const terms = await database.db.selectFrom('termDate').select(['name', 'firstDay', 'version']).execute()
    expect(terms).toEqual([{ name: 'Spring 2026', firstDay: '2026-01-05', version: 1 }])
    expect((await auditOf(database)).map(({ action, changedBy }) => [action, changedBy])).toEqual(
      [
        'record.create',
        'account.founded',
        'school.set-up',
        'grant.give',
        'grant.give',
        'account.authenticator',
        'account.recovery-codes',
        'sign-in',
      ].map((action) => [action, 'Morgan Hale']),
    )
    const history = await database.db.selectFrom('recordHistory').select('kind').execute()
    expect(history).toEqual([{ kind: 'term-date' }])
  })

  it('is set up by exactly one of ten who do it at once, with two links', async () => {
    const { aBrowser, given, database, clock } = await empty()
    const second = (await ensureSetUpLink(database.db, clock))!
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        aBrowser().post('/api/set-up', {
          ...given,
          email: `head${index}@school.example`,
          link: index % 2 === 0 ? given.link : second,
        }),
      ),
    )
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await database.db.selectFrom('account').select('state').execute()).toHaveLength(1)
    expect(await database.db.selectFrom('school').select('id').execute()).toHaveLength(1)
    expect((await aBrowser().post('/api/set-up', given)).status).toBe(404)
  })

  it.each([
    ['a term that ends before it begins', { terms: [{ ...term, lastDay: '2026-01-01' }] }, 'terms.0.lastDay'],
    ['a term given twice', { terms: [term, term] }, 'terms.1'],
    ['a password of the school’s name', { password: 'InventedSchool1' }, 'password'],
    ['no school for its headteacher', { school: undefined }, 'school'],
    ['no school for its administrator', { school: undefined, role: 'administrator' }, 'school'],
    ['a role that is not for the first account', { role: 'governor' }, 'role'],
    ['an address that is none', { email: 'head' }, 'email'],
  ])('keeps nothing of %s, and the link works on', async (_, wrong, field) => {
    const { aBrowser, given, database } = await empty()
    const answer = await aBrowser().post('/api/set-up', { ...given, ...wrong })
    expect([answer.status, answer.json.field.startsWith(field)]).toEqual([422, true])
    for (const table of ['account', 'school', 'termDate', 'auditEvent'] as const)
      expect(await database.db.selectFrom(table).selectAll().execute()).toEqual([])
    expect((await aBrowser().post('/api/set-up', given)).status).toBe(200)
  })

  it('whose files were brought in before keeps their school', async () => {
    const { aBrowser, given, link, database } = await empty()
    await aSchool(database.db, { name: 'Brought In School' })
    const seen = await aBrowser().post('/api/links/look', { link })
    expect(seen.json).toMatchObject({ purpose: 'set-up', place: 'Brought In School' })
    const { school: _school, ...withoutOne } = given
    expect((await aBrowser().post('/api/set-up', withoutOne)).status).toBe(200)
    const schools = await database.db.selectFrom('school').select('name').execute()
    expect(schools).toEqual([{ name: 'Brought In School' }])
  })

  it('may be set up by its administrator alone, who says which school it is', async () => {
    const { aBrowser, given, database } = await empty()
    const { school: _school, terms: _terms, ...alone } = given
    const refused = await aBrowser().post('/api/set-up', { ...alone, role: 'administrator' })
    expect([refused.status, refused.json.field]).toEqual([422, 'school'])
    const ofAdministrator = { ...alone, role: 'administrator', school: someSchool }
    expect((await aBrowser().post('/api/set-up', ofAdministrator)).status).toBe(200)
    const posts = await database.db.selectFrom('post').select(['role', 'schoolId']).execute()
    expect(posts).toEqual([{ role: 'administrator', schoolId: null }])
    expect(await database.db.selectFrom('school').select('name').execute()).toEqual([
      { name: 'Invented School' },
    ])
  })

  it('opens to no link of another kind and not twice', async () => {
    const { aBrowser, given, link } = await empty()
    expect((await aBrowser().post('/api/links/take', { link, password: otherPassword })).status).toBe(404)
    await aBrowser().post('/api/set-up', given)
    expect((await aBrowser().post('/api/set-up', given)).json.code).toBe('link')
    expect((await aBrowser().ask('GET', '/api/me')).json.firstRun).toBe(false)
  })
})
