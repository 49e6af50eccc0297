import { html, nothing, type TemplateResult } from 'lit'
import { freeText } from './child-name.ts'
import { icon } from './icon.ts'
import { statusMark } from './status-mark.ts'

export interface RingPerson {
  /** `Joanna Mbeki`; null when only the role is known. */
  name: string | null
  /** `Barnet Virtual School`, `Foster carer`. */
  role: string
  phone: string | null
  /** Said in place of a number that nobody knows: `No number for Barnet Virtual School: add one`. */
  missing: string | null
  /** Opens the form for the missing number or person. */
  add?: () => void
  /** What was said, and when: a met or due line under the number. */
  note?: unknown
}

const dialled = (phone: string) => phone.replaceAll(/[^\d+]/g, '')

function way({ name, role, phone, missing, add }: RingPerson) {
  if (phone && dialled(phone).length > 4)
    return html`<a class="button button-small" href="tel:${dialled(phone)}"
      >${icon('phone', 16)} ${phone}<span class="hidden">, ${name ?? role}</span></a
    >`
  if (phone) return html`<p class="extension strong">${icon('phone', 16)} ${phone}</p>`
  const words = missing ?? `No number for ${name ?? role}: add one`
  return html`<p class="small quiet">
    ${add ? html`<button class="link" type="button" @click=${add}>${words}</button>` : words}
  </p>`
}

/**
 * Whom to ring about a child, in the order of ringing. A number nobody knows is said, never left blank.
 * `leftOut` says who is not to be contacted, and why.
 */
export function ringList(people: readonly RingPerson[], leftOut: readonly string[] = []): TemplateResult {
  return html`<ul class="ring-list card">
      ${people.map(
        (person) =>
          html`<li>
            <p class="strong">${person.name ? freeText(person.name) : person.role}</p>
            ${person.name ? html`<p class="small quiet">${person.role}</p>` : nothing} ${way(person)}
            ${person.note ?? nothing}
          </li>`,
      )}
    </ul>
    ${leftOut.map(
      (words) =>
        html`<p class="left-out small">
          ${statusMark('not-applicable', 16, '')} <b>Do not contact:</b> ${freeText(words)}
        </p>`,
    )}`
}
