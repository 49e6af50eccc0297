import { expect, it } from 'vitest'
import type { AuditEventTable } from '../../../db/tables/audit-event.ts'
import { routeNeeds } from '../../../server/api/route-needs.ts'
import { actWords } from '../../../server/audit/act-words.ts'
import { auditLines } from '../../../server/audit/who-looked.ts'
import { loadKinds } from '../../../server/records/load-kinds.ts'

const anEvent = (given: Partial<AuditEventTable>): AuditEventTable => ({
  seq: 1,
  at: '2026-03-13T08:00:00.000Z',
  changedBy: 'Morgan Hale',
  accountId: 'an-account',
  role: null,
  signInId: null,
  address: null,
  action: 'sign-in',
  schoolId: null,
  childSet: null,
  dataClasses: null,
  kind: null,
  recordId: null,
  route: null,
  reason: null,
  detail: null,
  hash: '',
  ...given,
})

const rolesOf = (...events: readonly Partial<AuditEventTable>[]) =>
  auditLines(
    events.map((event) => anEvent(event)),
    () => null,
  ).map(({ name, role }) => [name, role])

it('a person who signs in acts in no role yet and is no part of the program', () => {
  expect(rolesOf({})).toEqual([['Morgan Hale', '']])
  expect(rolesOf({ role: 'headteacher' })).toEqual([['Morgan Hale', 'Headteacher']])
  expect(rolesOf({ accountId: null, changedBy: 'daily seal', action: 'audit.anchor' })).toEqual([
    ['daily seal', null],
  ])
})

it('every sight of a child and every kind of record is told in words of its own, none in those of the program', async () => {
  const said = (given: Partial<AuditEventTable>) => actWords(anEvent(given))
  const routes = Object.entries(routeNeeds).flatMap(([route, need]) =>
    typeof need === 'object' && 'shows' in need ? route : [],
  )
  expect(routes.filter((route) => said({ action: 'view', route }) === 'saw a page')).toEqual([])
  const kinds = [...(await loadKinds()).keys()]
  expect(kinds.length).toBeGreaterThan(20)
  expect(kinds.filter((kind) => said({ action: 'record.create', kind }) === 'added a record')).toEqual([])
})
