import type { AcademicYear } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import type { ReportAction, ReportDocument, ReportKind, Shown, Unit } from './shapes.ts'

/** Where a report stands: written, with the headteacher, frozen, before the governors. */
export type ReportState = 'draft' | 'sent' | 'approved' | 'published'

/** A report in a list. A governor gets published ones alone, with nothing of how they came about. */
export interface ReportRow {
  readonly id: string
  readonly kind: ReportKind | 'nil'
  readonly year: AcademicYear
  /** The day as at which it counts. */
  readonly on: IsoDate
  readonly state: ReportState
  /** For `If-Match`. */
  readonly version: number
  /** Counts of 1 to this many are hidden. */
  readonly threshold: number
  /** Instants in UTC. */
  readonly sentAt: string | null
  /** What the headteacher asked to change when it was last sent back. */
  readonly returnedReason: string | null
  readonly approvedAt: string | null
  readonly approvedBy: string | null
  readonly publishedAt: string | null
  /** The meeting it was published for. */
  readonly meetingOn: IsoDate | null
  readonly minutedOn: IsoDate | null
  readonly minute: string | null
  /** Approved or published: nothing in it changes any more. */
  readonly isFrozen: boolean
}

/** What governors can expect; worked out from the calendar and published reports alone. */
export interface Coming {
  readonly what: 'annual' | 'term' | 'meeting'
  /** Null where the calendar does not reach. */
  readonly on: IsoDate | null
  readonly sentence: string
}

/** A report that could be begun, with the day it would count as at. */
export interface ReportStart {
  readonly kind: ReportKind
  readonly year: AcademicYear
  readonly on: IsoDate
}

/** `GET /api/reports`. */
export interface ReportsPage {
  /** Newest first. */
  readonly reports: readonly ReportRow[]
  readonly coming: readonly Coming[]
  readonly mayWrite: boolean
  readonly mayApprove: boolean
  readonly canStart: readonly ReportStart[]
  /** Whether the nil return can be sent to the Virtual School, and why not; null for a governor. */
  readonly nil: {
    readonly may: boolean
    readonly why: string | null
    /** The year before, where its return can still be sent. */
    readonly lastYear: AcademicYear | null
  } | null
}

/** A number as the school's own staff see it beside what governors are shown. */
export interface ExactFigure {
  readonly id: string
  readonly label: string
  readonly unit: Unit
  readonly who: string
  /** Null where it could not be worked out. Half days are counted, not school days. */
  readonly value: number | null
  /** Why it is not printed as it is; null where it is. */
  readonly why: string | null
  readonly isShown: boolean
  /** What governors are shown of it. */
  readonly shown: Shown
}

/** The designated teacher's words in a section. */
export interface ReportWords {
  /** 1 to 15. */
  readonly section: number
  readonly words: string
  /** For `If-Match`; 0 where there are none yet. */
  readonly version: number
  readonly changedAt: string
  readonly changedBy: string
  /** Sentences on words that name or describe a child. */
  readonly warnings: readonly string[]
}

export interface KeptAction extends ReportAction {
  /** For `If-Match`. */
  readonly version: number
  /** Sentences on words that name or describe a child. */
  readonly warnings: readonly string[]
}

/** Who stands behind the numbers of a report. */
export interface CountedChildren {
  readonly children: readonly { readonly id: string; readonly name: string }[]
  /** By the id of a number: places in `children`, each once, in the order of the names. */
  readonly of: Readonly<Record<string, readonly number[]>>
}

/** What the school's own staff see beside the document. */
export interface ReportMine {
  /** Those of classes of data that the role reads. */
  readonly figures: readonly ExactFigure[]
  /** Null once the report is settled: it keeps numbers, and no list of children. */
  readonly counted: CountedChildren | null
  readonly words: readonly ReportWords[]
  readonly actions: readonly KeptAction[]
  /** Of the last annual report before the governors; their outcome is filled in here. */
  readonly lastActions: readonly KeptAction[]
  /** What later changes of the school's data would alter in a frozen report, in sentences. */
  readonly since: readonly string[]
  /** The lowest threshold that earlier published reports leave: one of 4, 5 and 9. */
  readonly lowestThreshold: number
  /** Sentences on words of the board's minute that name or describe a child. */
  readonly minuteWarnings: readonly string[]
}

/** What whoever asks may do with the report as it stands now. */
export interface ReportMay {
  readonly write: boolean
  readonly send: boolean
  readonly return: boolean
  readonly approve: boolean
  readonly publish: boolean
  readonly minute: boolean
  readonly remove: boolean
}

/** `GET /api/reports/:id`. `mine` is null for a governor. */
export interface ReportPage {
  readonly report: ReportRow
  readonly document: ReportDocument
  readonly mine: ReportMine | null
  readonly may: ReportMay
}

/** What a step in the life of a report answers, and 412 with `current` where somebody took another first. */
export interface ReportStep {
  readonly report: ReportRow
}

/** `PUT /api/reports/:id/words/:section`. Two writers: 412, and `current` holds these of the other. */
export interface WordsSaved extends ReportWords {}

/** `POST /api/reports/:id/warnings`: of words that are not kept yet, such as a minute that governors would read. */
export interface WordsRead {
  /** Sentences on words that name or describe a child. */
  readonly warnings: readonly string[]
}

/** `POST /api/reports/:id/actions`, `PUT /api/report-actions/:id`. */
export interface ActionSaved {
  readonly action: KeptAction
}

/** `GET /api/authority-reports`: reports with a copy for the authority, newest first. */
export interface AuthorityReportsPage {
  readonly schools: readonly {
    readonly reportId: string
    readonly school: string
    readonly kind: ReportKind | 'nil'
    readonly year: AcademicYear
    readonly on: IsoDate
    readonly publishedAt: string
  }[]
}

/** `GET /api/authority-reports/:id`. */
export interface AuthorityReportPage {
  readonly report: AuthorityReportsPage['schools'][number]
  /** Over the children that the authority does not look after; of a nil return what it says. */
  readonly document: ReportDocument
  /** Of the children it looks after. */
  readonly exact: readonly { readonly label: string; readonly unit: Unit; readonly value: number }[]
}
