import type { Context } from 'hono'

/** Answers a file, which the browser keeps under the name instead of showing it. */
export function asFile(
  c: Context,
  { name, type, content }: { name: string; type: string; content: string | Uint8Array },
) {
  c.header('Content-Type', type)
  c.header('Content-Disposition', `attachment; filename="${name}"`)
  return c.body(typeof content === 'string' ? content : new Uint8Array(content), 200)
}

/** The same of a table, whose cells no spreadsheet may run: the caller has seen to that. */
export const asCsv = (c: Context, name: string, content: string) =>
  asFile(c, { name: `${name}.csv`, type: 'text/csv; charset=utf-8', content })
