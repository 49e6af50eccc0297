import type { Controlled, Shown } from '../shapes.ts'

/** All whole numbers that a reader of the report has to reckon with; no upper end is null. */
export interface Span {
  readonly from: number
  readonly to: number | null
}

/** What the text may know of the counts: what is shown of them and nothing else. */
export interface Reader {
  readonly threshold: number
  /** Whether the report has this figure at all. */
  has(id: string): boolean
  /** A figure that the report does not have reads as hidden. */
  shown(id: string): Shown
  /** The number, where it is shown exactly. */
  exact(id: string): number | null
  /** From 0 without an end for what is hidden or not known. */
  span(id: string): Span
  /** Why it could not be worked out; null for what could. */
  whyUnknown(id: string): string | null
}

const HIDDEN: Shown = { as: 'hidden' }

/** The numbers that a shown figure leaves open. */
export function spanOf(shown: Shown): Span {
  if (shown.as === 'exact') return { from: shown.value, to: shown.value }
  if (shown.as === 'range') return { from: shown.from, to: shown.to }
  return { from: 0, to: null }
}

/** A reader of what disclosure control lets through. */
export function readerOf(controlled: Controlled): Reader {
  const shown = (id: string) => controlled.shown.get(id) ?? HIDDEN
  return {
    threshold: controlled.threshold,
    has: (id) => controlled.shown.has(id),
    shown,
    exact: (id) => {
      const found = shown(id)
      return found.as === 'exact' ? found.value : null
    },
    span: (id) => spanOf(shown(id)),
    whyUnknown: (id) => {
      const found = shown(id)
      return found.as === 'unknown' ? found.why : null
    },
  }
}

/** Whole less part, as far as what is shown of both goes. */
export function restOf(whole: Span, part: Span): Span {
  return {
    from: Math.max(0, whole.from - (part.to ?? whole.from)),
    to: whole.to === null ? null : Math.max(0, whole.to - part.from),
  }
}

/** What two readings of one number leave open together. */
export function bothOf(a: Span, b: Span): Span {
  const to = a.to === null ? b.to : b.to === null ? a.to : Math.min(a.to, b.to)
  return { from: Math.max(a.from, b.from), to }
}

/** The sum of two numbers, as far as what is shown of both goes. */
export function sumOf(a: Span, b: Span): Span {
  return { from: a.from + b.from, to: a.to === null || b.to === null ? null : a.to + b.to }
}

/** The one number left, or null. */
export function onlyOf(span: Span): number | null {
  return span.from === span.to ? span.from : null
}
