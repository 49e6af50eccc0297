import { html, nothing, type TemplateResult } from 'lit'
import type { BeforePage, ConsiderationView } from '../../api.ts'
import { childName, freeText } from '../../components/child-name.ts'
import { statusMark } from '../../components/status-mark.ts'
import { forenameOf, minuteWords, virtualSchoolOf } from './words.ts'

const decidedLine = ({ decidedAt, decidedBy }: ConsiderationView, today: string) =>
  decidedAt ? `Decided ${minuteWords(decidedAt, today)}${decidedBy ? ` by ${decidedBy}` : ''}.` : ''

/** That it was decided before somebody was asked, and why; nothing where everybody was. */
const beforeContact = ({ withoutContact }: ConsiderationView) =>
  withoutContact === null
    ? nothing
    : html`<p class="asked-first asked-late">
        ${statusMark('breach', 16, '')}
        <span>Decided before contact, because: ${freeText(withoutContact)}</span>
      </p>`

/** What stands in place of the page once it is decided: what was, and what comes next. */
export function after(
  page: BeforePage,
  decided: ConsiderationView,
  { record, again }: { record: (() => void) | null; again: (() => void) | null },
): TemplateResult {
  const { child, today } = page
  const forename = childName(forenameOf(child.name))
  const school = virtualSchoolOf(page)
  const childLink = html`<a href="/child/${child.id}">To ${forename}’s page</a>`
  const consider = again
    ? html`<button class="link" type="button" @click=${again}>Consider it anew</button>`
    : nothing
  if (decided.state === 'suspended')
    return html`<section class="card panel after" role="status">
      <h2>${decided.kind === 'permanent' ? 'The exclusion is recorded.' : 'The suspension is recorded.'}</h2>
      ${beforeContact(decided)}
      <p>
        ${decidedLine(decided, today)} Parents are told without delay; the next page has every task and
        letter.
      </p>
      <div class="form-actions">
        <a class="button button-solid" href="/suspensions/${decided.suspensionId ?? ''}">Whom to tell now</a>
        ${childLink}
      </div>
    </section>`
  if (decided.state === 'withdrawn')
    return html`<section class="card panel after" role="status">
      <h2>It is closed as opened by mistake.</h2>
      <p>It is counted nowhere.${school ? ` ${school} no longer sees it as open.` : ''}</p>
      <div class="form-actions">${childLink} ${consider}</div>
    </section>`
  return html`<section class="card panel after after-stays" role="status">
    <h2>
      ${statusMark('met', 22, '')}
      <span>${decided.kind === 'permanent' ? 'An exclusion' : 'A suspension'} that was not needed.</span>
    </h2>
    <p>${decidedLine(decided, today)}</p>
    ${decided.instead ? html`<p><b>Instead:</b> ${freeText(decided.instead)}</p>` : nothing}
    <p class="quiet">
      ${school ? `${school} sees the outcome in its inbox. ` : ''}Tell those you have asked, and record what
      is begun, so that it is looked at again.
    </p>
    <div class="form-actions">
      ${
        record
          ? html`<button class="button button-solid" type="button" @click=${record}>
              Record what is begun
            </button>`
          : nothing
      }
      ${childLink} ${consider}
    </div>
  </section>`
}
