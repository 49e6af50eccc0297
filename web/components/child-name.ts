import { html, type TemplateResult } from 'lit'
import { initials } from '../format.ts'

/** A child's name that gives way to initials when the person at the screen asks for it. */
export function childName(name: string): TemplateResult {
  return html`<span class="child-name" data-initials=${initials(name)}
    ><span class="full">${name}</span></span
  >`
}

/** The name as plain text for a drawing's own words, or its initials where the person chose them. */
export const nameInWords = (name: string): string =>
  document.documentElement.dataset['names'] === 'initials' ? initials(name) : name

/** The name as a link to the child's page; the address holds the id alone. */
export function childLink(child: { id: string; name: string }): TemplateResult {
  return html`<a class="child-link" href="/child/${encodeURIComponent(child.id)}"
    >${childName(child.name)}</a
  >`
}
