/** What was left for ringing back: the number to dial, if there is one, as written and as dialled. */
export interface RingBack {
  readonly shown: string
  readonly dialled: string
  /** What else was said, such as for whom to ask; null when it was the number alone. */
  readonly words: string | null
}

const NUMBER = /\+?\d[\d\s()-]{5,}\d/

/** The number in the words that somebody left; null where there is none. */
export function ringBack(words: string | null): RingBack | null {
  const shown = NUMBER.exec(words ?? '')?.[0]
  if (words === null || shown === undefined) return null
  const rest = words.replace(shown, '').replaceAll(/^[\s,;:]+|[\s,;:]+$/g, '')
  return { shown, dialled: shown.replaceAll(/[^\d+]/g, ''), words: rest === '' ? null : rest }
}
