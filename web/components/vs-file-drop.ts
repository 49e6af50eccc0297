import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { LightElement, freshId } from './element.ts'

/** Where files are dropped or chosen, several at once or a whole folder. Tells `files` {files: File[]}. */
@customElement('vs-file-drop')
export class VsFileDrop extends LightElement {
  @property() label = 'Drop the files of your school here'
  @property() hint = ''
  @state() private over = false
  private readonly inputId = freshId('files')

  protected override render() {
    return html`<div
      class="drop ${this.over ? 'drop-over' : ''}"
      @dragover=${(event: DragEvent) => this.hover(event, true)}
      @dragleave=${(event: DragEvent) => this.hover(event, false)}
      @drop=${(event: DragEvent) => void this.dropped(event)}
    >
      <p class="strong" id="${this.inputId}-label">${this.label}</p>
      <p class="hint">${this.hint}</p>
      <p class="row">${this.input('Choose files', false)} ${this.input('Choose a folder', true)}</p>
    </div>`
  }

  private input(words: string, folder: boolean) {
    const id = `${this.inputId}${folder ? '-folder' : ''}`
    return html`<span class="drop-choice"
      ><label class="button" for=${id}>${words}</label
      ><input
        class="hidden"
        id=${id}
        type="file"
        multiple
        ?webkitdirectory=${folder}
        aria-describedby="${this.inputId}-label"
        @change=${(event: Event) => this.chosen(event)}
    /></span>`
  }

  private hover(event: DragEvent, over: boolean) {
    event.preventDefault()
    this.over = over
  }

  private async dropped(event: DragEvent) {
    event.preventDefault()
    this.over = false
    const entries = [...(event.dataTransfer?.items ?? [])].map((item) => item.webkitGetAsEntry())
    const files = (await Promise.all(entries.map(filesOf))).flat()
    if (files.length > 0) this.tell('files', { files })
  }

  private chosen(event: Event) {
    const input = event.target as HTMLInputElement
    const files = [...(input.files ?? [])]
    input.value = ''
    if (files.length > 0) this.tell('files', { files })
  }
}

/** The files of a dropped file or folder, however deep. */
async function filesOf(entry: FileSystemEntry | null): Promise<File[]> {
  if (!entry) return []
  if (entry.isFile)
    return [await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail))]
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: File[] = []
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail))
    if (batch.length === 0) return found
    found.push(...(await Promise.all(batch.map(filesOf))).flat())
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-file-drop': VsFileDrop
  }
}
