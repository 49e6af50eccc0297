import type { AcademicYear } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'

/** A year's report, or the front page of a term. */
export type ReportKind = 'annual' | 'term'

/** What a number counts. Half days are shown as school days. */
export type Unit =
  'children' | 'plans' | 'suspensions' | 'half-days' | 'alerts' | 'decisions' | 'percent' | 'pounds' | 'days'

/** How often an atom of the count goes into a sum. */
export interface Term {
  readonly atom: string
  readonly times: number
}

/** A sum of atoms that lies between two whole numbers, both included; no upper end is null. */
export interface Linear {
  readonly terms: readonly Term[]
  readonly from: number
  readonly to: number | null
}

/** A count of the report before disclosure control. */
export interface Figure {
  /** Stable from report to report: it is what makes two of them comparable. */
  readonly id: string
  readonly unit: Unit
  /** The sum of atoms that it is. */
  readonly sum: readonly Term[]
  /** The figure that it is a part of; the rest of that one is protected with it. */
  readonly within: string | null
  /** The figure of the same report that it stands beside, such as the one of a year before. */
  readonly besides: string | null
  /** `said`: a true 0 may be printed, because it tells no harm. `kept`: 0 looks like any small number. */
  readonly zero: 'said' | 'kept'
  /** True where it would harm a child to be in it, so that "all of them" is hidden as well. */
  readonly isHarm: boolean
  /** True for what only grows within an academic year. */
  readonly neverFalls: boolean
  /** The figure that grows by as much at least where this one falls; null where nothing says so. */
  readonly fallsInto: string | null
  /** True for what is over: a later report of the academic year counts the same, unless a record was wrong. */
  readonly isOver: boolean
  /** Ids of the children counted, for the designated teacher alone; one may stand more than once. */
  readonly children: () => readonly string[]
}

/** A sum or a rate over children: it is shown only where each of them is one of many. */
export interface Amount {
  readonly id: string
  readonly unit: Unit
  /** As it would be printed: rounded already. */
  readonly value: number
  /** Amounts of one family are compared with each other, so the children in any difference are protected too. */
  readonly family: string
  /** What each child adds to it, in any unit; a child that adds nothing is left out. */
  readonly by: ReadonlyMap<string, number>
  /** The count of the children in it as a sum of atoms. */
  readonly children: readonly Term[]
  /** The fewest children that it is printed for, where that is more than the threshold; rates have ten. */
  readonly atLeast: number
  /** A relation to the counts that a reader who sees it can add, such as "at least one" of a rate of 12 %. */
  readonly tells: readonly Linear[]
  /** Shown only with the exact count of its children, because it is that count times a published rate. */
  readonly needsCount: string | null
}

/** All that a report counts, exactly. Only the designated teacher and the headteacher ever see it. */
export interface Measures {
  readonly on: IsoDate
  readonly year: AcademicYear
  /** The children of the report: on roll and in its groups on a day of the year. */
  readonly childIds: readonly string[]
  /** Whole numbers from 0, of things that exclude each other. */
  readonly atoms: ReadonlyMap<string, number>
  /** How the atoms hang together, as anybody knows without a report. */
  readonly known: readonly Linear[]
  /** In the order in which they matter: the first are shown exactly before the later ones. */
  readonly figures: readonly Figure[]
  readonly amounts: readonly Amount[]
  /** What could not be worked out, by figure or amount, and why, in a sentence. */
  readonly unknown: ReadonlyMap<string, string>
  /** What holds of no child: facts that are printed as they are. */
  readonly school: SchoolMeasures
}

export interface SchoolMeasures {
  readonly name: string
  readonly phase: 'nursery' | 'primary' | 'secondary' | 'all-through' | 'special' | 'pru' | 'other'
  readonly area: 'Hertfordshire' | null
  readonly designatedTeacher: string | null
  readonly trainings: readonly Training[]
  /** School days left in the term of the day, and its name; null outside term or past the calendar. */
  readonly termNow: { readonly name: string; readonly schoolDaysLeft: number } | null
  /** The last day of each PEP window of the year. */
  readonly windowEnds: Readonly<Record<'autumn' | 'spring' | 'summer', IsoDate>>
}

export interface Training {
  readonly on: IsoDate
  readonly forWhom: 'designated-teacher' | 'all-staff' | 'governors'
  readonly title: string
  readonly hours: number | null
  readonly impact: string | null
}

/** What a reader is shown of a figure. */
export type Shown =
  | { readonly as: 'exact'; readonly value: number }
  /** Between two whole numbers, both included; `to` null = or more. */
  | { readonly as: 'range'; readonly from: number; readonly to: number | null }
  | { readonly as: 'hidden' }
  | { readonly as: 'unknown'; readonly why: string }

/** A report after disclosure control, by figure and amount. */
export interface Controlled {
  /** 1 to this many are hidden. */
  readonly threshold: number
  /** The whole cohort is under the threshold, or there is none: the report says the same in both cases. */
  readonly isSmall: boolean
  readonly shown: ReadonlyMap<string, Shown>
  /** Why a figure is not printed exactly, for the designated teacher. */
  readonly reasons: ReadonlyMap<string, string>
}

/** What is kept, sealed, of a published report, so that the next is held against it. Plain JSON. */
export interface Settled {
  readonly on: IsoDate
  readonly year: AcademicYear
  readonly kind: ReportKind
  readonly threshold: number
  readonly isSmall: boolean
  readonly atoms: readonly (readonly [string, number])[]
  readonly known: readonly Linear[]
  readonly figures: readonly (Pick<
    Figure,
    'id' | 'sum' | 'within' | 'besides' | 'zero' | 'isHarm' | 'neverFalls'
  > &
    // Reports that were settled before this was told have none.
    Partial<Pick<Figure, 'isOver' | 'fallsInto'>> & {
      readonly shown: Shown
    })[]
  readonly amounts: readonly {
    readonly id: string
    readonly family: string
    readonly value: number
    readonly shown: Shown
    readonly by: readonly (readonly [string, number])[]
    readonly children: readonly Term[]
    readonly tells: readonly Linear[]
  }[]
}

/** A cell of a table that a reader sees. */
export type Cell =
  { readonly figure: string; readonly unit: Unit; readonly shown: Shown } | { readonly text: string }

export interface ReportTable {
  readonly id: string
  readonly caption: string
  /** Heads of the columns; the first is that of the row heads. */
  readonly columns: readonly string[]
  readonly rows: readonly { readonly label: string; readonly cells: readonly Cell[] }[]
  readonly note: string | null
}

/** A picture with its finding as title and the same numbers as its table; drawn from what is shown alone. */
export type ReportChart =
  | {
      readonly name: string
      readonly kind: 'marks'
      readonly title: string
      readonly alt: string
      /** One mark is one plan. Broken first. */
      readonly rows: readonly {
        readonly label: string
        readonly marks: readonly {
          readonly what: 'broken' | 'due' | 'met'
          readonly word: string
          readonly count: number
        }[]
      }[]
      readonly note: string
    }
  | {
      readonly name: string
      readonly kind: 'bars'
      readonly title: string
      readonly alt: string
      readonly unit: Unit
      /** From and to are the same for an exact number; ours are solid, what others publish is context. */
      readonly rows: readonly {
        readonly label: string
        readonly from: number
        readonly to: number
        readonly isOurs: boolean
      }[]
      readonly note: string
    }

export interface ReportSection {
  /** 1 to 15, as governors have them. */
  readonly number: number
  /** Its name in the list of sections. */
  readonly name: string
  /** A sentence with the finding. */
  readonly headline: string
  /** One or two sentences on what changed and what it means. */
  readonly sentences: readonly string[]
  readonly tables: readonly ReportTable[]
  readonly charts: readonly ReportChart[]
  /** The designated teacher's own words; null while there are none. */
  readonly words: string | null
  /** A section that only a person can write, with what is asked for. */
  readonly asks: string | null
  readonly questions: readonly string[]
}

export interface ReportAction {
  readonly id: string
  readonly text: string
  readonly owner: string | null
  readonly dueOn: IsoDate | null
  readonly outcome: 'done' | 'partly' | 'not-done' | null
  readonly outcomeNote: string | null
}

/** All that a governor can fetch of a report: page, PDF, CSV, spreadsheet and pictures are drawn from it alone. */
export interface ReportDocument {
  readonly kind: ReportKind
  readonly school: string
  readonly isDemonstration: boolean
  readonly year: AcademicYear
  readonly on: IsoDate
  readonly threshold: number
  readonly title: string
  readonly lead: string
  /** Where a county’s own form is found in it; reports that were frozen before this was told have none. */
  readonly parts?: string
  readonly sections: readonly ReportSection[]
  /** Actions of the last annual report with what became of them, and those for the next. */
  readonly lastActions: readonly ReportAction[]
  readonly nextActions: readonly ReportAction[]
  /** What stands for a hidden number, in a sentence; null where none is hidden. */
  readonly hiddenNote: string | null
  readonly sources: readonly { readonly title: string; readonly url: string }[]
}
