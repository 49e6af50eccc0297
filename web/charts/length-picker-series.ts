import { weekday, weekNumber, type Day } from '../days.ts'

export type HalfOfDay = 'AM' | 'PM'

/** What is being picked, in half days on school days; each lunchtime is one day of the row. */
export interface Picked {
  kind: 'suspension' | 'permanent' | 'lunchtime' | null
  startedOn: Day | null
  startSession: HalfOfDay | null
  halfDays: number | null
}

/** One school day of the picker. */
export interface PickerDay {
  on: Day
  morning: boolean
  afternoon: boolean
  /** Counted from the first day with anything of it: 1, 2, …; null for a day without. */
  nth: number | null
}

/** Half days by place: 0 is the morning of the first school day, 1 its afternoon. */
const placeOf = (schoolDays: readonly Day[], on: Day | null, session: HalfOfDay | null): number => {
  const at = on === null ? -1 : schoolDays.indexOf(on)
  return at < 0 ? -1 : 2 * at + (session === 'PM' ? 1 : 0)
}

/** First and last half day, as places; null while nothing is picked or the days are not known. */
export function rangeOf(picked: Picked, schoolDays: readonly Day[]): { first: number; last: number } | null {
  const { kind, halfDays } = picked
  if (kind === 'lunchtime') {
    const first = placeOf(schoolDays, picked.startedOn, 'AM')
    return first < 0 || !halfDays ? null : { first, last: first + 2 * (halfDays - 1) + 1 }
  }
  const first = placeOf(schoolDays, picked.startedOn, picked.startSession)
  if (first < 0) return null
  if (kind === 'permanent') return { first, last: first }
  return halfDays ? { first, last: first + halfDays - 1 } : null
}

/** Every school day with what is picked of it. */
export function pickerDays(picked: Picked, schoolDays: readonly Day[]): PickerDay[] {
  const range = rangeOf(picked, schoolDays)
  const has = (place: number) => range !== null && place >= range.first && place <= range.last
  const from = range ? Math.floor(range.first / 2) : 0
  return schoolDays.map((on, at) => {
    const morning = has(2 * at)
    const afternoon = has(2 * at + 1)
    return { on, morning, afternoon, nth: morning || afternoon ? at - from + 1 : null }
  })
}

/** Days by week, Monday to Friday or longer; a day without school is null. */
export function pickerWeeks(days: readonly PickerDay[]): { week: number; days: (PickerDay | null)[] }[] {
  const weeks = new Map<number, PickerDay[]>()
  for (const day of days) weeks.set(weekNumber(day.on), [...(weeks.get(weekNumber(day.on)) ?? []), day])
  return [...weeks].map(([week, inWeek]) => {
    const length = Math.max(5, ...inWeek.map(({ on }) => weekday(on) + 1))
    return {
      week,
      days: Array.from({ length }, (_, at) => inWeek.find(({ on }) => weekday(on) === at) ?? null),
    }
  })
}

const halfAt = (schoolDays: readonly Day[], place: number): Pick<Picked, 'startedOn' | 'startSession'> => ({
  startedOn: schoolDays[Math.floor(place / 2)] ?? null,
  startSession: place % 2 === 0 ? 'AM' : 'PM',
})

const NOTHING = { startedOn: null, startSession: null, halfDays: null }

/**
 * A morning or an afternoon was tapped. The first tap begins there; a later half day becomes the last one, an
 * earlier one the first. The first half day itself begins anew with it alone, and tapped once more takes it away.
 */
export function tapped(picked: Picked, schoolDays: readonly Day[], on: Day, session: HalfOfDay): Picked {
  const kind = picked.kind ?? 'suspension'
  if (kind === 'lunchtime') return tappedDay(picked, schoolDays, on)
  const place = placeOf(schoolDays, on, session)
  if (kind === 'permanent') return { kind, ...halfAt(schoolDays, place), halfDays: null }
  const range = rangeOf({ ...picked, kind }, schoolDays)
  if (range === null) return { kind, ...halfAt(schoolDays, place), halfDays: 1 }
  if (place === range.first)
    return range.first === range.last
      ? { kind, ...NOTHING }
      : { kind, ...halfAt(schoolDays, place), halfDays: 1 }
  const [first, last] = place < range.first ? [place, range.last] : [range.first, place]
  return { kind, ...halfAt(schoolDays, first), halfDays: last - first + 1 }
}

function tappedDay(picked: Picked, schoolDays: readonly Day[], on: Day): Picked {
  const kind = 'lunchtime'
  const at = schoolDays.indexOf(on)
  const from = picked.startedOn === null ? -1 : schoolDays.indexOf(picked.startedOn)
  const length = picked.halfDays ?? 0
  if (from < 0 || length === 0) return { kind, startedOn: on, startSession: null, halfDays: 1 }
  if (at === from)
    return length === 1 ? { kind, ...NOTHING } : { kind, startedOn: on, startSession: null, halfDays: 1 }
  const [first, last] = at < from ? [at, from + length - 1] : [from, at]
  return { kind, startedOn: schoolDays[first] ?? on, startSession: null, halfDays: last - first + 1 }
}

/** Half a day, or a lunchtime, more or less; the first half stays. Begins with `first`, the first that is not over. */
export function longer(
  picked: Picked,
  first: { readonly on: Day; readonly session: HalfOfDay } | null,
  by: 1 | -1,
): Picked {
  const kind = picked.kind ?? 'suspension'
  const start = picked.startedOn ?? first?.on ?? null
  if (start === null) return picked
  const startSession =
    kind === 'lunchtime'
      ? null
      : (picked.startSession ?? (picked.startedOn === null ? first?.session : null) ?? 'AM')
  const halfDays = (picked.halfDays ?? 0) + by
  if (halfDays <= 0) return { kind, ...NOTHING }
  return { kind, startedOn: start, startSession, halfDays }
}

/** The same first day with another length; a kind that has none loses it. */
export function ofKind(picked: Picked, kind: NonNullable<Picked['kind']>): Picked {
  const startSession = kind === 'lunchtime' ? null : (picked.startSession ?? (picked.startedOn ? 'AM' : null))
  const halfDays = kind === 'permanent' || picked.kind === 'permanent' ? null : picked.halfDays
  const isWhole = picked.kind === kind || halfDays === null
  return { kind, startedOn: picked.startedOn, startSession, halfDays: isWhole ? halfDays : 1 }
}
