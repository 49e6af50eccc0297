import { customElement } from 'lit/decorators.js'
import { LightElement } from '../components/element.ts'
import { pageHead } from '../components/page-head.ts'

@customElement('vs-school-page')
export class VsSchoolPage extends LightElement {
  protected override render() {
    return pageHead({ sentence: 'School' })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-school-page': VsSchoolPage
  }
}
