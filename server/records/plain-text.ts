/** Control characters other than tab and line ends, half characters, and marks that turn text round on screen. */
const unfit = /(?![\t\n\r])\p{Cc}|\p{Bidi_Control}|\p{Surrogate}/u
const visible = /[^\s\u200b-\u200d\u2060\ufeff]/u
const invisible = /[\u200b-\u200d\u2060\ufeff]/u

/** Whether people could read a text as it is stored. Only blank space is fit: it means nothing was written. */
export const isPlainText = (text: string): boolean =>
  !unfit.test(text) && (visible.test(text) || !invisible.test(text))
