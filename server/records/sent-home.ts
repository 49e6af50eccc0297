import type { FieldProblem, FieldValue } from './kind.ts'

/** Whom a sentence sends: nobody named, or one to three words between. */
const someone = String.raw`(?:[\p{L}’'-]+\s+){0,3}?`

/** What goes home with a child, and keeps nobody away: `a letter was sent home`. */
const isLetter = /\b(letters?|notes?|messages?|e-?mails?|texts?|cards?|postcards?|reports?|books?|work)\b/iu

const sentHome = [
  new RegExp(String.raw`\bsen[dt](?:s|ing)?\s+${someone}home\b`, 'iu'),
  new RegExp(String.raw`\b(?:go|goes|going|went)\s+home\b`, 'iu'),
  new RegExp(
    String.raw`\b(?:take|takes|taken|took|fetch(?:es|ed)?|collect(?:s|ed)?|picks?\s+up|picked\s+up)\s+${someone}home\b`,
    'iu',
  ),
  new RegExp(
    String.raw`\b(?:keep|keeps|kept|keeping|stay|stays|stayed|staying|remain|remains|remained)\s+${someone}at\s+home\b`,
    'iu',
  ),
  new RegExp(String.raw`\b(?:cool|cools|cooling|calm|calms|calming)(?:\s+(?:off|down))?\s+at\s+home\b`, 'iu'),
  new RegExp(String.raw`\b(?:days?|afternoon|morning|week|time)\s+(?:off|out\s+of)\s+school\b`, 'iu'),
]

/** `go home at the usual time` and the like is the end of every school day. */
const asUsual = /\b(usual|normal|end of (?:the )?(?:school )?day|after school|with the others)\b/iu

/**
 * Whether words say that a child is sent home, kept there or fetched from school, as to cool off. That is an unlawful
 * exclusion whatever it is called and whoever agrees (`exclusions-2012`), and is recorded as nothing else. A plain
 * reading of English: it asks for other words, and never decides by itself what was done.
 */
export const saysSentHome = (text: string): boolean =>
  text
    .split(/[.;!?\n]+/u)
    .some(
      (part) => !isLetter.test(part) && !asUsual.test(part) && sentHome.some((pattern) => pattern.test(part)),
    )

const NOT_SO =
  'To send a child home, or to keep it there, without a suspension is unlawful, also when the parents agree. Record it as sent home without a suspension; here say what else is done.'

/** The sentence at a field of words that tell of sending a child home as if it were something else. */
export const notSentHome = (field: string, text: FieldValue | undefined): FieldProblem[] =>
  typeof text === 'string' && saysSentHome(text) ? [{ field, message: NOT_SO }] : []
