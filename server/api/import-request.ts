import type { Context } from 'hono'
import { z } from 'zod'
import { sourceNames } from '../import/sources/index.ts'
import { fieldProblems } from './http/checked.ts'
import { badFields, Refusal } from './http/refusal.ts'

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

export type Asked = z.infer<typeof asked>

function parsed(value: FormDataEntryValue | null): unknown {
  if (typeof value !== 'string') return {}
  try {
    return JSON.parse(value)
  } catch {
    throw new Refusal(400, { code: 'malformed', message: 'What was asked with these files cannot be read.' })
  }
}

/** The files of a request, whole in memory, with what was asked of them. Throws 400, 415 or 422 for anything else. */
export async function readImportRequest(c: Context) {
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
