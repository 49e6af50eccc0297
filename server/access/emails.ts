const LONGEST = 254

/**
 * The one spelling of an e-mail address, or undefined for what is none: composed, trimmed, in lower case. Signs
 * that only look like an @, blanks inside and two addresses in one are refused rather than repaired.
 */
export function normaliseEmail(text: string): string | undefined {
  const email = text.trim().normalize('NFC').toLowerCase().normalize('NFC')
  if (email.length > LONGEST || /[\s\p{Cc}\p{Cf}<>()[\]\\,;:"]/u.test(email)) return undefined
  // U+FE6B and U+FF20 become an @ under compatibility composition, and with it another address.
  if (/[\uFE6B\uFF20]/u.test(email)) return undefined
  return /^[^@]{1,64}@[^@.]+(\.[^@.]+)+$/u.test(email) ? email : undefined
}
