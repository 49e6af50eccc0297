import { html, type TemplateResult } from 'lit'
import { AsyncDirective } from 'lit/async-directive.js'
import { directive } from 'lit/directive.js'
import { initials } from '../format.ts'
import { NAMES_CHANGED } from './preferences.ts'

/** A child's name that gives way to initials, or to nothing, when the person at the screen asks for it. */
export function childName(name: string): TemplateResult {
  return html`<span class="child-name" data-initials=${initials(name)}
    ><span class="full">${name}</span></span
  >`
}

/** The name as plain text for a drawing's own words: its initials, or that it is hidden, where the person chose so. */
export function nameNow(name: string): string {
  const shown = document.documentElement.dataset['names']
  if (shown === 'hidden') return 'Name hidden'
  return shown === 'initials' ? initials(name) : name
}

class NameInWords extends AsyncDirective {
  private name = ''
  private after = ''
  private readonly onChange = () => this.setValue(this.text())

  override render(name: string, after = '') {
    this.name = name
    this.after = after
    if (this.isConnected) this.listen()
    return this.text()
  }

  protected override disconnected() {
    document.removeEventListener(NAMES_CHANGED, this.onChange)
  }

  protected override reconnected() {
    this.listen()
    this.onChange()
  }

  private listen() {
    document.addEventListener(NAMES_CHANGED, this.onChange)
  }

  private text() {
    return nameNow(this.name) + this.after
  }
}

/** The name, and what follows it, as text that changes at once with the chosen form: for titles and labels. */
export const nameInWords = directive(NameInWords)

/** The name as a link to the child's page; the address holds the id alone. */
export function childLink(child: { id: string; name: string }): TemplateResult {
  return html`<a class="child-link" href="/child/${encodeURIComponent(child.id)}"
    >${childName(child.name)}</a
  >`
}

/** What somebody wrote freely: it may hold a name, and goes with the names when they are hidden. */
export const freeText = (text: unknown): TemplateResult => html`<span class="free-text">${text}</span>`
