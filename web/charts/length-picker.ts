import { html, nothing, type TemplateResult } from 'lit'
import { partsOf, type Day } from '../days.ts'
import { actDay, monthName, weekdayName } from '../format.ts'
import {
  pickerDays,
  pickerWeeks,
  type HalfOfDay,
  type Picked,
  type PickerDay,
} from './length-picker-series.ts'

export interface LengthPicker {
  picked: Picked
  /** The days to show, in order. */
  schoolDays: readonly Day[]
  /** The sixth school day in a row, and the day the child is back; null where there is none. */
  sixthDay: Day | null
  backOn: Day | null
  /** Told with the half day that was tapped; for lunchtimes with its morning. Null: it is only shown. */
  tap: ((on: Day, session: HalfOfDay) => void) | null
}

const HALVES = { AM: 'Morning', PM: 'Afternoon' } as const

/** Arrow keys walk the half days: left and right one, up and down a week. */
function walk(event: KeyboardEvent): void {
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.half')]
  const at = buttons.indexOf(event.target as HTMLElement)
  const perDay = buttons.length > 1 && buttons[1]?.dataset['session'] === 'PM' ? 2 : 1
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: 5 * perDay,
    ArrowUp: -5 * perDay,
  }
  const step = steps[event.key]
  if (at < 0 || step === undefined) return
  event.preventDefault()
  buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus()
}

function noteOf({ on, nth }: PickerDay, { picked, sixthDay, backOn }: LengthPicker): string {
  if (picked.kind === 'permanent') return nth === null ? '' : 'from'
  if (on === sixthDay && nth !== null) return `day${'\u00a0'}6`
  if (nth !== null) return `${nth}`
  return on === backOn ? 'back' : ''
}

function half(day: PickerDay, session: HalfOfDay, tabStop: string, { picked, tap }: LengthPicker) {
  const isOn = session === 'AM' ? day.morning : day.afternoon
  const isLunch = picked.kind === 'lunchtime'
  return html`<button
    class="half ${isOn ? 'is-on' : ''}"
    type="button"
    data-session=${session}
    aria-pressed=${isOn}
    aria-disabled=${tap ? nothing : 'true'}
    tabindex=${`${day.on} ${session}` === tabStop ? 0 : -1}
    @click=${() => tap?.(day.on, session)}
  >
    <span class="hidden">${isLunch ? 'Lunchtime' : HALVES[session]}, ${actDay(day.on)}</span>
  </button>`
}

function dayBox(day: PickerDay, tabStop: string, picker: LengthPicker) {
  const { on, nth } = day
  const { date } = partsOf(on)
  const isSixth = on === picker.sixthDay && nth !== null
  const isBack = on === picker.backOn && nth === null
  const isLunch = picker.picked.kind === 'lunchtime'
  const classes = [
    'length-day',
    nth === null ? '' : 'is-chosen',
    isSixth ? 'is-sixth' : '',
    isBack || (on === picker.backOn && picker.picked.kind !== 'permanent') ? 'is-back' : '',
  ]
  return html`<div class=${classes.filter(Boolean).join(' ')}>
    <span class="length-name" aria-hidden="true"
      >${date === 1 ? monthName(on) : weekdayName(on).slice(0, 3)}</span
    >
    <span class="length-date" aria-hidden="true">${date}</span>
    <span class="length-halves">
      ${half(day, 'AM', tabStop, picker)} ${isLunch ? nothing : half(day, 'PM', tabStop, picker)}
    </span>
    <span class="length-note" aria-hidden="true">${noteOf(day, picker)}</span>
  </div>`
}

/** Real school days as buttons, a morning and an afternoon each; a day without school is a gap. */
export function lengthPicker(picker: LengthPicker): TemplateResult {
  const days = pickerDays(picker.picked, picker.schoolDays)
  const first = days.find(({ nth }) => nth !== null) ?? days[0]
  const tabStop = first ? `${first.on} ${first.nth !== null && !first.morning ? 'PM' : 'AM'}` : ''
  return html`<div
    class="length-weeks"
    role="group"
    aria-label="School days; the arrow keys move between half days"
    @keydown=${walk}
  >
    ${pickerWeeks(days).map(
      ({ days: week }) =>
        html`<div class="length-week">
          ${week.map((day) =>
            day ? dayBox(day, tabStop, picker) : html`<span class="length-gap" aria-hidden="true"></span>`,
          )}
        </div>`,
    )}
  </div>`
}
