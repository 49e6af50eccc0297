import { html, nothing, type TemplateResult } from 'lit'
import type { Today } from '../../api.ts'
import { childLink, childName } from '../../components/child-name.ts'
import { alertGroup } from '../../components/group-head.ts'
import { statusMark } from '../../components/status-mark.ts'

type Unknown = Today['unknown'][number]

/** Each child once, with every reason that stands beside the name. */
export function reasonsByChild({ reasons }: Pick<Unknown, 'reasons'>) {
  const byChild = new Map<string, { child: { id: string; name: string }; messages: string[] }>()
  for (const { message, children } of reasons)
    for (const child of children) {
      const own = byChild.get(child.id) ?? { child, messages: [] }
      own.messages.push(message)
      byChild.set(child.id, own)
    }
  return [...byChild.values()].toSorted((a, b) => a.child.name.localeCompare(b.child.name, 'en-GB'))
}

const names = (children: readonly { id: string; name: string }[]) =>
  children.map((child, at) => html`${at > 0 ? ', ' : ''}${childLink(child)}`)

function card(unknown: Unknown): TemplateResult {
  const { title, ask, reasons } = unknown
  const [only] = reasons
  const children = reasonsByChild(unknown)
  return html`<article class="alert alert-several">
    <h3 class="alert-title">${statusMark('no-data')} <span>${title}</span></h3>
    ${reasons.length === 1 && only ? html`<p class="alert-evidence">${only.message}</p>` : nothing}
    <p class="alert-evidence">${ask}</p>
    ${
      reasons.length === 1
        ? html`<p class="duty-line">${names(children.map(({ child }) => child))}</p>`
        : html`<p class="duty-line">${names(children.map(({ child }) => child))}</p>
            <details class="unknown-why">
              <summary>Why for each</summary>
              <ul>
                ${children.map(
                  ({ child, messages }) =>
                    html`<li>
                      <b>${childName(child.name)}</b> ${messages.map((text) => html`<p>${text}</p>`)}
                    </li>`,
                )}
              </ul>
            </details>`
    }
  </article>`
}

/** What nobody has told us, by rule: quiet, last, and never counted as met. */
export function notKnown({ unknown, counts }: Today): TemplateResult | typeof nothing {
  if (unknown.length === 0) return nothing
  return alertGroup(
    {
      id: 'group-not-known',
      count: counts.noData + counts.error,
      status: 'no-data',
      word: 'Not known',
      say: 'Nobody has told us, so none of these counts as met.',
    },
    unknown.map(card),
  )
}
