/** Widths of letters in hundredths of the font size: the product's bold letters and a tenth, for the fonts that may stand in. */
const WIDTHS: readonly (readonly [letters: string, width: number])[] = [
  [" '|,.:;`ij!l()[]", 38],
  ['-frtI"/1\\{}_', 50],
  ['cskyzvx*7J', 64],
  ['mMW%@w', 106],
  ['DGHNUOQ&#', 86],
]
const OTHER_LATIN = 74
const OTHER = 105

const widthOf = new Map(WIDTHS.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width])))

const letterWidth = (letter: string): number =>
  widthOf.get(letter) ?? (letter.charCodeAt(0) < 0x500 ? OTHER_LATIN : OTHER)

/**
 * How wide a text is at most, in pixels, at a size in pixels. An estimate on the safe side: a picture is drawn
 * without knowing which of its fonts a reader has.
 */
export function textWidth(text: string, size: number): number {
  let sum = 0
  for (const letter of text) sum += letterWidth(letter)
  return (sum * size) / 100
}

/** The part of a word that fits, at least one letter. */
const fitting = (word: string, size: number, width: number): string => {
  let part = ''
  for (const letter of word) {
    if (part !== '' && textWidth(part + letter, size) > width) break
    part += letter
  }
  return part
}

/** The text in lines no wider than given, broken at spaces; a word that is too long goes on in the next line. */
export function wrapped(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (let word of text.split(/[ \t\r\n]+/)) {
    if (line !== '' && textWidth(`${line} ${word}`, size) <= width) {
      line += ` ${word}`
      continue
    }
    if (line !== '') lines.push(line)
    while (textWidth(word, size) > width) {
      const part = fitting(word, size, width)
      if (part === word) break
      lines.push(part)
      word = word.slice(part.length)
    }
    line = word
  }
  return [...lines, line].filter((each, at, all) => each !== '' || all.length === 1)
}
