import { customElement } from 'lit/decorators.js'
import { LightElement } from '../components/element.ts'
import { pageHead } from '../components/page-head.ts'

@customElement('vs-child-page')
export class VsChildPage extends LightElement {
  protected override render() {
    return pageHead({ sentence: 'Child' })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-child-page': VsChildPage
  }
}
