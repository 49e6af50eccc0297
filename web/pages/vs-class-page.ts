import { html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { api, type ClassCards } from '../api.ts'
import { emptyState } from '../components/empty-state.ts'
import { pageHead } from '../components/page-head.ts'
import { countInWords, dayWithYear } from '../format.ts'
import { DataPage } from './data-page.ts'
import { classCard } from './class/class-card.ts'
import '../styles/class.css'

/** A need-to-know card of each child that the person teaches. */
@customElement('vs-class-page')
export class VsClassPage extends DataPage<ClassCards> {
  protected load() {
    return api.classCards()
  }

  protected draw(data: ClassCards): TemplateResult {
    const { cards, post, on } = data
    const lead = html`What was agreed with them, for everybody who teaches
    them.${post.endsOn ? html` Your list ends on ${dayWithYear(post.endsOn, on)}.` : ''}`
    if (cards.length === 0)
      return html`${pageHead({ sentence: 'There is nobody on your list.', lead: 'Here stands what helps each child you teach, once they are on it.' })}
      ${emptyState({
        title: 'Ask the headteacher to put the children you teach on your list.',
        text: 'Only they can. It does not mean that nothing is agreed for a child in your class.',
        isPage: true,
      })}`
    return html`${pageHead({
        sentence: `What helps the ${cards.length === 1 ? 'child' : countInWords(cards.length, 'child', 'children')} on your list${post.label ? `, ${post.label}` : ''}`,
        lead,
        actions: html`<button class="button" type="button" @click=${() => print()}>
          Print, two a page
        </button>`,
      })}
      <div class="class-cards">${cards.map((card, index) => classCard(card, index, data))}</div>
      <p class="caption class-end">
        Keep a printed card where only those who teach the child see it, and shred it when the list changes.
      </p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-class-page': VsClassPage
  }
}
