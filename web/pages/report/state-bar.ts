import { html, nothing, type TemplateResult } from 'lit'
import type { ReportPage, ReportSection } from '../../api.ts'
import { freeText } from '../../components/child-name.ts'
import { statusMark, type MarkName } from '../../components/status-mark.ts'
import { fullDay } from '../../format.ts'
import { dayInEngland } from '../../instants.ts'
import type { Act } from './act-words.ts'
import { answeredWords, dayOfYear, openWords } from './sentences.ts'
import { warned } from './warned.ts'

export interface BarShown {
  page: ReportPage
  open: readonly ReportSection[]
  isUnsaved: boolean
  begin: (act: Act) => void
}

const button = (act: Act, words: string, { begin }: BarShown, isSolid = false) =>
  html`<button class="button ${isSolid ? 'button-solid' : ''}" type="button" @click=${() => begin(act)}>
    ${words}
  </button>`

/** Above the report for those who write and approve it: where it stands, and the next act. */
export function stateBar(shown: BarShown): TemplateResult {
  const { page } = shown
  const { report, may } = page
  const isMinuteWanted = report.minutedOn === null || (page.mine?.minuteWarnings ?? []).length > 0
  const { mark, words } = standing(shown)
  return html`<section
      class="report-bar report-bar-${report.state} no-print"
      aria-label="Where this report stands"
    >
      <div class="report-bar-says">
        ${statusMark(mark, 20, '')}
        <div class="stack-small">
          <p>${words}</p>
          ${warned(page.mine?.minuteWarnings ?? [])}
          <p class="small">
            Counted to ${dayOfYear(report.on)}; numbers of 1 to ${report.threshold} are hidden, and so is what
            would give one away.
            ${
              may.remove
                ? html`<button class="link" type="button" @click=${() => shown.begin('remove')}>
                    Take the draft out…
                  </button>`
                : nothing
            }
          </p>
        </div>
      </div>
      <div class="report-bar-acts">
        ${may.write ? button('basis', 'Day and hidden numbers…', shown) : nothing}
        ${may.return ? button('return', 'Send it back', shown) : nothing}
        ${may.minute ? button('minute', report.minutedOn ? 'Change the minute' : 'Note the minute', shown, isMinuteWanted) : nothing}
        ${may.send ? button('send', 'Send to the headteacher', shown, true) : nothing}
        ${may.approve ? button('approve', 'Approve', shown, true) : nothing}
        ${may.publish ? button('publish', 'Publish to governors', shown, true) : nothing}
      </div>
    </section>
    ${since(page)}`
}

function standing({ page, open }: BarShown): { mark: MarkName; words: unknown } {
  const { report, document, may } = page
  const answered = answeredWords(document.sections.length, open.length)
  switch (report.state) {
    case 'draft':
      return {
        mark: open.length > 0 ? 'due' : 'ahead',
        words: html`<b>Draft.</b> ${answered} ${open.length > 0 ? openWords(open) : nothing}
          ${
            report.returnedReason
              ? html`<br /><b>The headteacher sent it back:</b> ${freeText(report.returnedReason)}`
              : nothing
          }`,
      }
    case 'sent':
      return {
        mark: 'due',
        words: may.approve
          ? html`<b>It waits for your approval.</b> ${answered} Governors see it only after that.`
          : html`<b>With the headteacher</b
              >${report.sentAt ? ` since ${fullDay(dayInEngland(report.sentAt))}` : ''}. ${answered} It can be
              changed again once it is sent back.`,
      }
    case 'approved':
      return {
        mark: 'due',
        words: html`<b>Approved</b
          >${report.approvedBy ? ` by ${report.approvedBy}` : ''}${report.approvedAt ? ` on ${fullDay(dayInEngland(report.approvedAt))}` : ''},
          and settled as it stands. Governors do not see it yet.`,
      }
    case 'published':
      return {
        mark: 'met',
        words: html`<b>Governors have it</b
          >${report.publishedAt ? ` since ${fullDay(dayInEngland(report.publishedAt))}` : ''}${report.meetingOn ? `, for the meeting of ${fullDay(report.meetingOn)}` : ''}.
          ${
            report.minutedOn
              ? html`The board noted it on ${fullDay(report.minutedOn)}: “${freeText(report.minute ?? '')}”`
              : 'The board’s minute is not noted yet.'
          }`,
      }
  }
}

/** What later changes of the data would alter: beside the report, never in it. */
function since({ mine, report }: ReportPage) {
  if (!mine || !report.isFrozen) return nothing
  return html`<section class="report-since no-print" aria-labelledby="since">
    <h2 id="since">As counted today</h2>
    ${
      mine.since.length === 0
        ? html`<p>The school’s data of today give the same numbers as the report.</p>`
        : html`<p>The report stays as it was approved. The school’s data of today would give:</p>
            <ul>
              ${mine.since.map((line) => html`<li>${line}</li>`)}
            </ul>`
    }
  </section>`
}
