import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { reportById } from '../../../db/queries/report.ts'
import { idOfKey } from '../../records/id-of-key.ts'
import { describesAChild } from '../../report/describes-a-child.ts'
import type { ActionSaved, WordsRead, WordsSaved } from '../../report/report-json.ts'
import { addAction, changeAction, removeAction, type ActionWritten } from '../../reporting/write-action.ts'
import { writeWords } from '../../reporting/write-words.ts'
import { reportRow } from '../../reporting/report-row.ts'
import type { Deps } from '../deps.ts'
import type { AtDay, Desk } from '../desk.ts'
import { actorOf, changeOf } from '../http/access.ts'
import { body, day } from '../http/checked.ts'
import { described } from '../http/described.ts'
import { idempotencyKey } from '../http/idempotency-key.ts'
import { changedMeanwhile, etag, expectedVersion } from '../http/if-match.ts'
import { badFields, notFound, Refusal } from '../http/refusal.ts'
import { actionView, namesOf, noWords, withTraining, wordsView } from '../views/report-words.ts'

const SECTIONS = 15
const LONGEST = 8000

const short = (longest: number) => z.string().trim().max(longest, `At most ${longest} characters`).nullable()
const asked = {
  text: z.string().trim().min(1, 'Say what is to be done').max(500, 'At most 500 characters'),
  owner: short(120),
  dueOn: day.nullable(),
}
const became = { outcome: z.enum(['done', 'partly', 'not-done']).nullable(), outcomeNote: short(500) }

const orNull = (text: string | null) => (text === '' ? null : text)
const askedOf = ({ text, owner, dueOn }: { text: string; owner: string | null; dueOn: string | null }) => ({
  words: text,
  owner: orNull(owner),
  dueOn,
})

const closed = (message: string, current?: unknown) =>
  new Refusal(409, { code: 'closed', message, ...(current === undefined ? {} : { current }) })

/** The designated teacher's own words in a report, and what it asks to be done. */
export function reportWordRoutes(deps: Deps, desk: Desk) {
  const { db, clock } = deps

  async function saved(c: Context, at: AtDay, made: ActionWritten): Promise<ActionSaved> {
    if (made.outcome === 'missing') throw notFound()
    if (made.outcome === 'closed') throw closed(made.message)
    const action = actionView(made.action, await namesOf(db, at), made.threshold)
    if (made.outcome === 'stale') throw changedMeanwhile(action)
    c.header('ETag', etag(action.version))
    return { action }
  }

  return new Hono()
    .put(
      '/reports/:id/words/:section',
      described({
        summary: 'Save the words of a section',
        tag: 'reports',
        answer: 'The words as they are stored, with a sentence for each that names or describes a child.',
        versioned: true,
      }),
      body(z.strictObject({ words: z.string().trim().max(LONGEST, `At most ${LONGEST} characters`) })),
      async (c) => {
        const version = expectedVersion(c)
        const section = Number(/^[1-9]\d?$/.exec(c.req.param('section'))?.[0] ?? 0)
        if (section < 1 || section > SECTIONS) throw notFound()
        const at = await desk.atDay(actorOf(c))
        const of = { reportId: c.req.param('id'), section, version }
        const { words } = c.req.valid('json')
        const made = await writeWords(db, at.scope, of, words, changeOf(c, clock.now()))
        if (made.outcome === 'missing') throw notFound()
        if (made.outcome === 'closed') throw closed(made.message, reportRow(made.row))
        const names = await namesOf(db, at)
        const stored = made.words ? wordsView(made.words, names, made.row.threshold) : noWords(section)
        const answer: WordsSaved = await withTraining(db, at, made.row, names, stored)
        if (made.outcome === 'stale') throw changedMeanwhile(answer)
        c.header('ETag', etag(answer.version))
        return c.json(answer, 200)
      },
    )
    .post(
      '/reports/:id/warnings',
      described({
        summary: 'Read words before governors do',
        tag: 'reports',
        answer: 'A sentence for each word that names or describes a child. Nothing is kept.',
      }),
      body(z.strictObject({ words: z.string().max(LONGEST, `At most ${LONGEST} characters`) })),
      async (c) => {
        const at = await desk.atDay(actorOf(c))
        const row = await reportById(db, at.scope, c.req.param('id')).executeTakeFirst()
        if (!row) throw notFound()
        const { words } = c.req.valid('json')
        const read: WordsRead = { warnings: describesAChild(words, await namesOf(db, at), row.threshold) }
        return c.json(read, 200)
      },
    )
    .post(
      '/reports/:id/actions',
      described({
        summary: 'Add what a report asks to be done',
        tag: 'reports',
        answer: 'The action.',
        once: true,
      }),
      body(z.strictObject(asked)),
      async (c) => {
        const at = await desk.atDay(actorOf(c))
        const key = idempotencyKey(c)
        const own = `${actorOf(c).accountId} ${key}`
        const id = key === undefined ? crypto.randomUUID() : idOfKey('report-action', at.school.id, own)
        const of = { reportId: c.req.param('id'), id }
        const given = askedOf(c.req.valid('json'))
        const made = await addAction(db, at.scope, of, given, changeOf(c, clock.now()))
        return c.json(await saved(c, at, made), 200)
      },
    )
    .put(
      '/report-actions/:id',
      described({
        summary: 'Correct an action of a draft, or say what became of one that governors have',
        tag: 'reports',
        answer: 'The action.',
        versioned: true,
      }),
      body(z.strictObject({ ...asked, ...became })),
      async (c) => {
        const seen = { id: c.req.param('id'), version: expectedVersion(c) }
        const at = await desk.atDay(actorOf(c))
        const { outcome, outcomeNote, ...given } = c.req.valid('json')
        const note = orNull(outcomeNote)
        if (outcome === null && note !== null)
          throw badFields([{ field: 'outcome', message: 'Say whether it was done, partly or not.' }])
        const changes = { asked: askedOf(given), became: { outcome, outcomeNote: note } }
        const made = await changeAction(db, at.scope, seen, changes, changeOf(c, clock.now()))
        return c.json(await saved(c, at, made), 200)
      },
    )
    .post(
      '/report-actions/:id/remove',
      described({
        summary: 'Take an action out of a draft',
        tag: 'reports',
        answer: 'The action as it was.',
        versioned: true,
      }),
      body(z.strictObject({})),
      async (c) => {
        const seen = { id: c.req.param('id'), version: expectedVersion(c) }
        const at = await desk.atDay(actorOf(c))
        const made = await removeAction(db, at.scope, seen, changeOf(c, clock.now()))
        return c.json(await saved(c, at, made), 200)
      },
    )
}
