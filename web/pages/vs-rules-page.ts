import { customElement } from 'lit/decorators.js'
import { LightElement } from '../components/element.ts'
import { pageHead } from '../components/page-head.ts'

@customElement('vs-rules-page')
export class VsRulesPage extends LightElement {
  protected override render() {
    return pageHead({ sentence: 'Rules' })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-rules-page': VsRulesPage
  }
}
