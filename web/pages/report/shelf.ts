import { html, nothing, type TemplateResult } from 'lit'
import type { Coming, ReportRow, ReportsPage, ReportStart } from '../../api.ts'
import { emptyState } from '../../components/empty-state.ts'
import { freeText } from '../../components/child-name.ts'
import { statusMark, type MarkName } from '../../components/status-mark.ts'
import { academicYearOf, type Day } from '../../days.ts'
import { fullDay } from '../../format.ts'
import { dayInEngland } from '../../instants.ts'
import {
  actOf,
  sheetTitle,
  comingDay,
  goneOut,
  inHand,
  reportName,
  reportTitle,
  stateWord,
  storyOf,
} from './sentences.ts'

const address = ({ id }: ReportRow) => `/report/${id}`
const pdf = ({ id }: ReportRow) => `/api/reports/${id}/report.pdf`

/** A governor's home: the newest report, earlier ones, and what is coming to them. */
export function governorsHome({ reports, coming }: ReportsPage): TemplateResult {
  const [newest, ...earlier] = reports
  return html`<div class="stack-wide report-home">
    ${newest ? newestCard(newest) : nothing}
    ${
      earlier.length > 0
        ? html`<section aria-labelledby="earlier">
            <h2 id="earlier">Earlier reports</h2>
            <ul class="card panel lines report-earlier">
              ${earlier.map((report) => html`<li>${publishedRow(report)}</li>`)}
            </ul>
          </section>`
        : nothing
    }
    ${comingList(coming)}
  </div>`
}

function newestCard(report: ReportRow) {
  return html`<section class="card report-newest" aria-labelledby="newest">
    <h2 id="newest">${sheetTitle(report)}</h2>
    <p class="report-says">
      ${reportTitle(report)}${report.kind === 'term' ? '' : `, as at ${fullDay(report.on)}`}.
      ${report.meetingOn ? `For the meeting of ${fullDay(report.meetingOn)}.` : nothing}
    </p>
    <div class="form-actions">
      <a class="button button-solid" href=${address(report)}>Read</a>
      <a class="button" href=${pdf(report)} download>PDF</a>
    </div>
    ${minuteLine(report)}
  </section>`
}

const minuteLine = ({ minutedOn, minute }: ReportRow) =>
  minutedOn === null
    ? nothing
    : html`<p class="small quiet">
        The board noted it on ${fullDay(minutedOn)}${minute ? html`: “${freeText(minute)}”` : '.'}
      </p>`

const publishedRow = (report: ReportRow) =>
  html`<div class="report-row">
    <div>
      <a class="strong" href=${address(report)}>${reportTitle(report)}</a>
      <p class="small quiet">${storyOf(report)}</p>
    </div>
    <a class="button button-small" href=${pdf(report)} download
      >PDF<span class="hidden"> of the ${reportName(report)}</span></a
    >
  </div>`

/** What the board can expect, and when. */
export function comingList(coming: readonly Coming[]): TemplateResult {
  if (coming.length === 0) return html`${nothing}`
  return html`<section aria-labelledby="coming">
    <h2 id="coming">What is coming</h2>
    <ul class="card panel lines report-coming">
      ${coming.map(
        (one) => html`<li><span class="strong">${comingDay(one)}</span> <span>${one.sentence}</span></li>`,
      )}
    </ul>
  </section>`
}

export interface ShelfShown {
  page: ReportsPage
  start: (start: ReportStart) => void
  /** `null` asks of this year’s return. */
  askNil: (lastYear: string | null) => void
  busy: boolean
  /** The day as at which a nil return would be; null before the server has answered anything. */
  on: Day | null
}

/** The school's own list: what is in hand with its next act, what can be started, and what has gone out. */
export function schoolsShelf({ page, start, askNil, busy, on }: ShelfShown): TemplateResult {
  const { reports, coming, mayWrite, canStart, nil } = page
  const open = inHand(reports)
  const gone = goneOut(reports).filter(({ kind }) => kind !== 'nil')
  const nils = reports.filter(({ kind }) => kind === 'nil')
  return html`<div class="stack-wide report-home">
    ${open.length > 0 ? inHandList(open, page) : nothing}
    ${
      mayWrite && canStart.length > 0
        ? html`<section aria-labelledby="start">
            <h2 id="start">${open.length > 0 ? 'What else can be started' : 'What can be started'}</h2>
            <ul class="card panel lines">
              ${canStart.map((one, at) => html`<li>${startRow(one, start, busy, open.length === 0 && at === 0)}</li>`)}
            </ul>
          </section>`
        : nothing
    }
    <section aria-labelledby="gone">
      <h2 id="gone">Governors have</h2>
      ${
        gone.length > 0
          ? html`<ul class="card panel lines report-earlier">
              ${gone.map((report) => html`<li>${goneRow(report)}</li>`)}
            </ul>`
          : emptyState({
              title: 'Nothing yet',
              text: 'A report stands here once it is approved and published. Governing boards receive one at least once a year.',
            })
      }
    </section>
    ${comingList(coming)}
    ${nil && (mayWrite || nils.length > 0) ? nilPart({ nil, sent: nils, mayWrite, askNil, on }) : nothing}
  </div>`
}

const MARKS: Record<ReportRow['state'], MarkName> = {
  draft: 'due',
  sent: 'due',
  approved: 'due',
  published: 'met',
}

const inHandList = (reports: readonly ReportRow[], page: ReportsPage) =>
  html`<section aria-labelledby="in-hand">
    <h2 id="in-hand">In hand</h2>
    <ul class="card panel lines">
      ${reports.map(
        (report, at) =>
          html`<li class="report-row">
            <div>
              <p class="report-state">
                ${statusMark(MARKS[report.state], 16, '')} <span class="strong">${stateWord(report)}</span>
              </p>
              <h3>${reportTitle(report)}</h3>
              <p class="small quiet">${storyOf(report)}</p>
              ${
                report.state === 'draft' && report.returnedReason
                  ? html`<p><b>Sent back:</b> ${freeText(report.returnedReason)}</p>`
                  : nothing
              }
            </div>
            <a class="button ${at === 0 ? 'button-solid' : ''}" href=${address(report)}
              >${actOf(report, page)}<span class="hidden">: ${reportName(report)}</span></a
            >
          </li>`,
      )}
    </ul>
  </section>`

const startRow = (one: ReportStart, start: (one: ReportStart) => void, busy: boolean, isFirst: boolean) =>
  html`<div class="report-row">
    <div>
      <h3>${reportTitle(one)}</h3>
      <p class="small quiet">
        ${
          one.kind === 'annual'
            ? `The year’s numbers as at ${fullDay(one.on)}, in fifteen sections; the day can be changed. Governors do not see a draft.`
            : 'How the term went, in five sections. Governors do not see a draft.'
        }
      </p>
    </div>
    <button
      class="button ${isFirst ? 'button-solid' : ''}"
      type="button"
      aria-disabled=${busy ? 'true' : 'false'}
      @click=${() => start(one)}
    >
      <span>Start it<span class="hidden">: ${reportName(one)}</span></span>
    </button>
  </div>`

const goneRow = (report: ReportRow) =>
  html`<div class="report-row">
    <div>
      <a class="strong" href=${address(report)}>${reportTitle(report)}</a>
      <p class="small quiet">${storyOf(report)}</p>
      ${report.minutedOn === null ? html`<p class="small">The board’s minute is not noted yet.</p>` : nothing}
    </div>
    <a class="button button-small" href=${pdf(report)} download
      >PDF<span class="hidden"> of the ${reportName(report)}</span></a
    >
  </div>`

interface NilShown extends Pick<ShelfShown, 'askNil' | 'on'> {
  nil: NonNullable<ReportsPage['nil']>
  sent: readonly ReportRow[]
  mayWrite: boolean
}

function nilPart({ nil: { may, why, lastYear }, sent, mayWrite, askNil, on }: NilShown) {
  const isSent = on !== null && sent.some((report) => academicYearOf(report.on) === academicYearOf(on))
  return html`<section class="report-nil" aria-labelledby="nil">
    <h2 id="nil" tabindex="-1">Nil return</h2>
    <p>
      Where no child was looked after in the year, the Virtual School is told so. It goes to the Virtual
      School alone; governors do not see it.
    </p>
    ${sent.map(
      (report) =>
        html`<p>
          ${statusMark('met', 16, '')} <a class="strong" href=${address(report)}>${reportTitle(report)}</a>:
          ${report.publishedAt ? `sent ${fullDay(dayInEngland(report.publishedAt))}` : 'sent'}.
        </p>`,
    )}
    ${
      mayWrite && !isSent
        ? html`<button
              class="button"
              type="button"
              aria-disabled=${may ? 'false' : 'true'}
              aria-describedby=${may ? nothing : 'nil-why'}
              @click=${() => may && askNil(null)}
            >
              Send a nil return…
            </button>
            ${may ? nothing : html`<p class="small quiet" id="nil-why">${why}</p>`}`
        : nothing
    }
    ${
      mayWrite && lastYear !== null
        ? html`<p>
            <button class="button" type="button" @click=${() => askNil(lastYear)}>
              Send the nil return for ${lastYear}…
            </button>
          </p>`
        : nothing
    }
  </section>`
}
