import { html, nothing, type TemplateResult } from 'lit'
import type { ChildPage } from '../../api.ts'
import { suspensionMeter } from '../../components/suspension-meter.ts'
import { statusMark } from '../../components/status-mark.ts'
import { countInWords, halfDaysInWords, sentence } from '../../format.ts'

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

function body({ suspension }: ChildPage): TemplateResult {
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
  const noun = permanent ? 'suspension or exclusion' : 'suspension'
  const nouns = permanent ? 'suspensions or exclusions' : 'suspensions'
  return html`${
      permanent && yearHalfDays === 0
        ? nothing
        : suspensionMeter({ term: termHalfDays, year: yearHalfDays }, term ?? 'No term')
    }
    ${words ? html`<p class="small quiet">${words}</p>` : nothing}
    <p class="small quiet">${sentence(countInWords(inYear, noun, nouns))} this academic year.</p>`
}

/** Days of suspension against the lines that change somebody's duty. */
export const suspensionPanel = (page: ChildPage): TemplateResult =>
  html`<section class="card panel stack-small" aria-labelledby="suspension-days">
    <h2 id="suspension-days">Suspension days</h2>
    ${body(page)}
  </section>`
