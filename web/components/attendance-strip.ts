import { html, svg, type TemplateResult } from 'lit'
import {
  attendanceStripSeries,
  type AttendanceWeek,
  type StripBar,
} from '../charts/attendance-strip-series.ts'
import { statusMark } from './status-mark.ts'

const HEIGHT = 30

const bars = (all: readonly StripBar[], kind: string) =>
  all.map(
    ({ x, y, width, height }) =>
      svg`<rect class=${kind} x=${x.toFixed(2)} y=${y.toFixed(2)} width=${width.toFixed(2)} height=${height.toFixed(2)} />`,
  )

/**
 * When sessions were missed, week by week of the school year so far; dashed line at one session in ten.
 * `label` says the same in words for screen readers.
 */
export function attendanceStrip(weeks: readonly AttendanceWeek[], label: string, width = 88): TemplateResult {
  const { authorised, unauthorised, caps, lineY } = attendanceStripSeries(weeks, width, HEIGHT)
  return html`<svg
    class="strip"
    width=${width}
    height=${HEIGHT}
    viewBox="0 0 ${width} ${HEIGHT}"
    role="img"
    aria-label=${label}
  >
    <rect class="ground" width=${width} height=${HEIGHT} rx="3" />
    ${bars(authorised, 'authorised')} ${bars(unauthorised, 'unauthorised')} ${bars(caps, 'cap')}
    <line class="threshold" x1="0" x2=${width} y1=${lineY} y2=${lineY} />
  </svg>`
}

export interface AbsenceCell {
  /** `25.3 %`, ready to read. */
  rate: string
  /** From exactly one session in ten. */
  isPersistent: boolean
  /** `59 of 233 sessions missed`. */
  label: string
  weeks: readonly AttendanceWeek[]
}

/** A row's absence: diamond from exactly 10 %, the rate, and the strip. */
export function absenceCell({ rate, isPersistent, label, weeks }: AbsenceCell): TemplateResult {
  return html`<span class="absence">
    <span class="absence-rate"
      >${isPersistent ? statusMark('breach', 16, 'Past 10 %') : ''} <b>${rate}</b></span
    >
    ${attendanceStrip(weeks, label)}
  </span>`
}
