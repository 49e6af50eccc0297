import { Hono } from 'hono'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { inTransaction } from '../../../db/in-transaction.ts'
import {
  authorityByCode,
  authorityCodesInUse,
  everyAuthority,
  updateAuthority,
} from '../../../db/queries/authority.ts'
import { appendAuditEvents } from '../../../db/queries/audit-event.ts'
import { bumpRevision, schoolById } from '../../../db/queries/school.ts'
import type { Database } from '../../../db/schema.ts'
import { authoritiesOfEngland } from '../../records/authorities-england.ts'
import type { Actor } from '../../access/actor.ts'
import { readsRows } from '../../access/pages.ts'
import type { Deps } from '../deps.ts'
import type { Desk } from '../desk.ts'
import { actorOf, changeOf } from '../http/access.ts'
import { body } from '../http/checked.ts'
import { described } from '../http/described.ts'
import { changedMeanwhile, etag, expectedVersion } from '../http/if-match.ts'
import { notFound } from '../http/refusal.ts'

const phone = z
  .string()
  .trim()
  .regex(/^[+()0-9 ext.-]{3,40}$/, 'A telephone number has figures and spaces')
const changes = z.strictObject({
  name: z.string().trim().min(1).max(120),
  virtualSchoolPhone: phone.nullable(),
  virtualSchoolEmail: z.email('Write a whole e-mail address, or leave it out').max(254).nullable(),
})

/** Those stored, by name; before the school is set up, those of England to choose from. */
async function listed(db: Kysely<Database>): Promise<Database['authority'][]> {
  const stored = await everyAuthority(db).execute()
  const england = Object.entries(authoritiesOfEngland).map(([code, name]) => ({
    code,
    name,
    virtualSchoolPhone: null,
    virtualSchoolEmail: null,
    version: 1,
  }))
  return (stored.length > 0 ? stored : england).toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

/** Codes of those a child of the school belongs to, for who reads care status, and of the school's own. */
async function usedBy(db: Kysely<Database>, { role, scope, schoolId }: Actor): Promise<string[]> {
  const school = schoolId === null ? undefined : await schoolById(db, scope, schoolId).executeTakeFirst()
  if (!school) return []
  const rows = readsRows(role, [3]) ? await authorityCodesInUse(db, scope, school.id).execute() : []
  return [...new Set([school.authorityCode, ...rows.flatMap(({ authorityCode }) => authorityCode ?? [])])]
}

/** Local authorities and the numbers of their Virtual Schools. */
export const authorityRoutes = ({ db, clock }: Deps, desk: Desk) =>
  new Hono()
    .get(
      '/authorities',
      described({
        summary: 'Local authorities by name',
        tag: 'school',
        answer: 'Code, name, Virtual School; `inUse`: codes of those that the school has to do with.',
      }),
      async (c) => {
        const inUse = await usedBy(db, actorOf(c))
        return c.json({ authorities: await listed(db), inUse }, 200)
      },
    )
    .put(
      '/authorities/:code',
      described({
        summary: 'Correct an authority’s name or the number of its Virtual School',
        tag: 'school',
        answer: 'The authority.',
        versioned: true,
      }),
      body(changes),
      async (c) => {
        const code = c.req.param('code')
        const version = expectedVersion(c)
        const { school, scope } = await desk.atDay(actorOf(c))
        const given = c.req.valid('json')
        const authority = await inTransaction(db, async (trx) => {
          await bumpRevision(trx, scope, school.id).execute()
          const before = await authorityByCode(trx, code).executeTakeFirst()
          if (!before) throw notFound()
          if (before.version !== version) throw changedMeanwhile(before)
          await updateAuthority(trx, code, version, given).execute()
          const { at, changedBy, by } = changeOf(c, clock.now())
          const what = { action: 'authority.correct', kind: 'authority', recordId: code }
          await appendAuditEvents(trx, [{ ...by, at, changedBy, schoolId: school.id, ...what }])
          return { ...before, ...given, version: version + 1 }
        })
        c.header('ETag', etag(authority.version))
        return c.json(authority, 200)
      },
    )
