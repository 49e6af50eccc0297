import type { IsoDate } from '../calendar/iso-date.ts'
import { sources, type SourceId } from '../law/sources.ts'
import type { Consequence } from './shapes.ts'

/** A source as a link beside what it asks for. */
export function sourceOf(id: SourceId, place: string | null = null): Consequence['source'] {
  const { short, url } = sources[id]
  return { id, title: short, url, place }
}

/** The edition of the exclusion guidance in force on a day. */
export const guidanceOn = (on: IsoDate): SourceId =>
  on >= sources['exclusion-guidance-2026'].from ? 'exclusion-guidance-2026' : 'exclusion-guidance'
