import { Hono } from 'hono'
import { z } from 'zod'
import { childById } from '../../../db/queries/child.ts'
import { consideredSince } from '../../../db/queries/considered.ts'
import { withRowScope } from '../../../db/row-scope.ts'
import type { DataClass } from '../../access/permissions.ts'
import { addDays, dayOf, localMinute } from '../../calendar/iso-date.ts'
import { askedSince } from '../../pathway/asked-about.ts'
import { FIRST_AGREE, isAgreeing, isRefusing } from '../../pathway/agreement.ts'
import { keepContact } from '../../pathway/contact.ts'
import { openConsideration } from '../../pathway/open.ts'
import { saveDraft } from '../../pathway/save-draft.ts'
import type { BeforePage, ConsiderationView } from '../../pathway/shapes.ts'
import { idOfKey } from '../../records/id-of-key.ts'
import type { Deps } from '../deps.ts'
import type { Desk } from '../desk.ts'
import { mailFlag } from '../flag-mail.ts'
import { actorOf, changeOf, may, shows } from '../http/access.ts'
import { body } from '../http/checked.ts'
import { described } from '../http/described.ts'
import { idempotencyKey, keyUsed } from '../http/idempotency-key.ts'
import { expectedVersion } from '../http/if-match.ts'
import { badFields, notFound } from '../http/refusal.ts'
import { minuteOf } from '../minute-of.ts'
import { placeAt, schoolOfChild } from '../reach.ts'
import { shownOfStep, stepping } from '../stepping.ts'
import { askedFirstOf, beforePage, comesTo, maySpeakOf } from '../views/before-suspending.ts'
import { childrenNamed } from '../views/children-named.ts'
import { contact, draft, fieldsOf, id, orNull } from './consideration-bodies.ts'

/** What the page of a child shows: its own words are of its plan, what it would come to hangs on special needs. */
const shownOfChild: readonly DataClass[] = [1, 2, 3, 4, 5, 6, 8, 17]
/** How long what was decided stands among the latest. */
const LATELY_DAYS = 14

/** What a school thinks of for a child: opened, filled in and asked about, on the page "Before you suspend". */
export function considerationRoutes(deps: Deps, desk: Desk) {
  const { db, clock } = deps
  const { load, find, stepped } = stepping(deps, desk)

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
          openConsideration(db, at.scope, place, changeOf(c, clock.now(), shownOfStep)),
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
          saveDraft(db, at.scope, seen, fields, changeOf(c, clock.now(), shownOfStep)),
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
        const refusedBy = orNull(given.refusedBy ?? null)
        const asking = { ...given, note: orNull(given.note), agreedBy, refusedBy, contactedAt }
        if (agreedBy !== null && !isAgreeing(asking))
          throw badFields([
            { field: 'agreedBy', message: 'Only a parent or a carer who was spoken to can agree.' },
          ])
        if (refusedBy !== null && !isRefusing(asking))
          throw badFields([
            {
              field: 'refusedBy',
              message: 'A parent or a carer who was spoken to agrees, or does not, or withdraws it.',
            },
          ])
        if (given.withRole === 'virtual-school' && !maySpeakOf(await load(at, row.childId, row), contactedAt))
          throw badFields([{ field: 'withRole', message: FIRST_AGREE }])
        const own = `${actorOf(c).accountId} ${key}`
        const of = {
          considerationId: row.id,
          id: key === undefined ? crypto.randomUUID() : idOfKey('contact', at.school.id, own),
        }
        const made = await desk.stepping(at, row.childId, () =>
          keepContact(db, at.scope, of, asking, changeOf(c, clock.now(), shownOfStep)),
        )
        if (made.outcome === 'key-used') throw keyUsed()
        const considering = await stepped(c, at, made)
        const { contacts } = askedFirstOf(await load(at, row.childId, row))
        return c.json({ contacts, considering }, 200)
      },
    )
}
