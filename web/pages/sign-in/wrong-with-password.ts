/** NIST SP 800-63B and the NCSC's three random words: length, and nothing about signs and capitals. */
export const SHORTEST_PASSWORD = 12

/** How long it is so far, in words; said while it is typed. */
export function lengthWords(length: number): string {
  if (length === 0) return ''
  if (length >= SHORTEST_PASSWORD) return `${length} characters: long enough.`
  const missing = SHORTEST_PASSWORD - length
  return `${length} of ${SHORTEST_PASSWORD} characters: ${missing} more.`
}

/** What is wrong with a password before it is sent; empty when nothing is. */
export function wrongWithPassword(password: string, isKnown: boolean): string {
  if (password === '') return isKnown ? 'Type your password.' : 'Choose a password.'
  return !isKnown && [...password].length < SHORTEST_PASSWORD
    ? `That is shorter than ${SHORTEST_PASSWORD} characters: add a word.`
    : ''
}
