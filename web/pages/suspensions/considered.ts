import { html, nothing, type TemplateResult } from 'lit'
import type { SuspensionsPage } from '../../api.ts'
import { childName } from '../../components/child-name.ts'
import { statusChips } from '../../components/status-chip.ts'
import { statusMark } from '../../components/status-mark.ts'
import { plainDay, yearGroupWord } from '../../format.ts'
import { instantOn } from '../before/words.ts'

type Considered = SuspensionsPage['considered'][number]

const readWords = ({ read, child }: Considered, on: string) => {
  if (read)
    return html`${statusMark('met', 16, '')} <span>Read by ${read.by}, ${instantOn(read.at, on)}</span>`
  return child.statuses.includes('cla')
    ? html`${statusMark('due', 16, '')} <span>The Virtual School has not read it yet</span>`
    : nothing
}

/** For whom a suspension is considered now: each leads to the page where it is decided. */
export function consideredNow({ considered, on }: SuspensionsPage): TemplateResult | typeof nothing {
  if (considered.length === 0) return nothing
  return html`<section class="card panel considered" aria-labelledby="considered-now">
    <h2 id="considered-now">Being considered now</h2>
    <ul class="lines">
      ${considered.map(
        (one) =>
          html`<li class="considered-row">
            <div>
              <p class="alert-who">
                <a class="child-link" href="/before-suspending/${one.child.id}"
                  >${childName(one.child.name)}</a
                >
                <span class="small quiet">${yearGroupWord(one.child.yearGroup)}</span>
                ${statusChips(one.child.statuses)}
              </p>
              <p class="small quiet">Since ${instantOn(one.openedAt, on)}, by ${one.openedBy}</p>
            </div>
            <p class="small considered-read">${readWords(one, on)}</p>
          </li>`,
      )}
    </ul>
  </section>`
}

/** Who stays in school: the way that is counted as a success. */
export function staysInSchool({ notSuspended }: SuspensionsPage): TemplateResult | typeof nothing {
  if (notSuspended.length === 0) return nothing
  return html`<section class="card panel" aria-labelledby="stays-in-school">
    <h2 id="stays-in-school">Considered, and in school</h2>
    <ul class="lines stays">
      ${notSuspended.map(
        ({ child, decidedAt, instead }) =>
          html`<li>
            ${statusMark('met', 16, '')}
            <p>
              <a class="strong" href="/child/${child.id}">${childName(child.name)}</a>
              <span class="small quiet">${plainDay(decidedAt.slice(0, 10))}</span>
              ${instead ? html`<br /><span class="small">Instead: <span class="free-text">${instead}</span></span>` : nothing}
            </p>
          </li>`,
      )}
    </ul>
  </section>`
}
