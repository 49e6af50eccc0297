import { customElement } from 'lit/decorators.js'
import { LightElement } from '../components/element.ts'
import { pageHead } from '../components/page-head.ts'

@customElement('vs-cohort-page')
export class VsCohortPage extends LightElement {
  protected override render() {
    return pageHead({ sentence: 'Cohort' })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-cohort-page': VsCohortPage
  }
}
