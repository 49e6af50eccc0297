import { expect, it } from 'vitest'
import { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import { met } from '../server/engine/finding.ts'
import { defineRule } from '../server/engine/rule.ts'
import { careEpisodesOfSchool } from '../db/queries/care-episode.ts'
import type { Today } from '../web/api.ts'

/*
 * What must not compile. The type check fails where one of these lines would, so that a rule cannot read a fact
 * it did not name, a page cannot misspell what the server says, and a query over children cannot forget its scope.
 */

const rule = {
  id: 'example',
  title: 'Kept',
  breachTitle: 'Broken',
  why: 'An example.',
  action: { text: 'Do it.', label: 'Do it' },
  severity: 'low',
  duty: { owner: 'headteacher', force: 'local', source: 'exclusions-2012', from: '2020-01-01' },
  groups: ['cla'],
} as const

it('a rule reads only facts that it names', () => {
  // @ts-expect-error `pep` is not among its needs.
  const undeclared = () => defineRule({ ...rule, needs: ['care'], check: ({ pep }) => met('', String(pep)) })
  const declared = () =>
    defineRule({ ...rule, needs: ['pep'], check: ({ pep }) => met('', String(pep.meetings.length)) })
  expect([undeclared, declared]).toHaveLength(2)
})

it('a page cannot misspell a field of the server’s answer', () => {
  const right = (today: Today) => today.counts.breach
  // @ts-expect-error the field is called `breach`.
  const wrong = (today: Today) => today.counts.broken
  expect([right, wrong]).toHaveLength(2)
})

it('a column that was renamed or never was does not compile', () => {
  const right = (db: Kysely<Database>) => db.selectFrom('careEpisode').select('startedOn')
  // @ts-expect-error the column is called `startedOn`.
  const wrong = (db: Kysely<Database>) => db.selectFrom('careEpisode').select('begunOn')
  expect([right, wrong]).toHaveLength(2)
})

it('a query over children that forgets the scope does not compile', () => {
  // @ts-expect-error a scope is made by `access` alone, and not from an object of the same shape.
  const forged = (db: Kysely<Database>) => careEpisodesOfSchool(db, { schoolIds: ['every'] }, 'every')
  expect(forged).toBeTypeOf('function')
})
