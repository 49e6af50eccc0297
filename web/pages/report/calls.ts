import { api, RefusedError, serverInstant, type WordsSaved } from '../../api.ts'
import { timeOf } from '../../format.ts'
import { minuteInEngland } from '../../instants.ts'
import type { WordsCalls } from './words-keeper.ts'
import type { ReaderCalls } from './words-reader.ts'

function elsewhere(error: unknown): WordsSaved | undefined {
  if (!(error instanceof RefusedError) || (error.status !== 409 && error.status !== 412)) return undefined
  const current = error.current as Partial<WordsSaved> | null | undefined
  return typeof current?.words === 'string' && typeof current.version === 'number'
    ? (current as WordsSaved)
    : undefined
}

function later(work: () => void, milliseconds: number): () => void {
  const timer = setTimeout(work, milliseconds)
  return () => clearTimeout(timer)
}

/** How words are read for what they give away before they are kept. */
export const readerCalls = (reportId: string): ReaderCalls => ({
  warningsOf: async (words) => (await api.warningsOf(reportId, words)).warnings,
  later,
})

/** How the words of a section are saved. */
export const wordsCalls = (reportId: string, section: number): WordsCalls => ({
  put: (version, words) => api.reportWords(reportId, section, version, words),
  elsewhere,
  isOutOfReach: (error) => error instanceof RefusedError && (error.status === 0 || error.status >= 500),
  later,
  now: () => {
    const instant = serverInstant()
    return instant === null ? null : timeOf(minuteInEngland(instant))
  },
})
