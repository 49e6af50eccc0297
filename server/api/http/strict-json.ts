const DEEPEST = 20
const MOST_KEYS = 5000

/** Inside an object its keys so far, inside a list null. */
type Level = Set<string> | null

const stringAt = /"(?:[^"\\]|\\.)*"/suy

/**
 * What makes a text unfit although it may be JSON: a key given twice (readers differ on which one counts),
 * nesting or numbers of keys that no form of ours has. Null when nothing does. Linear in the text's length.
 */
export function jsonFault(text: string): string | null {
  const levels: Level[] = []
  let keys = 0
  let keyComes = false
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '{' || char === '[') {
      levels.push(char === '{' ? new Set() : null)
      if (levels.length > DEEPEST) return 'It is nested too deeply.'
      keyComes = char === '{'
    } else if (char === '}' || char === ']') {
      levels.pop()
      keyComes = false
    } else if (char === ',') {
      keyComes = levels.at(-1) instanceof Set
    } else if (char === '"') {
      stringAt.lastIndex = at
      const literal = stringAt.exec(text)?.[0]
      if (literal === undefined) return 'A text in it has no end.'
      at += literal.length - 1
      const level = levels.at(-1)
      if (!keyComes || !level) continue
      keyComes = false
      const key = keyOf(literal)
      if (key === null || level.has(key)) return 'It names the same field twice.'
      level.add(key)
      if (++keys > MOST_KEYS) return 'It has too many fields.'
    }
  }
  return null
}

function keyOf(literal: string): string | null {
  try {
    return JSON.parse(literal) as string
  } catch {
    return null
  }
}

/** The one document in UTF-8 bytes, or what is wrong with them in a plain sentence. */
export function readStrictJson(bytes: ArrayBuffer): { value: unknown } | { fault: string } {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return { fault: 'It is not text in UTF-8.' }
  }
  const fault = jsonFault(text)
  if (fault !== null) return { fault }
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return { fault: 'It is not one whole JSON document.' }
  }
}
