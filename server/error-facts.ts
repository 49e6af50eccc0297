/**
 * What the log may hold of an error: its kind and where it was thrown, never its message, which a database or
 * a parser may have made from somebody's record.
 */
export function errorFacts(error: unknown): { error: string; code?: string; at?: string[] } {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { error: error.name, ...code, at: frames.slice(0, 12).map((line) => line.trim()) }
}
