import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { stream } from 'hono/streaming'
import { z } from 'zod'
import { columnMappingsOfSchool, saveColumnMapping } from '../../../db/queries/column-mapping.ts'
import { importRunsOfSchool } from '../../../db/queries/import-run.ts'
import { scopeOfSchool } from '../../access/scope.ts'
import type { ColumnMapping } from '../../import/file-kind.ts'
import { rememberedMappings } from '../../import/mappings.ts'
import { readInThread } from '../../import/read-in-thread.ts'
import type { ReadResult } from '../../import/read-files.ts'
import { previewImport, runImport, type Outcome } from '../../import/run-import.ts'
import { sourceNames } from '../../import/sources/index.ts'
import { THIS_COMPUTER, type Deps } from '../deps.ts'
import type { Desk } from '../desk.ts'
import { described } from '../http/described.ts'
import { badFields, Refusal } from '../http/refusal.ts'
import { fieldProblems } from '../http/checked.ts'
import { importSources, importView, type ImportView } from '../views/import.ts'

const MOST_BYTES = 256 * 1024 * 1024

const asked = z.strictObject({
  decisions: z
    .strictObject({
      conflicts: z.record(z.string().max(120), z.enum(['keep', 'take'])),
      meant: z.array(z.enum(['older', 'other-school'])).max(2),
    })
    .default({ conflicts: {}, meant: [] }),
  /** The revision that the preview was made at. */
  previewedAt: z.int().min(0).optional(),
  /** What a person said about files whose columns nobody knew; remembered when the run succeeds. */
  mappings: z
    .array(
      z.strictObject({
        source: z.enum(sourceNames as [string, ...string[]]),
        header: z.string().max(100_000),
        mapping: z.record(z.string().max(200), z.string().max(60)),
      }),
    )
    .max(20)
    .default([]),
  /** Which way round days stand in files that do not tell, by file name. */
  dateFormats: z.record(z.string().max(300), z.enum(['yyyy-mm-dd', 'dd/mm/yyyy'])).default({}),
})

type Asked = z.infer<typeof asked>

/** What is streamed while files are read and written: a line of JSON each. */
export type ImportLine =
  | { step: 'reading' | 'writing'; done: number; total: number }
  | { step: 'end'; view: ImportView }
  | { step: 'refused'; code: 'no-school' | 'stale' | 'stopped' | 'failed'; message: string }

const messages = {
  'no-school':
    'No school is set up yet. Drop its school.json with the files, or set it up on the first page.',
  stale: 'Somebody changed something since you looked. Look again before you bring the files in.',
  failed: 'This could not be done, and nothing was changed. The reference is in the server’s log.',
} as const

async function readRequest(c: Context) {
  const mediaType = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  if (mediaType !== 'multipart/form-data' || c.req.header('content-encoding'))
    throw new Refusal(415, { code: 'not-files', message: 'Send files as multipart/form-data, uncompressed.' })
  const form = await c.req.raw.formData().catch(() => {
    throw new Refusal(400, {
      code: 'malformed',
      message: 'These files did not arrive whole. Send them again.',
    })
  })
  const files = form.getAll('files').filter((part): part is File => part instanceof File)
  if (files.length === 0) throw new Refusal(400, { code: 'no-files', message: 'Choose at least one file.' })
  const read = asked.safeParse(parsed(form.get('asked')))
  if (!read.success) throw badFields(fieldProblems(read.error.issues))
  return {
    files: await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    ),
    asked: read.data,
  }
}

function parsed(value: FormDataEntryValue | null): unknown {
  if (typeof value !== 'string') return {}
  try {
    return JSON.parse(value)
  } catch {
    throw new Refusal(400, { code: 'malformed', message: 'What was asked with these files cannot be read.' })
  }
}

/** Files in: looked at first, then brought in, all or none; the same code as the command's. */
export function importRoutes({ db, clock, kinds, log }: Deps, desk: Desk) {
  const deps = { db, clock, scopeOf: scopeOfSchool, changedBy: THIS_COMPUTER }

  async function mappingsFor(given: Asked['mappings']): Promise<ColumnMapping[]> {
    const school = await desk.findSchool()
    const stored = school
      ? rememberedMappings(await columnMappingsOfSchool(db, scopeOfSchool(school.id), school.id).execute())
      : []
    return [...(given as ColumnMapping[]), ...stored]
  }

  async function remember(schoolId: string, mappings: Asked['mappings']) {
    for (const { source, header, mapping } of mappings)
      await saveColumnMapping(db, { schoolId, source, header, mapping: JSON.stringify(mapping) }).execute()
  }

  type Progress = (at: { done: number; total: number }) => void
  type Work = (read: ReadResult, asked: Asked, onProgress: Progress, signal: AbortSignal) => Promise<Outcome>

  /** Reads the files, does the work, and streams how far it is; a caller who goes away stops it. */
  async function answer(c: Context, work: Work) {
    const { files, asked } = await readRequest(c)
    const mappings = await mappingsFor(asked.mappings)
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
        const outcome = await work(read, asked, progress('writing'), stop.signal)
        if ('plan' in outcome) tell({ step: 'end', view: importView(read, outcome, kinds) })
        else tell({ step: 'refused', code: outcome.result, message: messages[outcome.result] })
      } catch (error) {
        if (!stop.signal.aborted) {
          log.error({ event: 'import.failed', error: error instanceof Error ? error.stack : 'thrown' })
          tell({ step: 'refused', code: 'failed', message: messages.failed })
        }
      }
      await sent
    })
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
        const school = await desk.findSchool()
        const runs = school
          ? await importRunsOfSchool(db, scopeOfSchool(school.id), school.id).limit(20).execute()
          : []
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
      filesOnly,
      (c) => answer(c, (read, { decisions }) => previewImport(deps, read, decisions)),
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
          const outcome = await runImport(deps, read, {
            decisions,
            ...(previewedAt === undefined ? {} : { previewedAt }),
            signal,
            onProgress,
          })
          if (outcome.result === 'done') {
            await remember(outcome.held.school.id, mappings)
            await desk.evaluate()
          }
          return outcome
        }),
    )
}
