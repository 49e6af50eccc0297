import { html, svg, type TemplateResult } from 'lit'
import type { Level } from './suspension-level.ts'

/** One bar of blocks with its name and total. Places are percentages of the drawing. */
export interface BarRow {
  name: unknown
  total: unknown
  /** How much ink: outlined, lower half filled, solid. */
  level: Level
  blocks: readonly { x: number; width: number }[]
  /** The upright lines that run through all rows. */
  lines: readonly number[]
}

const BAR = 11

function block({ x, width }: { x: number; width: number }, level: Level) {
  const whole = svg`<rect x="${x}%" y=${-BAR / 2} width="${width}%" height=${BAR} rx="1.5" class="block ${level}" />`
  return level === 'past-first'
    ? svg`${whole}<rect x="${x}%" y="0" width="${width}%" height=${BAR / 2} class="block-half" />`
    : whole
}

/** A row as tall as its name needs; the lines run through its whole height. */
export function barRow({ name, total, level, blocks, lines }: BarRow): TemplateResult {
  return html`<div class="bar-row ${level}">
    <span class="bar-name">${name}</span>
    <span class="bar-track"
      ><svg class="drawing" aria-hidden="true">
        <svg y="50%" overflow="visible">${blocks.map((one) => block(one, level))}</svg>
        ${lines.map((at) => svg`<line class="threshold" x1="${at}%" x2="${at}%" y2="100%" />`)}
      </svg></span
    >
    <span class="bar-total">${total}</span>
  </div>`
}

/** The names of the lines, under the rows. */
export function barsFoot(lines: readonly { at: number; name: string }[]): TemplateResult {
  return html`<div class="bar-row bar-foot" aria-hidden="true">
    <svg class="drawing" width="100%" height="20">
      ${lines.map(
        ({ at, name }) => svg`<text class="line-name" x="${at}%" y="14" text-anchor="middle">${name}</text>`,
      )}
    </svg>
  </div>`
}
