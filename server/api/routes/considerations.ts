import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { childById } from '../../../db/queries/child.ts'
import { adviceOn, consideredSince } from '../../../db/queries/considered.ts'
import { suspensionsOfChildren } from '../../../db/queries/suspension.ts'
import { withRowScope } from '../../../db/row-scope.ts'
import type { ConsiderationTable } from '../../../db/tables/consideration.ts'
import type { DataClass } from '../../access/permissions.ts'
import { addDays, dayOf, localMinute } from '../../calendar/iso-date.ts'
import { askedSince } from '../../pathway/asked-about.ts'
import { considerationById, considerationView, type Stepped } from '../../pathway/considering.ts'
import { FIRST_AGREE, isAgreeing } from '../../pathway/agreement.ts'
import { keepContact } from '../../pathway/contact.ts'
import { decide, type Deciding } from '../../pathway/decide.ts'
import { openConsideration } from '../../pathway/open.ts'
import { saveDraft } from '../../pathway/save-draft.ts'
import type { BeforePage, ConsiderationView } from '../../pathway/shapes.ts'
import { withdraw } from '../../pathway/withdraw.ts'
import { idOfKey } from '../../records/write-record.ts'
import type { Deps } from '../deps.ts'
import type { AtDay, Desk } from '../desk.ts'
import { mailFlag } from '../flag-mail.ts'
import { actorOf, changeOf, may, shows } from '../http/access.ts'
import { body } from '../http/checked.ts'
import { described } from '../http/described.ts'
import { idempotencyKey, keyUsed } from '../http/idempotency-key.ts'
import { changedMeanwhile, etag, expectedVersion } from '../http/if-match.ts'
import { badFields, notFound, Refusal } from '../http/refusal.ts'
import { minuteOf } from '../minute-of.ts'
import { placeAt, schoolOfChild } from '../reach.ts'
import {
  askedFirstOf,
  beforePage,
  comesTo,
  loadBefore,
  maySpeakOf,
  overlapsOf,
  suspensionOf,
} from '../views/before-suspending.ts'
import { childrenNamed } from '../views/children-named.ts'
import { contact, decision, draft, fieldsOf, id, orNull, sentence } from './consideration-bodies.ts'

/** What a step shows of a child: whom to ask, the social worker among them; what it would come to hangs on special needs. */
const shown: readonly DataClass[] = [1, 2, 3, 4, 6, 8, 17]
/** What the page of a child shows: its own words are of its plan, what it would come to hangs on special needs. */
const shownOfChild: readonly DataClass[] = [1, 2, 3, 4, 5, 6, 8, 17]
/** How long what was decided stands among the latest. */
const LATELY_DAYS = 14

/** What a school thinks of for a child: opened, filled in, asked about and decided, on the page "Before you suspend". */
export function considerationRoutes(deps: Deps, desk: Desk) {
  const { db, clock } = deps

  /** The page of a child out of what is stored now. */
  async function load(at: AtDay, childId: string, row?: ConsiderationTable) {
    const rows = await loadBefore(db, at, childId, row)
    if (!rows) throw notFound()
    return rows
  }

  /** One row as pages read it. */
  async function read({ scope }: AtDay, row: ConsiderationTable): Promise<ConsiderationView> {
    const advice = await adviceOn(db, scope, [row.id]).execute()
    const suspensions = await suspensionsOfChildren(db, scope, [row.childId]).execute()
    return considerationView(row, advice, suspensionOf(row, suspensions))
  }

  /** What is considered, if whoever asks may know of it, and where. */
  async function find(c: Context) {
    const at = await desk.atDay(actorOf(c))
    const row = await considerationById(db, at.scope, c.req.param('id') ?? '')
    if (!row) throw notFound()
    return { at, row }
  }

  /** The view of a step, or why it was not taken; what it shows is on record. */
  async function stepped(c: Context, at: AtDay, made: Stepped): Promise<ConsiderationView> {
    const refused = (row: ConsiderationTable) => {
      shows(c, { childIds: [row.childId], dataClasses: shown, kind: 'consideration', recordId: row.id })
      return read(at, row)
    }
    switch (made.outcome) {
      case 'ok':
      case 'again': {
        const { row } = made
        const sight = { childIds: [row.childId], dataClasses: shown, kind: 'consideration', recordId: row.id }
        // A step went on record in its own transaction: a full disk after it must not undo the answer.
        shows(c, { ...sight, isKept: made.outcome === 'ok' })
        const view = await read(at, row)
        c.header('ETag', etag(view.version))
        return view
      }
      case 'stale':
        throw changedMeanwhile(await refused(made.row))
      case 'closed':
        throw new Refusal(409, {
          code: 'decided',
          message:
            made.row.state === 'withdrawn'
              ? `${made.row.decidedBy} has withdrawn this.`
              : `${made.row.decidedBy} has decided this already.`,
          current: await refused(made.row),
        })
      case 'bad':
        throw badFields(made.problems)
      case 'over-45':
        throw new Refusal(422, { code: 'over-45', message: made.message, field: 'halfDays' })
      case 'contact-first': {
        const [step] = made.steps
        throw new Refusal(422, {
          code: 'contact-first',
          message: `${step ? `${step.title.charAt(0).toUpperCase()}${step.title.slice(1)} has` : 'Those who should be asked first have'} not been asked. Ask first, or say why it is decided without.`,
          field: 'withoutContact',
        })
      }
      case 'duplicate':
        throw new Refusal(409, {
          code: 'duplicate',
          message: 'A suspension from this day is recorded already. Open that one and correct it.',
          field: 'startedOn',
        })
      case 'missing':
        throw notFound()
    }
  }

  return new Hono()
    .get(
      '/considerations',
      described({
        summary: 'Children whom the school thinks of suspending',
        tag: 'pathway',
        answer: 'What is open, and what was decided lately, newest first.',
      }),
      async (c) => {
        const at = await desk.atDay(actorOf(c))
        const since = `${addDays(at.today, -LATELY_DAYS)}T00:00`
        const rows = await consideredSince(db, at.scope, since).execute()
        const named = await childrenNamed(
          db,
          at,
          rows.map(({ childId }) => childId),
        )
        const open: {
          id: string
          child: BeforePage['child']
          openedAt: string
          openedBy: string
          read: ConsiderationView['read']
        }[] = []
        const lately: {
          id: string
          child: BeforePage['child']
          state: ConsiderationView['state']
          decidedAt: string | null
        }[] = []
        for (const { id: own, childId, state, decidedAt, openedAt, openedBy, readAt, readBy } of rows) {
          const child = named.get(childId)
          if (!child) continue
          const read = readAt === null || readBy === null ? null : { at: readAt, by: readBy }
          if (state === 'open') open.push({ id: own, child, openedAt, openedBy, read })
          else lately.push({ id: own, child, state, decidedAt })
        }
        shows(c, { childIds: [...named.keys()] })
        const latestFirst = lately.toSorted((a, b) => ((a.decidedAt ?? '') < (b.decidedAt ?? '') ? 1 : -1))
        return c.json({ open, lately: latestFirst }, 200)
      },
    )
    .get(
      '/children/:id/before-suspending',
      described({
        summary: 'Whom to ask before a child is suspended, and what a length would set off',
        tag: 'pathway',
        answer: 'The page of one child.',
      }),
      async (c) => {
        const actor = actorOf(c)
        const schoolId = await schoolOfChild(db, actor, c.req.param('id'), clock.today())
        if (schoolId === undefined) throw notFound()
        return withRowScope([schoolId], async () => {
          const at = await desk.atDay(placeAt(actor, schoolId, clock.today()))
          const rows = await load(at, c.req.param('id'))
          shows(c, { childIds: [c.req.param('id')], schoolId, dataClasses: shownOfChild })
          const decides = may(actor, 8, 'approve')
          const writes = may(actor, 8, 'write')
          const why = decides
            ? null
            : writes
              ? 'Only the headteacher decides on a suspension.'
              : 'Your role reads this page; the designated teacher and the headteacher fill it in.'
          const now = minuteOf(at, clock.now())
          return c.json(beforePage(rows, now, { write: writes, decide: decides, why }), 200)
        })
      },
    )
    .post(
      '/considerations',
      described({
        summary: 'Say that the school thinks of suspending a child',
        tag: 'pathway',
        answer: 'What is considered: the open one where there is one.',
      }),
      body(z.strictObject({ childId: id })),
      async (c) => {
        const at = await desk.atDay(actorOf(c))
        const { childId } = c.req.valid('json')
        const child = await childById(db, at.scope, childId).executeTakeFirst()
        if (!child) throw notFound()
        if (child.leftOn !== null && child.leftOn < at.today)
          throw badFields([{ field: 'childId', message: 'This child has left the school.' }])
        const place = { schoolId: at.school.id, childId }
        const made = await desk.stepping(at, childId, () =>
          openConsideration(db, at.scope, place, changeOf(c, clock.now(), shown)),
        )
        const considering = await stepped(c, at, made)
        if (made.outcome === 'ok') mailFlag(deps, made.row)
        return c.json({ considering }, 200)
      },
    )
    .put(
      '/considerations/:id',
      described({
        summary: 'Save what has been filled in so far',
        tag: 'pathway',
        answer: 'What is considered, and what it would come to.',
        versioned: true,
      }),
      body(z.strictObject({ fields: draft })),
      async (c) => {
        const seen = { id: c.req.param('id'), version: expectedVersion(c) }
        const { at, row } = await find(c)
        const fields = fieldsOf(c.req.valid('json').fields)
        const made = await desk.stepping(at, row.childId, () =>
          saveDraft(db, at.scope, seen, fields, changeOf(c, clock.now(), shown)),
        )
        const considering = await stepped(c, at, made)
        const consequences = comesTo(await load(at, row.childId))
        return c.json({ considering, consequences }, 200)
      },
    )
    .post(
      '/considerations/:id/contacts',
      described({
        summary: 'Record that somebody was asked before a decision',
        tag: 'pathway',
        answer: 'Whom to ask, with every act of asking.',
        once: true,
      }),
      body(contact),
      async (c) => {
        const { at, row } = await find(c)
        const given = c.req.valid('json')
        const key = idempotencyKey(c)
        const now = minuteOf(at, clock.now())
        const contactedAt = given.contactedAt === null ? now : localMinute(given.contactedAt)
        if (contactedAt > now)
          throw badFields([
            { field: 'contactedAt', message: 'This is still to come: give the time it happened.' },
          ])
        if (dayOf(contactedAt) < askedSince(row, at.calendar))
          throw badFields([
            {
              field: 'contactedAt',
              message:
                row.happenedAt === null
                  ? 'This is days before it was considered, so it was about something else: check the day.'
                  : 'This is before the day on which it happened, so it was about something else: check both days.',
            },
          ])
        const agreedBy = orNull(given.agreedBy ?? null)
        const asking = { ...given, note: orNull(given.note), agreedBy, contactedAt }
        if (agreedBy !== null && !isAgreeing(asking))
          throw badFields([
            { field: 'agreedBy', message: 'Only a parent or a carer who was spoken to can agree.' },
          ])
        if (given.withRole === 'virtual-school' && !maySpeakOf(await load(at, row.childId, row), contactedAt))
          throw badFields([{ field: 'withRole', message: FIRST_AGREE }])
        const own = `${actorOf(c).accountId} ${key}`
        const of = {
          considerationId: row.id,
          id: key === undefined ? crypto.randomUUID() : idOfKey('contact', at.school.id, own),
        }
        const made = await desk.stepping(at, row.childId, () =>
          keepContact(db, at.scope, of, asking, changeOf(c, clock.now(), shown)),
        )
        if (made.outcome === 'key-used') throw keyUsed()
        const considering = await stepped(c, at, made)
        const { contacts } = askedFirstOf(await load(at, row.childId, row))
        return c.json({ contacts, considering }, 200)
      },
    )
    .post(
      '/considerations/:id/decide',
      described({
        summary: 'The headteacher decides on what is stored',
        tag: 'pathway',
        answer: 'What was decided.',
        versioned: true,
      }),
      body(decision),
      async (c) => {
        const seen = { id: c.req.param('id'), version: expectedVersion(c) }
        const { at, row } = await find(c)
        const given = c.req.valid('json')
        const now = clock.now()
        const minute = minuteOf(at, now)
        const deciding: Deciding = {
          at: minute,
          today: at.on,
          calendar: at.calendar,
          judge: async (trx, row) => {
            const rows = await loadBefore(trx, at, row.childId, row)
            if (!rows) return undefined
            const { contacts } = askedFirstOf(rows, minute)
            const { leftOn } = rows.child.row
            const refusal = comesTo(rows)?.refusal ?? null
            return { contacts, refusal, leftOn, overlaps: overlapsOf(rows) }
          },
        }
        const decided = {
          decision: given.decision,
          instead: orNull(given.instead),
          withoutContact: orNull(given.withoutContact),
        }
        const made = await desk.stepping(at, row.childId, () =>
          decide(db, at.scope, seen, decided, deciding, changeOf(c, now, shown)),
        )
        return c.json({ considering: await stepped(c, at, made) }, 200)
      },
    )
    .post(
      '/considerations/:id/withdraw',
      described({
        summary: 'Take back what was opened by mistake: it is counted nowhere',
        tag: 'pathway',
        answer: 'What was withdrawn.',
        versioned: true,
      }),
      body(z.strictObject({ reason: sentence })),
      async (c) => {
        const seen = { id: c.req.param('id'), version: expectedVersion(c) }
        const { at, row } = await find(c)
        const now = clock.now()
        const { reason } = c.req.valid('json')
        const made = await desk.stepping(at, row.childId, () =>
          withdraw(db, at.scope, seen, minuteOf(at, now), { ...changeOf(c, now, shown), reason }),
        )
        return c.json({ considering: await stepped(c, at, made) }, 200)
      },
    )
}
