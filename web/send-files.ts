import type { ImportLine, ImportView } from './api.ts'
import { offline, refused, RefusedError, sent } from './asking.ts'

/** What is said with files that are looked at or brought in. */
export interface ImportAsked {
  decisions?: { conflicts: Record<string, 'keep' | 'take'>; meant: ('older' | 'other-school')[] }
  previewedAt?: number
  mappings?: { source: string; header: string; mapping: Record<string, string> }[]
  dateFormats?: Record<string, string>
}

export interface Sending {
  signal: AbortSignal
  /** The day as at which a preview is worked out; null for today. */
  on: string | null
  onProgress: (at: { step: 'reading' | 'writing'; done: number; total: number }) => void
}

/**
 * Sends files to be looked at or brought in, tells how far it is, and answers what would be or was done. Throws
 * `RefusedError`, also when the answer broke off; throws the signal's reason when it is stopped, and then
 * nothing is left behind.
 */
export async function sendFiles(
  step: 'preview' | 'run',
  files: readonly File[],
  asked: ImportAsked,
  { signal, on, onProgress }: Sending,
): Promise<ImportView> {
  const failed = () => {
    signal.throwIfAborted()
    throw offline()
  }
  const form = new FormData()
  for (const file of files) form.append('files', file, file.name)
  form.append('asked', JSON.stringify(asked))
  const query = step === 'preview' && on !== null ? `?on=${encodeURIComponent(on)}` : ''
  const response = await sent(`/api/import/${step}${query}`, { method: 'POST', body: form, signal }).catch(
    failed,
  )
  if (!response.ok || !response.body) throw await refused(response)
  const lines = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await lines.read().catch(failed)
    const parts = (rest + (value ?? '')).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      const line = JSON.parse(part) as ImportLine
      if (line.step === 'end') return line.view
      if (line.step === 'refused') throw new RefusedError(409, line)
      onProgress(line)
    }
    if (done) throw offline()
  }
}
