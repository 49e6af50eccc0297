import { isRecordDay, isRecordMinute, type IsoDate, type LocalMinute } from '../calendar/iso-date.ts'
import { fromSpreadsheet } from '../spreadsheet-safe.ts'
import type { DateFormat } from './date-format.ts'
import { Refusal } from './read-problem.ts'
import { hasRightCheckLetter, hasUpnForm } from './upn.ts'

/** Reads one cell that is not blank; says why when it cannot. */
export interface CellReader<T> {
  read(text: string, dates: DateFormat): T | Refusal
  /** True when the cell holds a day, so that it tells how the file writes days. */
  dated?: true
}

const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0xa0

/** A cell without the spaces around it; a no-break space counts as a space. */
export function trimmed(cell: string): string {
  let from = 0
  let to = cell.length
  while (from < to && isSpace(cell.charCodeAt(from))) from++
  while (to > from && isSpace(cell.charCodeAt(to - 1))) to--
  return from === 0 && to === cell.length ? cell : cell.slice(from, to)
}

const refuse = (code: string, message: string) => new Refusal(code, message)

/** UTF-8 that some program read as Windows-1252: `Ã©` for é, `Å‚` for ł, `â€™` for ’. */
const TWICE_ENCODED = /[ÂÃÄÅ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ•–—˜™š›œžŸ]|â€/

/**
 * Text as it stands, markup, formulas and odd names included. What our own export put before a cell to keep
 * a spreadsheet from running it is taken off again.
 */
export const text = (longest = 200): CellReader<string> => ({
  read(cell) {
    if (cell.length > longest) {
      return refuse('too-long', `This is longer than ${longest} characters. Shorten it.`)
    }
    if (cell.includes('\uFFFD') || TWICE_ENCODED.test(cell)) {
      return refuse(
        'garbled-text',
        'Letters of this text were lost before the file reached us. Export the file again, as “CSV UTF-8”.',
      )
    }
    return fromSpreadsheet(cell)
  },
})

const DAY_EXAMPLE = 'Write it as 2026-03-13 or 13/03/2026.'
const DAY_MONTH_YEAR = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/
const two = (digits: string) => digits.padStart(2, '0')

const whyNoDay = (cell: string, dates: DateFormat): Refusal => {
  if (/^\d{5}(\.\d+)?$/.test(cell)) {
    return refuse(
      'spreadsheet-day',
      `This is a spreadsheet’s own number for a day. Format the column as a date there and save again. ${DAY_EXAMPLE}`,
    )
  }
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(cell)) {
    return refuse('two-digit-year', `The year has two digits only. ${DAY_EXAMPLE}`)
  }
  const parts = DAY_MONTH_YEAR.exec(cell)
  if (parts !== null && dates === 'yyyy-mm-dd') {
    return refuse(
      'other-date-format',
      'Other days of this file are written like 2026-03-13. Write this one so too.',
    )
  }
  if (parts !== null && Number(parts[2]) > 12 && Number(parts[1]) <= 12) {
    return refuse('month-first', `There is no month ${parts[2]}; the day comes first here. ${DAY_EXAMPLE}`)
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(cell) && dates === 'dd/mm/yyyy') {
    return refuse(
      'other-date-format',
      'Other days of this file are written like 13/03/2026. Write this one so too.',
    )
  }
  if (parts !== null || /^\d{4}-\d{1,2}-\d{1,2}$/.test(cell)) {
    return refuse('impossible-day', `There is no such day. ${DAY_EXAMPLE}`)
  }
  return refuse('no-day', `This is not a day. ${DAY_EXAMPLE}`)
}

const dayOfCell = (cell: string, dates: DateFormat): IsoDate | null => {
  if (dates === 'yyyy-mm-dd') return isRecordDay(cell) ? cell : null
  const parts = DAY_MONTH_YEAR.exec(cell)
  if (parts === null) return null
  const iso = `${parts[3]}-${two(parts[2]!)}-${two(parts[1]!)}`
  return isRecordDay(iso) ? iso : null
}

const MIDNIGHT = /[ T]00:00(:00(\.0{1,3})?)?$/

/** A day in the file's own format; midnight after it, as some systems export, is dropped. */
export const day: CellReader<IsoDate> = {
  dated: true,
  read(cell, dates) {
    const bare = cell.replace(MIDNIGHT, '')
    return dayOfCell(bare, dates) ?? whyNoDay(bare, dates)
  },
}

const MINUTE_EXAMPLE = 'Write the local time to the minute, such as 2026-03-13T14:40.'
const MINUTE = /^(\S{8,10})[T ](\d{2}:\d{2})(:\d{2})?$/
const ZONE = /(\d[zZ]|:\d{2}\s*[+-]\d{2}:?\d{0,2}|\b(UTC|GMT|BST))$/

/** A local wall time to the minute; seconds are dropped, a time zone is refused. */
export const minute: CellReader<LocalMinute> = {
  dated: true,
  read(cell, dates) {
    if (ZONE.test(cell)) return refuse('time-zone', `The time has a time zone. ${MINUTE_EXAMPLE}`)
    const parts = MINUTE.exec(cell)
    if (parts === null) return refuse('no-time', `This is not a day and a time. ${MINUTE_EXAMPLE}`)
    const on = dayOfCell(parts[1]!, dates)
    if (on === null) return whyNoDay(parts[1]!, dates)
    const local = `${on}T${parts[2]}`
    return isRecordMinute(local)
      ? local
      : refuse('no-time', `There is no such time of day. ${MINUTE_EXAMPLE}`)
  },
}

/** A unique pupil number in capitals without spaces; a temporary one ends in a letter. */
export const upn: CellReader<string> = {
  read(cell) {
    const written = cell.replace(/[\s ]+/g, '').toUpperCase()
    if (/^\d+(\.\d+)?E\+?\d+$/.test(written)) {
      return refuse(
        'upn-as-number',
        'A spreadsheet turned this unique pupil number into a number. Format the column as text and export again.',
      )
    }
    if (written.length !== 13) {
      return refuse(
        'upn-length',
        `A unique pupil number has 13 characters; this one has ${written.length}. Copy it from the school’s system.`,
      )
    }
    if (!hasUpnForm(written)) {
      return refuse(
        'upn-form',
        'A unique pupil number is a letter (not I, O or S), eleven digits, and a digit or letter. Copy it from the school’s system.',
      )
    }
    if (!hasRightCheckLetter(written)) {
      return refuse(
        'upn-check-letter',
        'The first letter does not fit the digits, so one character is wrong. Copy it from the school’s system.',
      )
    }
    return written
  },
}

/** N, R, or 1 to 14; `Year 7`, `Y7`, `07`, `Reception` and `Nursery` are read as such. */
export const yearGroup: CellReader<string> = {
  read(cell) {
    const bare = cell.toUpperCase().replace(/^(YEAR|YR|Y)?\s*0?(?=[1-9NR])/, '')
    if (/^(N|N1|N2|NURSERY)$/.test(bare)) return 'N'
    if (/^(R|RECEPTION)$/.test(bare)) return 'R'
    const number = /^\d{1,2}$/.test(bare) ? Number(bare) : 0
    if (number >= 1 && number <= 14) return String(number)
    return refuse('year-group', 'A year group is N, R or a number from 1 to 14.')
  },
}

const MOST_DAYS = 195

/** School days with halves as whole half days: `2.5` is 5. */
export const halfDays: CellReader<number> = {
  read(cell) {
    if (!/^\d{1,3}(\.\d{1,2})?$/.test(cell)) {
      return refuse('half-days', 'Write school days as a number with a point, such as 2.5.')
    }
    const halves = Number(cell) * 2
    if (!Number.isInteger(halves) || halves < 1) {
      return refuse('half-days', 'School days come in halves, at least 0.5. Write 0.5, 1.0, 1.5 and so on.')
    }
    if (halves > MOST_DAYS * 2) {
      return refuse('half-days', 'This is more than a school year has. Write the length in school days.')
    }
    return halves
  },
}

/** Yes or no, in the ways that systems export it. */
export const yesNo: CellReader<boolean> = {
  read(cell) {
    if (/^(yes|y|true|1)$/i.test(cell)) return true
    if (/^(no|n|false|0)$/i.test(cell)) return false
    return refuse('yes-no', 'Write yes or no, or leave it blank when nobody said.')
  },
}

/** Words written with spaces, capitals or underscores as the stored word: `CIN plan` is `cin-plan`. */
const asStored = (cell: string) => cell.toLowerCase().replace(/[\s_-]+/g, '-')

/** One of a few stored words; `also` holds other spellings of them. */
export const oneOf = <const W extends string>(
  words: readonly W[],
  also: ReadonlyMap<string, W> = new Map(),
): CellReader<W> => ({
  read(cell) {
    const written = asStored(cell)
    const word = words.find((each) => asStored(each) === written) ?? also.get(written)
    return word ?? refuse('not-in-list', `This must be one of: ${words.join(', ')}.`)
  },
})

/** Several of what one cell can hold, separated by `;`, each once. */
export const listOf = <T>(item: CellReader<T>, most = 20): CellReader<T[]> => ({
  read(cell, dates) {
    const items: T[] = []
    for (const part of cell.split(';').map(trimmed)) {
      if (part === '') continue
      const each = item.read(part, dates)
      if (each instanceof Refusal) return each
      if (items.includes(each)) return refuse('twice', `“${part}” is written twice. Write it once.`)
      items.push(each)
    }
    return items.length > most ? refuse('too-many', `At most ${most} can be given here.`) : items
  },
})
