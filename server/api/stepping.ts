import type { Context } from 'hono'
import { adviceOn } from '../../db/queries/considered.ts'
import { suspensionsOfChildren } from '../../db/queries/suspension.ts'
import type { ConsiderationTable } from '../../db/tables/consideration.ts'
import type { DataClass } from '../access/permissions.ts'
import { considerationById, considerationView, type Stepped } from '../pathway/considering.ts'
import type { ConsiderationView } from '../pathway/shapes.ts'
import type { Deps } from './deps.ts'
import type { AtDay, Desk } from './desk.ts'
import { actorOf, shows } from './http/access.ts'
import { changedMeanwhile, etag } from './http/if-match.ts'
import { badFields, notFound, Refusal } from './http/refusal.ts'
import { loadBefore, suspensionOf } from './views/before-rows.ts'

/** What a step shows of a child: whom to ask, the social worker among them; what it would come to hangs on special needs. */
export const shownOfStep: readonly DataClass[] = [1, 2, 3, 4, 6, 8, 17]

/** What the routes of the pathway share: what is considered, the page of its child, and the answer to a step. */
export function stepping({ db }: Pick<Deps, 'db'>, desk: Desk) {
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
      shows(c, { childIds: [row.childId], dataClasses: shownOfStep, kind: 'consideration', recordId: row.id })
      return read(at, row)
    }
    switch (made.outcome) {
      case 'ok':
      case 'again': {
        const { row } = made
        const sight = {
          childIds: [row.childId],
          dataClasses: shownOfStep,
          kind: 'consideration',
          recordId: row.id,
        }
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

  return { load, find, stepped }
}
