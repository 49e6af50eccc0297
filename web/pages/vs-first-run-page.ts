import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { whoIsIn } from '../session.ts'
import { LightElement } from '../components/element.ts'
import { emptyState } from '../components/empty-state.ts'
import { pageHead } from '../components/page-head.ts'

/** What stands in for every page while no school is known: who set this up said that its files name it. */
@customElement('vs-first-run-page')
export class VsFirstRunPage extends LightElement {
  protected override render() {
    const mayImport = whoIsIn()?.pages.includes('import') ?? false
    return html`${pageHead({ sentence: 'No school is known here yet.' })}
    ${emptyState({
      title: 'The folder of your files says which it is',
      text: mayImport
        ? 'Bring in the whole folder with its school.json: name, number, authority and phase come from it.'
        : 'Whoever brings in the school’s files does that with the whole folder and its school.json.',
      isPage: true,
      actions: mayImport
        ? html`<a class="button button-solid" href="/import">Bring files in</a>`
        : html`<a class="button" href="/account">My account</a>`,
    })}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-first-run-page': VsFirstRunPage
  }
}
