import { customElement } from 'lit/decorators.js'
import { LightElement } from '../components/element.ts'
import { pageHead } from '../components/page-head.ts'

@customElement('vs-import-page')
export class VsImportPage extends LightElement {
  protected override render() {
    return pageHead({ sentence: 'Import' })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-import-page': VsImportPage
  }
}
