import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { stream } from 'hono/streaming'
import { columnMappingsOfSchool, saveColumnMapping } from '../../../db/queries/column-mapping.ts'
import { importRunsOfSchool } from '../../../db/queries/import-run.ts'
import { isUnavailable, unavailableSentence } from '../../../db/unavailable.ts'
import type { SchoolTable } from '../../../db/tables/school.ts'
import type { Actor } from '../../access/actor.ts'
import { scopeOfSchool } from '../../access/scope.ts'
import { assess } from '../../alerts/assess.ts'
import { evaluationDay } from '../../alerts/evaluation-day.ts'
import { loadSchoolCalendar } from '../../alerts/load-school-calendar.ts'
import type { Picture } from '../../alerts/picture.ts'
import { isoDate, type IsoDate } from '../../calendar/iso-date.ts'
import { errorFacts } from '../../error-facts.ts'
import type { ColumnMapping } from '../../import/file-kind.ts'
import { rememberedMappings } from '../../import/mappings.ts'
import { childrenConcerned } from '../../import/children-concerned.ts'
import { readInThread } from '../../import/read-in-thread.ts'
import type { ReadResult } from '../../import/read-files.ts'
import { previewImport, runImport, type LookAt, type Planned } from '../../import/run-import.ts'
import type { Deps } from '../deps.ts'
import type { Desk } from '../desk.ts'
import { described } from '../http/described.ts'
import { Refusal } from '../http/refusal.ts'
import { actorOf, byOf } from '../http/access.ts'
import { onQuery, query } from '../http/checked.ts'
import { readImportRequest, type Asked } from '../import-request.ts'
import { importMeaning } from '../views/import-meaning.ts'
import { mayBringOf } from '../views/permitted.ts'
import { importSources, importView, type ImportView } from '../views/import.ts'

const MOST_BYTES = 256 * 1024 * 1024

/** What is streamed while files are read and written: a line of JSON each. */
export type ImportLine =
  | { step: 'reading' | 'writing'; done: number; total: number }
  | { step: 'end'; view: ImportView }
  | { step: 'refused'; code: 'no-school' | 'stale' | 'too-much' | 'unavailable' | 'failed'; message: string }

const messages = {
  'no-school':
    'No school is set up yet. Drop its school.json with the files, or set it up on the first page.',
  stale: 'Somebody changed something since you looked. Look again before you bring the files in.',
  'too-much':
    'Reading these files takes more memory than one import may. Bring in fewer of them, or a shorter time.',
  unavailable: unavailableSentence,
  failed: 'This could not be done, and nothing was changed. The reference is in the server’s log.',
} as const

const isTooMuch = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

/** Files in: looked at first, then brought in, all or none; the same code as the command's. */
export function importRoutes({ db, clock, kinds, rules, log, audit }: Deps, desk: Desk) {
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const depsOf = (c: Context) => ({
    db,
    clock,
    scopeOf: scopeOfSchool,
    schoolId: actorOf(c).schoolId,
    mayBring: mayBringOf(actorOf(c).role),
    ...byOf(c),
  })

  async function mappingsFor({ scope, schoolId }: Actor, given: Asked['mappings']): Promise<ColumnMapping[]> {
    const stored =
      schoolId === null ? [] : rememberedMappings(await columnMappingsOfSchool(db, scope, schoolId).execute())
    return [...(given as ColumnMapping[]), ...stored]
  }

  async function remember(schoolId: string, mappings: Asked['mappings']) {
    for (const { source, header, mapping } of mappings)
      await saveColumnMapping(db, { schoolId, source, header, mapping: JSON.stringify(mapping) }).execute()
  }

  type Progress = (at: { done: number; total: number }) => void
  type Work = (
    read: ReadResult,
    asked: Asked,
    onProgress: Progress,
    signal: AbortSignal,
  ) => Promise<ImportLine & { step: 'end' | 'refused' }>

  const refusal = (code: keyof typeof messages) =>
    ({ step: 'refused', code, message: messages[code] }) as const

  /** Reads the files, does the work, and streams how far it is; a caller who goes away stops it. */
  async function answer(c: Context, work: Work) {
    const { files, asked } = await readImportRequest(c)
    const mappings = await mappingsFor(actorOf(c), asked.mappings)
    c.header('Content-Type', 'application/x-ndjson')
    return stream(c, async (out) => {
      const stop = new AbortController()
      out.onAbort(() => stop.abort(new Error('stopped')))
      let sent = Promise.resolve()
      let shown = clock.elapsed()
      const tell = (line: ImportLine) => {
        sent = sent.then(async () => {
          await out.write(`${JSON.stringify(line)}\n`)
        })
      }
      const progress =
        (step: 'reading' | 'writing'): Progress =>
        (at) => {
          if (clock.elapsed() - shown < 100) return
          shown = clock.elapsed()
          tell({ step, done: at.done, total: at.total })
        }
      try {
        const read = await readInThread(files, {
          mappings,
          dateFormats: new Map(Object.entries(asked.dateFormats)),
          signal: stop.signal,
          onProgress: progress('reading'),
        })
        tell(await work(read, asked, progress('writing'), stop.signal))
      } catch (error) {
        if (!stop.signal.aborted) {
          log.error({ event: 'import.failed', ...errorFacts(error) })
          tell(refusal(isTooMuch(error) ? 'too-much' : isUnavailable(error) ? 'unavailable' : 'failed'))
        }
      }
      await sent
    })
  }

  /** On record before the line that shows it: whose rows the files would change or did, and whom they leave out. */
  const keepSight = (c: Context, action: string, { plan, held }: Planned) => {
    const concerned = childrenConcerned(plan, held)
    const added = plan.creates.filter(({ table }) => table === 'child')
    const left = plan.counts.flatMap(({ missingChildIds }) => missingChildIds)
    const asked = plan.conflicts.flatMap(({ childId }) => childId ?? [])
    const childIds =
      concerned === 'everyone'
        ? [...held.child, ...added].map(({ id }) => id)
        : [...new Set([...concerned, ...left, ...asked])]
    const { changedBy, by } = byOf(c)
    const { schoolId } = actorOf(c)
    const what = { action, schoolId, childIds, dataClasses: [16] }
    return audit.record({ ...by, at: clock.now(), changedBy, ...what })
  }

  /** The files are in whatever comes after: what fails here is made good by the next evaluation. */
  async function afterRun(school: SchoolTable, mappings: Asked['mappings']) {
    try {
      await remember(school.id, mappings)
      await desk.evaluate(school)
    } catch (error) {
      log.error({ event: 'evaluation.failed', ...errorFacts(error) })
    }
  }

  /** The children concerned as at a day, within the preview's own transaction. */
  function lookAtDay(asked: IsoDate | undefined): LookAt<Picture> {
    let on = asked
    return async (trx, scope, school, childIds) => {
      const calendar = await loadSchoolCalendar(trx, scope, school.id)
      on ??= evaluationDay(school, calendar, clock.today())
      const some = childIds === 'everyone' ? { calendar } : { calendar, childIds }
      return assess({ db: trx, rules }, scope, school, on, some)
    }
  }

  const filesOnly = bodyLimit({
    maxSize: MOST_BYTES,
    onError: () => {
      throw new Refusal(413, {
        code: 'too-large',
        message: 'These files are more than 256 megabytes together.',
      })
    },
  })

  return new Hono()
    .get(
      '/import',
      described({
        summary: 'What can be brought in, and what was',
        tag: 'import',
        answer: 'Sources with their columns; earlier runs, latest first.',
      }),
      async (c) => {
        const { scope, schoolId } = actorOf(c)
        const runs =
          schoolId === null ? [] : await importRunsOfSchool(db, scope, schoolId).limit(20).execute()
        return c.json(
          {
            sources: importSources,
            runs: runs.map(({ id, startedAt, finishedAt, changedBy, files, counts }) => ({
              id,
              startedAt,
              finishedAt,
              changedBy,
              files: JSON.parse(files) as { name: string; source: string; rows: number }[],
              counts: JSON.parse(counts) as {
                source: string
                added: number
                changed: number
                same: number
              }[],
            })),
          },
          200,
        )
      },
    )
    .post(
      '/import/preview',
      described({
        summary: 'What these files would do; nothing is written',
        tag: 'import',
        answer: 'How far it is, then the preview: a line of JSON each.',
        type: 'application/x-ndjson',
      }),
      query(onQuery),
      filesOnly,
      (c) => {
        const { on } = c.req.valid('query')
        const lookAt = lookAtDay(on === undefined ? undefined : isoDate(on))
        return answer(c, async (read, { decisions }, _, signal) => {
          const outcome = await previewImport(depsOf(c), read, decisions, { lookAt, signal })
          if (!('plan' in outcome)) return refusal(outcome.result)
          await keepSight(c, 'import.preview', outcome)
          const meaning = outcome.weighed && importMeaning(outcome.weighed, byId)
          return { step: 'end', view: importView(read, outcome, kinds, meaning) }
        })
      },
    )
    .post(
      '/import/run',
      described({
        summary: 'Bring these files in, all of them or none',
        tag: 'import',
        answer: 'How far it is, then what was done: a line of JSON each.',
        type: 'application/x-ndjson',
      }),
      filesOnly,
      (c) =>
        answer(c, async (read, { decisions, previewedAt, mappings }, onProgress, signal) => {
          const outcome = await runImport(depsOf(c), read, {
            decisions,
            ...(previewedAt === undefined ? {} : { previewedAt }),
            signal,
            onProgress,
          })
          if (!('plan' in outcome)) return refusal(outcome.result)
          await keepSight(c, 'import.shown', outcome)
          if (outcome.result === 'done') await afterRun(outcome.held.school, mappings)
          return { step: 'end', view: importView(read, outcome, kinds) }
        }),
    )
}
