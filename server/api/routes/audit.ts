import { createHash } from 'node:crypto'
import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { inBlocks, blockSize } from '../../../db/blocks.ts'
import {
  auditActsWhere,
  auditChildCounts,
  auditEventsWhere,
  childIdsWithUpn,
  type AuditFilter,
} from '../../../db/queries/audit-reading.ts'
import { childById, childNamesOfSchool } from '../../../db/queries/child.ts'
import { accountsOfAuthority } from '../../../db/queries/post.ts'
import { withRowScope } from '../../../db/row-scope.ts'
import type { AuditEventTable } from '../../../db/tables/audit-event.ts'
import type { Actor } from '../../access/actor.ts'
import { actWordsOfChild } from '../../audit/act-words.ts'
import { auditCsv } from '../../audit/audit-csv.ts'
import { createChainState } from '../../audit/chain-state.ts'
import { actionGroups, actionsOf, auditReading, readableEvents } from '../../audit/reading.ts'
import { auditLines, whoLooked, type ChildrenShown } from '../../audit/who-looked.ts'
import { academicYearOf, firstDayOf } from '../../calendar/academic-year.ts'
import { addDays, isoDate, type IsoDate } from '../../calendar/iso-date.ts'
import type { Deps } from '../deps.ts'
import { actorOf, may, notAllowed, shows } from '../http/access.ts'
import { asCsv } from '../http/as-file.ts'
import { body, day, query } from '../http/checked.ts'
import { described } from '../http/described.ts'
import { badFields, notFound } from '../http/refusal.ts'
import { reachOf, withinReach, type Reach } from '../reach.ts'
import { nameOf } from '../views/child-name.ts'

/** Events of one answer, from which its lines are made. */
const PAGE = 300
const MOST_EXPORTED = 50_000

const seq = z.int().min(1)
/** A child of the school by its id; of whoever sees no children by the pupil number, which the answer does not repeat. */
const child = z.union([
  z.strictObject({ childId: z.string().min(1).max(64), since: day.optional(), before: seq.optional() }),
  z.strictObject({ upn: z.string().min(1).max(20), since: day.optional(), before: seq.optional() }),
])
const asked = z.strictObject({
  before: z
    .string()
    .regex(/^[1-9]\d{0,14}$/, 'Give the number of an event')
    .transform(Number)
    .optional(),
  what: z.enum(actionGroups as [string, ...string[]]).optional(),
  who: z.string().min(1).max(64).optional(),
})
const exported = z.strictObject({
  reason: z.string().trim().min(3, 'Say in a few words what it is for').max(300),
  since: day.optional(),
  childId: z.string().min(1).max(64).optional(),
})

/** The instant at which a day in England began, or an hour before that. */
const startOf = (on: IsoDate) => `${addDays(on, -1)}T23:00:00.000Z`

interface Found {
  readonly childIds: readonly string[]
  /** Null for whoever sees no children. */
  readonly child: { readonly id: string; readonly name: string } | null
}

/** Who has seen or changed what is kept, for those who answer for it; each reading of it is on record too. */
export function auditRoutes({ db, clock }: Deps) {
  const chainState = createChainState(db)

  /** What the actor may read; whoever asks with a role that has none of it was refused before. */
  function readingOf(actor: Actor) {
    const reading = auditReading(actor.role)
    if (!reading) throw notAllowed()
    return reading
  }

  /** The events that the actor may read at all, and the schools whose children decide on that. */
  async function readableOf(actor: Actor): Promise<{ readable: AuditFilter; reach?: Reach }> {
    const { events } = readingOf(actor)
    if (events !== 'staff' || actor.authorityCode === null) return { readable: readableEvents(events, actor) }
    const reach = await reachOf(db, actor, clock.today())
    const accounts = await accountsOfAuthority(db, actor.authorityCode).execute()
    const staff = { accountIds: accounts.map(({ accountId }) => accountId), scope: reach.scope }
    return { readable: readableEvents(events, actor, staff), reach }
  }

  async function findChild(actor: Actor, of: { childId: string } | { upn: string }): Promise<Found> {
    const { children } = readingOf(actor)
    if ('upn' in of) {
      if (children !== 'upn') throw notAllowed()
      const upn = of.upn.trim().toUpperCase()
      const rows = await withRowScope('every', () => childIdsWithUpn(db, upn).execute())
      if (rows.length === 0) throw notFound()
      return { childIds: rows.map(({ id }) => id), child: null }
    }
    if (children !== 'child') throw notAllowed()
    const row = await childById(db, actor.scope, of.childId).executeTakeFirst()
    if (!row) throw notFound()
    return { childIds: [row.id], child: { id: row.id, name: nameOf(row) } }
  }

  /** How many children each event shows, and which one where it is one that the actor may see. */
  async function childrenShown(actor: Actor, events: readonly AuditEventTable[]) {
    const { events: read } = readingOf(actor)
    const sets = [...new Set(events.flatMap(({ childSet }) => childSet ?? []))]
    const counts = new Map<string, { children: number; childId: string }>()
    for (const block of inBlocks(sets, blockSize))
      for (const { id, children, childId } of await auditChildCounts(db, block).execute())
        counts.set(id, { children: Number(children), childId })
    const names = new Map<string, string>()
    const wanted = new Set([...counts.values()].flatMap((set) => (set.children === 1 ? set.childId : [])))
    const mayName = ['school', 'own', 'staff'].includes(read) && actor.schoolId !== null && wanted.size > 0
    if (mayName && actor.schoolId !== null)
      for (const row of await childNamesOfSchool(db, actor.scope, actor.schoolId).execute())
        if (wanted.has(row.id)) names.set(row.id, nameOf(row))
    const shown = ({ childSet }: AuditEventTable): ChildrenShown | null => {
      const found = childSet === null || read === 'technical' ? undefined : counts.get(childSet)
      if (!found) return null
      const { children: count, childId } = found
      const name = count === 1 ? names.get(childId) : undefined
      return { count, child: name === undefined ? null : { id: childId, name } }
    }
    return { shown, named: [...names.keys()] }
  }

  const nextOf = (events: readonly AuditEventTable[]) =>
    events.length === PAGE ? (events.at(-1)?.seq ?? null) : null

  /** The answer for one child: people only at its beginning, lines a page at a time. */
  async function ofChild(
    c: Context,
    { childIds, child: named }: Found,
    from: { since?: string | undefined; before?: number | undefined },
  ) {
    const today = clock.today()
    const since = from.since === undefined ? firstDayOf(academicYearOf(today)) : isoDate(from.since)
    const filter: AuditFilter = { childIds, since: startOf(since) }
    const acts = from.before === undefined ? await auditActsWhere(db, filter).execute() : []
    const before = from.before === undefined ? {} : { before: from.before }
    const events = await auditEventsWhere(db, { ...filter, ...before }, PAGE).execute()
    shows(c, { childIds, dataClasses: named ? [1, 11] : [11] })
    return {
      child: named,
      on: today,
      since,
      people: whoLooked(acts),
      lines: auditLines(events, () => null, actWordsOfChild),
      next: nextOf(events),
    }
  }

  return new Hono()
    .post(
      '/audit/child',
      described({
        summary: 'Who has seen or changed what is kept of a child',
        tag: 'access',
        answer: 'People with what they did and how often, then single acts, latest first.',
      }),
      body(child),
      async (c) => {
        const of = c.req.valid('json')
        return c.json(await ofChild(c, await findChild(actorOf(c), of), of), 200)
      },
    )
    .get(
      '/audit',
      described({
        summary: 'What was done, latest first',
        tag: 'access',
        answer: 'As far as the role may read it: of the school, of the installation, or one’s own.',
      }),
      query(asked),
      async (c) => {
        const actor = actorOf(c)
        const { events: read, children } = readingOf(actor)
        const { readable, reach } = await readableOf(actor)
        const { before, what, who } = c.req.valid('query')
        const filter: AuditFilter = {
          ...(who === undefined ? {} : { accountId: who }),
          ...(what === undefined ? {} : { actions: actionsOf[what as keyof typeof actionsOf] }),
          ...(before === undefined ? {} : { before }),
          ...readable,
        }
        // Of two lists of actions the one the role is bound to holds; what the reader chose is taken from it.
        const outside = what !== undefined && read === 'technical' && what !== 'access'
        const find = () => auditEventsWhere(db, filter, PAGE).execute()
        const events = outside ? [] : await (reach ? withinReach(reach, find) : find())
        const { shown, named } = await childrenShown(actor, events)
        shows(c, { childIds: named, dataClasses: [1, 11] })
        const lines = auditLines(events, shown)
        const mayExport = may(actor, 11, 'export')
        return c.json({ read, children, mayExport, on: clock.today(), lines, next: nextOf(events) }, 200)
      },
    )
    .post(
      '/audit/export',
      described({
        summary: 'The record, or that of one child, as a table that no spreadsheet runs',
        tag: 'access',
        answer: 'CSV, as a file to save.',
        type: 'text/csv',
      }),
      body(exported),
      async (c) => {
        const actor = actorOf(c)
        const { readable } = await readableOf(actor)
        const { reason, since, childId } = c.req.valid('json')
        const found = childId === undefined ? undefined : await findChild(actor, { childId })
        const filter: AuditFilter = {
          ...(found ? { childIds: found.childIds } : readable),
          ...(since === undefined ? {} : { since: startOf(isoDate(since)) }),
        }
        const events = await auditEventsWhere(db, filter, MOST_EXPORTED + 1).execute()
        if (events.length > MOST_EXPORTED)
          throw badFields([
            { field: 'since', message: 'There are more than 50,000 events: choose a later first day.' },
          ])
        const { shown } = await childrenShown({ ...actor, schoolId: null }, events)
        const csv = auditCsv(events, (event) => shown(event)?.count ?? null)
        const sha256 = createHash('sha256').update(csv).digest('hex')
        const detail = { rows: events.length, sha256 }
        shows(c, { childIds: found?.childIds ?? [], action: 'audit.export', reason, detail })
        return asCsv(c, `who-looked-${clock.today()}`, csv)
      },
    )
    .get(
      '/audit/chain',
      described({
        summary: 'Whether the record is as it was written',
        tag: 'access',
        answer: 'How many events, when it was last sealed, how many came since.',
      }),
      async (c) => c.json(await chainState(clock.now()), 200),
    )
}
