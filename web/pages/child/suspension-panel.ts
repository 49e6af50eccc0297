import { html, nothing, type TemplateResult } from 'lit'
import type { ChildPage } from '../../api.ts'
import { suspensionMeter } from '../../components/suspension-meter.ts'
import { statusMark } from '../../components/status-mark.ts'
import { countInWords, dayWithYear, halfDaysInWords, sentence } from '../../format.ts'
import { lengthWords } from '../suspensions/year-of-suspensions.ts'

type Sums = NonNullable<ChildPage['suspension']>

/** How far it is to the next line, in words; empty where there is none. */
export function nextLineWords({ next, permanent, yearHalfDaysLeft }: Sums): string {
  if (permanent) return 'Permanently excluded this year; a permanent exclusion adds no days.'
  if (yearHalfDaysLeft < 0)
    return `${sentence(halfDaysInWords(-yearHalfDaysLeft))} past the 45 that the law allows in a year.`
  if (!next) return ''
  const { schoolDays, halfDaysLeft } = next
  const line = schoolDays === 5 ? 'governors may have to meet' : 'governors must meet'
  return halfDaysLeft === 0
    ? `Any more this term and ${line}: past ${schoolDays}.`
    : `${sentence(halfDaysInWords(halfDaysLeft))} left this term up to ${schoolDays}; past it ${line}.`
}

function body(page: ChildPage): TemplateResult {
  const { suspension } = page
  if (!suspension)
    return html`<p class="unknown-line">
        ${statusMark('no-data', 16, '')}
        <span>Not known: nobody has told us of suspensions at this school.</span>
      </p>
      <p class="small">
        <a href="/import">Bring in the file of suspensions</a>; one without rows says there are none.
      </p>`
  const { term, termHalfDays, yearHalfDays, inYear, permanent } = suspension
  if (inYear === 0 && yearHalfDays === 0)
    return html`<p class="quiet">None this academic year: a true zero.</p>`
  const words = nextLineWords(suspension)
  const hasExclusion = page.yearLine.suspensions.some(({ kind }) => kind === 'permanent')
  const noun = hasExclusion ? 'suspension or exclusion' : 'suspension'
  const nouns = hasExclusion ? 'suspensions or exclusions' : 'suspensions'
  return html`${
      permanent && yearHalfDays === 0
        ? nothing
        : suspensionMeter({ term: termHalfDays, year: yearHalfDays }, term ?? 'No term')
    }
    ${words ? html`<p class="small quiet">${words}</p>` : nothing}
    <p class="small quiet">${sentence(countInWords(inYear, noun, nouns))} this academic year.</p>
    ${eachOne(page)}`
}

/** Each of the year, newest first, with the way to what is to be done about it. */
function eachOne({ yearLine, evaluatesOn }: ChildPage): TemplateResult | typeof nothing {
  const rows = yearLine.suspensions.toSorted((a, b) => (a.startedOn < b.startedOn ? 1 : -1))
  if (rows.length === 0) return nothing
  return html`<ul class="each-suspension small">
    ${rows.map(
      (row) =>
        html`<li>
          <a href="/suspensions/${row.id}">${sentence(lengthWords(row))}</a>
          <span class="quiet"
            >from
            ${dayWithYear(row.startedOn, evaluatesOn)}${row.atOtherSchool ? ', another school' : ''}</span
          >
        </li>`,
    )}
  </ul>`
}

/** What they have in common, fetched when somebody opens it. */
function pattern({ child, timeline }: ChildPage): TemplateResult | typeof nothing {
  if (!timeline.some(({ kind }) => kind === 'suspension')) return nothing
  return html`<details
    class="suspension-pattern no-print"
    @toggle=${(event: ToggleEvent) => event.newState === 'open' && import('./vs-suspension-pattern.ts')}
  >
    <summary id="suspension-pattern">What the suspensions have in common</summary>
    <vs-suspension-pattern child-id=${child.id}></vs-suspension-pattern>
  </details>`
}

/** Days of suspension against the lines that change somebody's duty. */
export const suspensionPanel = (page: ChildPage): TemplateResult =>
  html`<section class="card panel stack-small" aria-labelledby="suspension-days">
    <h2 id="suspension-days">Suspension days</h2>
    ${body(page)} ${pattern(page)}
  </section>`
