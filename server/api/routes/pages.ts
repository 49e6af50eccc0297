import { Hono } from 'hono'
import { z } from 'zod'
import { peopleOfSchool } from '../../../db/queries/person.ts'
import { createHash } from 'node:crypto'
import { childIdsOf } from '../../alerts/picture.ts'
import { readsRows } from '../../access/pages.ts'
import type { DataClass } from '../../access/permissions.ts'
import type { Deps } from '../deps.ts'
import type { AtDay, Desk } from '../desk.ts'
import type { Answers } from '../http/answer.ts'
import { actorOf, shows } from '../http/access.ts'
import { asCsv } from '../http/as-file.ts'
import { body, onQuery, query } from '../http/checked.ts'
import { described } from '../http/described.ts'
import { cohortCsv } from '../views/cohort-csv.ts'
import { cohortView } from '../views/cohort.ts'
import { rulesView } from '../views/rules.ts'
import { todayView } from '../views/today.ts'

/** What a row of the cohort shows of a child: its key adult too. */
const shownInRows: readonly DataClass[] = [1, 2, 3, 5, 7, 8]

/** The pages that show the whole school, each as at a day. */
export function pageRoutes({ db, rules }: Deps, desk: Desk, answer: Answers) {
  const byId = new Map(rules.map((rule) => [rule.id, rule]))

  async function keyAdults({ scope, school, on }: AtDay): Promise<Map<string, string>> {
    const people = await peopleOfSchool(db, scope, school.id).where('role', '=', 'key-adult').execute()
    return new Map(
      people
        .filter(({ startedOn, endedOn }) => (startedOn ?? on) <= on && on <= (endedOn ?? on))
        .flatMap(({ childId, name }) => (childId === null ? [] : [[childId, name] as const])),
    )
  }
  const cohort = async (at: AtDay) =>
    cohortView(await desk.picture(at), await desk.alerts(at), await keyAdults(at), { on: at.asked })

  return new Hono()
    .get(
      '/today',
      described({
        summary: 'What must be done, and what is not known',
        tag: 'pages',
        answer: 'Broken, due, watch.',
      }),
      query(onQuery),
      async (c) => {
        const at = await desk.atDay(actorOf(c), c.req.valid('query').on)
        return answer(c, at, async () => {
          const picture = await desk.picture(at)
          const view = todayView(picture, byId, await desk.alerts(at), { on: at.asked })
          return { view, childIds: childIdsOf(picture) }
        })
      },
    )
    .get(
      '/cohort',
      described({
        summary: 'One row a child, one column a duty',
        tag: 'pages',
        answer: 'Rows and the sums above them.',
      }),
      query(onQuery),
      async (c) => {
        const at = await desk.atDay(actorOf(c), c.req.valid('query').on)
        return answer(c, at, async () => ({
          view: await cohort(at),
          childIds: childIdsOf(await desk.picture(at)),
          dataClasses: shownInRows,
        }))
      },
    )
    .post(
      '/cohort/export',
      described({
        summary: 'The cohort as a table that no spreadsheet runs',
        tag: 'pages',
        answer: 'CSV, as a file to save.',
        type: 'text/csv',
      }),
      query(onQuery),
      body(z.strictObject({})),
      async (c) => {
        const at = await desk.atDay(actorOf(c), c.req.valid('query').on)
        const view = await cohort(at)
        const csv = cohortCsv(view)
        const childIds = view.rows.map(({ id }) => id)
        const sha256 = createHash('sha256').update(csv).digest('hex')
        shows(c, {
          childIds,
          dataClasses: [...shownInRows, 10],
          action: 'export',
          detail: { rows: childIds.length, sha256 },
        })
        return asCsv(c, `cohort-${at.on}`, csv)
      },
    )
    .get(
      '/rules',
      described({
        summary: 'Every rule in plain words, and what it says today',
        tag: 'pages',
        answer: 'All rules.',
      }),
      query(onQuery),
      async (c) => {
        const actor = actorOf(c)
        const at = await desk.atDay(actor, c.req.valid('query').on)
        const inWordsAlone = !readsRows(actor.role, [10])
        return answer(c, at, async () => ({
          view: rulesView(await desk.picture(at), rules, { on: at.asked, inWordsAlone }),
          childIds: childIdsOf(await desk.picture(at)),
        }))
      },
    )
}
