import { html, nothing, type TemplateResult } from 'lit'
import type { ReportAction, ReportDocument, ReportSection } from '../../api.ts'
import { freeText } from '../../components/child-name.ts'
import { statusMark } from '../../components/status-mark.ts'
import { holdsBack } from './report-table.ts'
import { dayOfYear, ofWhat } from './sentences.ts'
import './vs-report-figures.ts'

export interface SheetShown {
  document: ReportDocument
  reportId: string
  version: number
  /** What stands in place of the teacher's words, such as the box to write them; null = as governors read them. */
  words: ((section: ReportSection) => unknown) | null
  /** What stands in place of the actions, such as their form; null = as governors read them. */
  actions: unknown
  /** Under the lead: the ways to take it along. */
  ways: unknown
  /** 2 where the page has a heading of its own above it. */
  headLevel?: 1 | 2
  /** No drawings: there is no address for them. */
  tablesAlone?: boolean
}

export const sectionId = (number: number): string => `section-${number}`

/** The report as governors read it, from title to sources. */
export function reportSheet(shown: SheetShown): TemplateResult {
  const { document: report, ways } = shown
  return html`<article class="card report-sheet">
    <header class="report-title">
      <p class="report-of">${ofWhat(report)}</p>
      ${
        shown.headLevel === 2
          ? html`<h2 class="report-head">${report.title}</h2>`
          : html`<h1 tabindex="-1">${report.title}</h1>`
      }
      <p class="report-lead">${report.lead}</p>
      ${report.parts === undefined ? nothing : html`<p class="small quiet">${report.parts}</p>`}
      ${
        report.kind === 'term'
          ? html`<p class="small quiet">Sections are numbered as in the annual report.</p>`
          : nothing
      }
      ${ways}
    </header>
    ${report.sections.map((section) => reportSection(section, shown))} ${sources(report.sources)}
  </article>`
}

/** What stands for a hidden number: all of it under the first table that has one, then in short. */
function hiddenNoteIn(section: ReportSection, { sections, hiddenNote }: ReportDocument): string | null {
  const [first] = sections.filter(({ tables }) => tables.some(holdsBack))
  if (section === first || hiddenNote === null) return hiddenNote
  const isHidden = section.tables.some(({ rows }) =>
    rows.some(({ cells }) => cells.some((cell) => 'shown' in cell && cell.shown.as === 'hidden')),
  )
  return isHidden ? '“c” stands for a number that is not printed.' : null
}

function reportSection(section: ReportSection, shown: SheetShown) {
  const { number, headline, sentences, questions } = section
  const id = sectionId(number)
  const isLast = number === 15
  return html`<section class="report-section" id=${id} aria-labelledby="${id}-head" tabindex="-1">
    <p class="report-number" aria-hidden="true">${number}</p>
    <div class="report-body">
      <h2 id="${id}-head"><span class="hidden">${number}. </span>${headline}</h2>
      ${sentences.length > 0 ? html`<p class="report-says">${sentences.join(' ')}</p>` : nothing}
      <vs-report-figures
        .section=${section}
        .reportId=${shown.reportId}
        .version=${shown.version}
        .hiddenNote=${hiddenNoteIn(section, shown.document)}
        .tablesAlone=${shown.tablesAlone === true}
      ></vs-report-figures>
      ${isLast ? (shown.actions ?? actionLists(shown.document)) : nothing}
      ${
        shown.words
          ? html`<div class="no-print">${shown.words(section)}</div>
              <div class="print-only">${ownWords(section)}</div>`
          : ownWords(section)
      }
    </div>
    ${questions.length > 0 ? ask(questions) : nothing}
  </section>`
}

/** What the designated teacher wrote, in paragraphs; whose words they are, where the headline has not said it. */
function ownWords({ words, headline }: ReportSection) {
  if (words === null || words.trim() === '') return nothing
  const isSaid = headline.endsWith('in the designated teacher’s words')
  return html`<figure class="report-own">
    <figcaption class=${isSaid ? 'hidden' : 'caption'}>In the designated teacher’s words</figcaption>
    <blockquote>
      ${words
        .split(/\n\s*\n/)
        .map((part) => part.trim())
        .filter(Boolean)
        .map((part) => html`<p>${freeText(part)}</p>`)}
    </blockquote>
  </figure>`
}

const ask = (questions: readonly string[]) =>
  html`<div class="report-ask">
    <h3>${questions.length === 1 ? 'A question to ask' : 'Questions to ask'}</h3>
    ${questions.map((question) => html`<p>${question}</p>`)}
  </div>`

const OUTCOMES = {
  done: { mark: 'met', word: 'Done' },
  partly: { mark: 'due', word: 'Partly done' },
  'not-done': { mark: 'watch', word: 'Not done' },
} as const

/** What became of an action, as a shape with its word. */
export function outcomeLine({ outcome, outcomeNote }: Pick<ReportAction, 'outcome' | 'outcomeNote'>) {
  const known = outcome === null ? { mark: 'no-data' as const, word: 'Not said yet' } : OUTCOMES[outcome]
  return html`<span class="report-outcome"
    >${statusMark(known.mark, 16, '')}
    <span><b>${known.word}</b>${outcomeNote ? html`: ${freeText(outcomeNote)}` : nothing}</span></span
  >`
}

/** Who does it, and by when. */
export const whoAndWhen = ({ owner, dueOn }: Pick<ReportAction, 'owner' | 'dueOn'>): string =>
  [owner, dueOn && `by ${dayOfYear(dueOn)}`].filter(Boolean).join(', ')

/** Actions of the last report with what became of them, and the next. */
export function actionLists({
  lastActions,
  nextActions,
}: Pick<ReportDocument, 'lastActions' | 'nextActions'>) {
  return html`${
    lastActions.length > 0
      ? html`<h3>What became of the last report’s actions</h3>
          <ul class="report-actions">
            ${lastActions.map((action) => html`<li>${freeText(action.text)} ${outcomeLine(action)}</li>`)}
          </ul>`
      : nothing
  }
  ${
    nextActions.length > 0
      ? html`<h3>Actions until the next report</h3>
          <ol class="report-actions report-next">
            ${nextActions.map(
              (action) =>
                html`<li>
                  ${freeText(action.text)}
                  ${whoAndWhen(action) ? html`<span class="small quiet">${whoAndWhen(action)}</span>` : nothing}
                </li>`,
            )}
          </ol>`
      : nothing
  }`
}

function sources(all: ReportDocument['sources']) {
  if (all.length === 0) return nothing
  return html`<footer class="report-sources small">
    <h2>What this report rests on</h2>
    <ul>
      ${all.map(({ title, url }) => html`<li><a href=${url} rel="noreferrer">${title}</a></li>`)}
    </ul>
  </footer>`
}
