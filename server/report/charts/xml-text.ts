/** What no XML may hold: control signs, halves of a pair, two code points that are no signs. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Surrogate}|[\uFFFE\uFFFF]/gu

/** The text without what no file of words may hold. */
export const cleanText = (text: string): string => text.replaceAll(FORBIDDEN, '')

/** Text safe inside XML, in elements and in attributes with double quotes; what no XML may hold is dropped. */
export const escaped = (text: string): string =>
  cleanText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
