import { drawChart } from '../report/charts/draw-chart.ts'
import type {
  ReportAction,
  ReportChart,
  ReportDocument,
  ReportSection,
  ReportTable,
} from '../report/shapes.ts'
import { longDay } from '../report/words/days.ts'
import { hasHidden, printedTable, shortHiddenNote, type PrintedTable } from './printed-table.ts'

/** All that goes on paper, as words: what the template sets, and nothing but plain data. */
export interface PrintedReport {
  readonly title: string
  readonly author: string
  readonly description: string
  readonly top: readonly string[]
  readonly isDraft: boolean
  readonly lead: string
  /** Where a county’s own form is found in it, or how a term’s sections are numbered; empty where there is neither. */
  readonly parts: string
  readonly foot: string
  readonly sections: readonly PrintedSection[]
  readonly last: readonly PrintedAction[]
  readonly next: readonly PrintedAction[]
  /** The number of the section that the actions are part of; null where none is. */
  readonly actionsIn: number | null
  readonly sources: readonly { readonly title: string; readonly url: string; readonly isLink: boolean }[]
}

interface PrintedSection {
  readonly number: number
  readonly headline: string
  readonly sentences: readonly string[]
  readonly tables: readonly PrintedTable[]
  readonly charts: readonly {
    /** What is drawn where the headline has said what is found; empty where the drawing says that too. */
    readonly title: string
    readonly alt: string
    readonly note: string
    readonly svg: string
  }[]
  /** Paragraphs, each of lines. */
  readonly words: readonly (readonly string[])[]
  /** Whose words they are; empty where the headline has said it. */
  readonly wordsBy: string
  readonly asks: string | null
  readonly questions: readonly string[]
}

interface PrintedAction {
  readonly text: string
  readonly who: string
  readonly outcome: string
  readonly note: string
}

const ACTIONS = 15

const WORDS_BY = 'In the designated teacher’s words'

/** The main column of a page in pixels of a picture: 116 mm. */
const CHART = 438

const outcomes = { done: 'Done', partly: 'Partly done', 'not-done': 'Not done' } as const

const printedAction = ({ text, owner, dueOn, outcome, outcomeNote }: ReportAction): PrintedAction => ({
  text,
  who: [owner, dueOn === null ? null : `by ${longDay(dueOn)}`].filter((part) => part !== null).join(', '),
  outcome: outcome === null ? 'Not said yet' : outcomes[outcome],
  note: outcomeNote ?? '',
})

/** What bars are of, `Sessions missed`; each row of marks has a name of its own. */
const drawn = ({ kind, alt }: ReportChart): string => (kind === 'bars' ? (alt.split(':')[0] ?? '') : '')

const names = {
  annual: 'Annual report on children with a social worker',
  term: 'Report of the term on children with a social worker',
} as const

function printedSection(
  section: ReportSection,
  { isDraft, noteOf }: { isDraft: boolean; noteOf: (table: ReportTable) => string | null },
): PrintedSection {
  const { number, headline, sentences, tables, charts, words, asks, questions } = section
  return {
    number,
    headline,
    sentences,
    tables: tables.map((table) => printedTable(table, noteOf(table))),
    charts: charts.map((chart) => ({
      title: chart.title === headline ? drawn(chart) : chart.title,
      alt: chart.alt,
      note: chart.note,
      svg: drawChart(chart, CHART, 'print'),
    })),
    words: (words ?? '')
      .split(/\r?\n(?:[ \t]*\r?\n)+/)
      .map((paragraph) => paragraph.split(/\r?\n/).filter((line) => line.trim() !== ''))
      .filter((lines) => lines.length > 0),
    wordsBy: headline.endsWith(WORDS_BY.toLowerCase()) ? '' : WORDS_BY,
    asks: isDraft && words === null ? asks : null,
    questions,
  }
}

/** The report as it is printed: the same words as on the page. What is still asked for stands in drafts alone. */
export function printedReport(report: ReportDocument, { isDraft }: { isDraft: boolean }): PrintedReport {
  const day = longDay(report.on)
  const tables = report.sections.flatMap((section) => section.tables)
  const first = tables.find(hasHidden)
  const noteOf = (table: ReportTable) => (table === first ? report.hiddenNote : shortHiddenNote(table))
  return {
    title: report.title,
    author: report.school,
    description: `${names[report.kind]}, ${report.school}, ${report.year}, as at ${day}${isDraft ? ', draft' : ''}`,
    top: [
      report.school,
      `${report.year}, to ${day}`,
      ...(report.isDemonstration ? ['made-up data for demonstration'] : []),
    ],
    isDraft,
    lead: report.lead,
    parts: report.kind === 'term' ? 'Sections are numbered as in the annual report.' : (report.parts ?? ''),
    foot: `${report.school} · ${names[report.kind]} · as at ${day}`,
    sections: report.sections.map((section) => printedSection(section, { isDraft, noteOf })),
    last: report.lastActions.map(printedAction),
    next: report.nextActions.map(printedAction),
    actionsIn: report.sections.some(({ number }) => number === ACTIONS) ? ACTIONS : null,
    sources: report.sources.map(({ title, url }) => ({ title, url, isLink: /^https?:\/\//.test(url) })),
  }
}
