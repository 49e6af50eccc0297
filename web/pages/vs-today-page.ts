import { customElement } from 'lit/decorators.js'
import { LightElement } from '../components/element.ts'
import { pageHead } from '../components/page-head.ts'

@customElement('vs-today-page')
export class VsTodayPage extends LightElement {
  protected override render() {
    return pageHead({ sentence: 'Today' })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-today-page': VsTodayPage
  }
}
