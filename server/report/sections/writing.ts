import type { AcademicYear } from '../../calendar/academic-year.ts'
import type { IsoDate } from '../../calendar/iso-date.ts'
import type { LastYear } from '../last-year.ts'
import type { ReportAction, ReportKind, ReportSection, SchoolMeasures } from '../shapes.ts'
import type { Reader } from '../words/reader.ts'
import type { PublishedFor } from './absence-context.ts'

/** All that a section is written from. It holds no exact number that is not shown. */
export interface Writing {
  readonly kind: ReportKind
  readonly year: AcademicYear
  readonly on: IsoDate
  readonly school: SchoolMeasures
  readonly read: Reader
  readonly publishedFor: PublishedFor
  /** Whether the designated teacher wrote words of their own in a section. */
  readonly hasWords: (section: number) => boolean
  /** What the report of the year before printed; null where governors have none, and for the front page of a term. */
  readonly lastYear: LastYear | null
  readonly lastActions: readonly ReportAction[]
  readonly nextActions: readonly ReportAction[]
}

/** What a section says; its number, name and the teacher's words come from the list of sections. */
export type SectionText = Omit<ReportSection, 'number' | 'name' | 'words'>

/** One of the fifteen heads of the report. */
export type WriteSection = (from: Writing) => SectionText

const EMPTY = { sentences: [], tables: [], charts: [], asks: null, questions: [] } as const

/** A section with what it has; the rest is empty. */
export function section(
  text: Pick<SectionText, 'headline'> & { readonly [K in keyof SectionText]?: SectionText[K] | undefined },
): SectionText {
  const given = Object.fromEntries(Object.entries(text).filter(([, value]) => value !== undefined))
  return { ...EMPTY, ...(given as Pick<SectionText, 'headline'> & Partial<SectionText>) }
}

/** The sentences that are there, in their order. */
export function sentencesOf(...found: readonly (string | null)[]): readonly string[] {
  return found.filter((sentence) => sentence !== null)
}

/** A section that only a person can write. */
export function inPersonsWords(
  number: number,
  text: {
    readonly told: string
    readonly untold: string
    readonly asks: string
    readonly questions: readonly string[]
    /** What to ask where words are there, if that is another thing. */
    readonly askedOfWords?: readonly string[]
  },
): WriteSection {
  return ({ hasWords }) =>
    section({
      headline: hasWords(number) ? text.told : text.untold,
      asks: text.asks,
      questions: (hasWords(number) ? text.askedOfWords : undefined) ?? text.questions,
    })
}
