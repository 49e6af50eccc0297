import { nothing, svg, type TemplateResult } from 'lit'
import { markInDrawing } from '../components/status-mark.ts'
import type { YearSeries } from './child-year-series.ts'
import { labelPlaces, rowsOf, type Labelled } from './label-places.ts'

/** One lane of a child's year: its name, its height and its drawing from its own top. */
export interface Lane {
  name: string
  note: string
  height: number
  drawing: TemplateResult<2>
}

const BAR = 20
const SESSION = 19
const LETTER = 6.9

const labelled = (
  things: readonly Labelled[],
  width: number,
  line: number | null,
  y: number,
  className = '',
) =>
  labelPlaces(things, width, line).map((place, at) =>
    place
      ? svg`<text class=${className} x=${place.x} y=${y} text-anchor=${place.anchor}>${things[at]?.words}</text>`
      : nothing,
  )

/** A label, or its first part (to a comma, to "since") where the whole has no room; empty when nothing has. */
function firstFitting(label: string, width: number): string {
  const parts = [label, label.split(', ')[0] ?? '', label.split(' since ')[0] ?? '']
  return parts.find((part) => part.length * LETTER < width) ?? ''
}

/** Statuses as bars; two at once stand under one another. */
export function careLane({ care }: YearSeries): Lane {
  const rows = rowsOf(care)
  const pitch = BAR + 4
  return {
    name: 'Care',
    note: '',
    height: Math.max(1, ...rows.map((row) => row + 1)) * pitch + 8,
    drawing: svg`${care.map(({ x, width, label, isLookedAfter }, at) => {
      const y = (rows[at] ?? 0) * pitch
      const words = firstFitting(label, width - 12)
      return svg`<rect class="care ${isLookedAfter ? 'care-cla' : ''}" x=${x} y=${y} width=${width} height=${BAR} rx="3"><title>${label}</title></rect>
        ${words ? svg`<text class="care-name ${isLookedAfter ? 'care-cla' : ''}" x=${x + 8} y=${y + 15}>${words}</text>` : nothing}`
    })}`,
  }
}

const LINE = 26

/** Windows as brackets; open dot = held, solid dot = completed. */
export function pepLane({ peps, held, completed, today }: YearSeries, width: number): Lane {
  const isAlone = (x: number) => completed.every((one) => Math.abs(one.x - x) > 30)
  return {
    name: 'PEPs',
    note: 'one each term',
    height: 60,
    drawing: svg`
      ${peps.map(
        ({ x, width: long, status, words }) => svg`
        ${markInDrawing(status, x + 8, 9, 16)}
        <text class="pep-words word-${status}" x=${x + 20} y="14">${words}</text>
        <path class="bracket" d="M${x + 0.75} ${LINE - 6}v6h${Math.max(2, long - 1.5)}v-6" />`,
      )}
      ${labelled(
        held.filter(({ x }) => isAlone(x)).map(({ x, words }) => ({ x: x - 5, width: 10, words })),
        width,
        today,
        LINE + 17,
      )}
      ${held.map(({ x, words }) => svg`<circle class="held" cx=${x} cy=${LINE} r="4.4"><title>${words}</title></circle>`)}
      ${completed.map(({ x, words }) => svg`<circle class="completed" cx=${x} cy=${LINE} r="4.4"><title>${words}</title></circle>`)}`,
  }
}

/** Mornings over afternoons, one column a school day; a session without a mark stays open. */
export function attendanceLane({ sessions }: YearSeries): Lane {
  const half = (x: number, width: number, y: number, kind: string) =>
    svg`<rect class="session session-${kind}" x=${x.toFixed(2)} y=${y} width=${width.toFixed(2)} height=${SESSION} />`
  return {
    name: 'Attendance',
    note: 'each session',
    height: 2 * SESSION + 18,
    drawing: svg`${sessions.map(({ x, width, am, pm }) => [half(x, width, 0, am), half(x, width, SESSION + 2, pm)])}`,
  }
}

/** Suspensions as blocks of ink, named where there is room. */
export function suspensionLane({ suspensions, today }: YearSeries, width: number, note: string): Lane {
  return {
    name: 'Suspensions',
    note,
    height: 46,
    drawing: svg`
      ${suspensions.map(
        ({ x, width: long, label }) =>
          svg`<rect class="session-suspended" x=${x} width=${Math.max(4, long - 1.5)} height="18" rx="2"><title>${label}</title></rect>`,
      )}
      ${labelled(
        suspensions.map(({ x, width: long, label }) => ({ x, width: long, words: label })),
        width,
        today,
        13.5,
        'strong',
      )}`,
  }
}

/** Acts of telling and asking: the mark of the duty they met or broke, a dot where there was none. */
export function contactLane({ contacts, today }: YearSeries, width: number): Lane {
  const broken = contacts.filter(({ status }) => status !== null && status !== 'met')
  const others = contacts.filter((one) => !broken.includes(one))
  const inOrder = [...broken, ...others]
  const places = labelPlaces(
    inOrder.map(({ x, words, status }) => ({ x: x - 7, width: 14, words: status === 'met' ? '' : words })),
    width,
    today,
  )
  return {
    name: 'Contacts',
    note: '',
    height: 26,
    drawing: svg`
      ${inOrder.map(({ x, status, words }) =>
        status
          ? svg`<g>${markInDrawing(status, x, 9, 15)}<title>${words}</title></g>`
          : svg`<circle class="event" cx=${x} cy="9" r="4"><title>${words}</title></circle>`,
      )}
      ${broken.map(({ words }, at) => {
        const place = places[at]
        return place ? svg`<text x=${place.x} y="13.5" text-anchor=${place.anchor}>${words}</text>` : nothing
      })}`,
  }
}
