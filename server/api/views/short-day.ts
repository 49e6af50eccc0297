import type { IsoDate } from '../../calendar/iso-date.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']

/** `27 Mar`: for cells, where the month's name has no room. */
export const shortDay = (day: IsoDate): string =>
  `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`
