import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { emptyState } from '../components/empty-state.ts'
import { LightElement } from '../components/element.ts'
import { pageHead } from '../components/page-head.ts'

/** A governor’s page. It asks the server nothing, and nothing of a child is in it. */
@customElement('vs-report-page')
export class VsReportPage extends LightElement {
  protected override render(): TemplateResult {
    return html`${pageHead({
        sentence: 'No report has been published to governors yet.',
        lead: 'When one is, it stands here: for the whole board, the same for each governor, and without a child’s name.',
      })}
      <div class="stack report-page">
        ${emptyState({
          title: 'Who writes it, and when',
          text: 'The designated teacher writes it and the headteacher signs it. Governing boards receive one at least once a year. The clerk can tell you for which meeting it is planned.',
          isPage: true,
        })}
        <section class="card panel" aria-labelledby="report-why">
          <h2 id="report-why">Why there are no figures here now</h2>
          <p>
            In one school the children it is about are few. A number that changes from week to week can give
            away who a child is, so governors read one settled report of a whole year and never today’s
            figures.
          </p>
        </section>
        <section class="card panel" aria-labelledby="report-ask">
          <h2 id="report-ask">Until then, a board can ask</h2>
          <ul class="report-questions">
            <li>Who is our designated teacher, and do they have the time and the training for it?</li>
            <li>Does every looked-after child have a plan for their education this term?</li>
            <li>Whom do we ring before a child with a social worker is suspended?</li>
            <li>How do we spend the pupil premium plus, and who decides on it with us?</li>
          </ul>
        </section>
        <ul class="report-links">
          <li>
            <a href="/rules">The rules in plain words</a>
            <span class="quiet">What the school and the authority must do, and where that is written.</span>
          </li>
          <li>
            <a href="/access">Who sees what</a>
            <span class="quiet"
              >Which role reads and changes which data. Governors open no child’s page.</span
            >
          </li>
        </ul>
      </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-report-page': VsReportPage
  }
}
