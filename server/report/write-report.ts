import type { AcademicYear } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import type { LastYear } from './last-year.ts'
import { publishedBeside } from './sections/absence-context.ts'
import { heads, type Head } from './sections/every-section.ts'
import { leadOf, partsOf, smallLead, titles } from './sections/lead.ts'
import { smallSections } from './sections/small.ts'
import { sourcesOf } from './sections/sources.ts'
import type { Writing } from './sections/writing.ts'
import type {
  Controlled,
  ReportAction,
  ReportDocument,
  ReportKind,
  ReportSection,
  SchoolMeasures,
} from './shapes.ts'
import { asPrinted } from './words/group-size.ts'
import { hiddenNoteOf } from './words/hidden-note.ts'
import { readerOf } from './words/reader.ts'

/** What a report is written from. */
export interface ReportInput {
  readonly kind: ReportKind
  readonly year: AcademicYear
  /** The day as at which it counts. */
  readonly on: IsoDate
  readonly school: SchoolMeasures
  readonly isDemonstration: boolean
  readonly controlled: Controlled
  /** The designated teacher's own words by section, 1 to 15. */
  readonly words: ReadonlyMap<number, string>
  /** What the report of the year before printed, where governors have one. */
  readonly lastYear: LastYear | null
  readonly lastActions: readonly ReportAction[]
  readonly nextActions: readonly ReportAction[]
}

const NOTHING_SHOWN: Controlled['shown'] = new Map()

/**
 * The report in plain English. It is written from what disclosure control shows and from facts of the school
 * alone, so that nothing in it tells more than the tables do. Where the children are too few, nothing but the
 * school's own sections and words go into it.
 */
export function writeReport(input: ReportInput): ReportDocument {
  const { kind, year, on, school, isDemonstration, words, lastActions, nextActions } = input
  const lastYear = kind === 'annual' ? input.lastYear : null
  const { isSmall, threshold } = input.controlled
  const controlled = {
    ...input.controlled,
    shown: isSmall ? NOTHING_SHOWN : asPrinted(input.controlled),
  }
  const carries = (head: Head) => !isSmall || head.isOfSchool === true
  const own = new Map(
    heads.flatMap((head) => {
      const text = words.get(head.number)?.trim() ?? ''
      return text === '' || !carries(head) ? [] : [[head.number, text] as const]
    }),
  )
  const from: Writing = {
    kind,
    year,
    on,
    school,
    read: readerOf(controlled),
    publishedFor: publishedBeside(school, year),
    hasWords: (section) => own.has(section),
    lastYear,
    lastActions,
    nextActions,
  }
  const sectionOf = (head: Head): ReportSection => {
    const write = carries(head) ? head.write : (smallSections[head.number] ?? head.write)
    return { number: head.number, name: head.name, ...write(from), words: own.get(head.number) ?? null }
  }
  const sections = heads.filter((head) => kind === 'annual' || head.isTermly === true).map(sectionOf)
  const parts = partsOf(from)
  return {
    kind,
    school: school.name,
    isDemonstration,
    year,
    on,
    threshold,
    title: titles[kind],
    lead: isSmall ? smallLead : leadOf(from),
    ...(parts === null ? {} : { parts }),
    sections,
    lastActions,
    nextActions,
    hiddenNote: hiddenNoteOf(controlled, sections),
    sources: sourcesOf(from, isSmall),
  }
}
