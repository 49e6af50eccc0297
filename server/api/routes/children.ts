import { Hono } from 'hono'
import { z } from 'zod'
import { attendanceYearsOfChildren } from '../../../db/queries/attendance-year.ts'
import { childNamesOfSchool, hasName } from '../../../db/queries/child.ts'
import { peopleOfChildren } from '../../../db/queries/person.ts'
import { listRecords } from '../../../db/queries/record.ts'
import { tableOfKind } from '../../../db/queries/record-shape.ts'
import { recordViewsFor, type RecordRow } from '../../records/record-view.ts'
import { childIdsOf } from '../../alerts/picture.ts'
import type { DataClass, Role } from '../../access/permissions.ts'
import personKind from '../../records/kinds/person.ts'
import type { Deps } from '../deps.ts'
import type { AtDay, Desk } from '../desk.ts'
import type { Answers } from '../http/answer.ts'
import { actorOf, shows } from '../http/access.ts'
import { body, onQuery, query } from '../http/checked.ts'
import { described } from '../http/described.ts'
import { notFound } from '../http/refusal.ts'
import { wholeChild } from '../route-needs.ts'
import type { AlertsByKey } from '../views/card.ts'
import { nameOf } from '../views/child-name.ts'
import { childView, type ChildRecords, type ChildView } from '../views/child.ts'
import { classesShown, inOrder } from '../views/classes-shown.ts'
import { rightsOf } from '../views/permitted.ts'

const MOST_FOUND = 20
const none: AlertsByKey = new Map()

/** One child's page, and finding a child by name. A name is sent in a body: addresses are written down. */
export function childRoutes({ db, rules, kinds }: Deps, desk: Desk, answer: Answers) {
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const ofChild = [...kinds.values()].filter(({ subject }) => subject === 'child')

  async function recordsOf(
    { scope }: AtDay,
    role: Role,
    childId: string,
    year: string,
  ): Promise<ChildRecords> {
    const records: ChildRecords['records'][number][] = []
    for (const kind of ofChild) {
      const rows = await listRecords(db, scope, tableOfKind(kind.kind), { childId })
      const known = recordViewsFor(rightsOf(role), kind, rows as readonly RecordRow[])
      records.push(...known.map((record) => ({ ...record, title: kind.title })))
    }
    const [register] = await attendanceYearsOfChildren(db, scope, [childId], [year]).execute()
    return {
      records,
      people: await peopleOfChildren(db, scope, [childId]).execute(),
      marks: register?.marks ?? null,
    }
  }

  /** The classes of data that the page shows: of every record on it, and of whom to ring. */
  function classesOf({ timeline, ring }: ChildView): DataClass[] {
    const ofRecords = timeline.flatMap(({ kind, fields }) => {
      const known = kinds.get(kind)
      return known ? classesShown(known, fields) : []
    })
    const named = [...ring.people.filter(({ personId }) => personId !== null), ...ring.leftOut]
    const ofPeople = named.flatMap(({ role }) => classesShown(personKind, { role }))
    return inOrder([...wholeChild, ...ofRecords, ...ofPeople])
  }

  return new Hono()
    .get(
      '/children/:id',
      described({ summary: 'Everything about one child', tag: 'pages', answer: 'The child’s page.' }),
      query(onQuery),
      async (c) => {
        const actor = actorOf(c)
        const at = await desk.atDay(actor, c.req.valid('query').on)
        const picture = await desk.picture(at)
        const child = picture.children.find(({ row }) => row.id === c.req.param('id'))
        if (!child) throw notFound()
        return answer(c, at, async () => {
          const alerts = (await desk.alerts(at)).get(child.row.id) ?? none
          const kept = await recordsOf(at, actor.role, child.row.id, picture.year)
          const asked = { on: at.asked, isToday: at.isToday }
          const view = childView(picture, child, kept, { rules: byId, alerts, asked })
          return { view, childIds: childIdsOf(picture), dataClasses: classesOf(view) }
        })
      },
    )
    .post(
      '/children/search',
      described({
        summary: 'Children whose names begin so',
        tag: 'pages',
        answer: `At most ${MOST_FOUND}, those on roll first.`,
      }),
      body(z.strictObject({ text: z.string().max(120) })),
      async (c) => {
        const { school, scope, on } = await desk.atDay(actorOf(c))
        const names = await childNamesOfSchool(db, scope, school.id).execute()
        const { text } = c.req.valid('json')
        const children = names
          .filter((child) => hasName(child, text))
          .map((child) => ({
            id: child.id,
            name: nameOf(child),
            yearGroup: child.yearGroup,
            dateOfBirth: child.dateOfBirth,
            left: child.leftOn !== null && child.leftOn < on,
          }))
          .toSorted((a, b) => Number(a.left) - Number(b.left))
        const found = children.slice(0, MOST_FOUND)
        shows(c, { childIds: found.map(({ id }) => id) })
        return c.json({ children: found, more: children.length > MOST_FOUND }, 200)
      },
    )
}
