import type { VsDialog } from './vs-dialog.ts'
import './vs-dialog.ts'

/** Opens a dialog over the page, whose content may close it; it goes when it is left. */
export function openDialog(heading: unknown, content: (close: () => void) => unknown): VsDialog {
  const dialog: VsDialog = document.createElement('vs-dialog')
  const close = () => {
    dialog.open = false
    void dialog.updateComplete.then(() => dialog.remove())
  }
  dialog.heading = heading
  dialog.content = content(close)
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.open = true
  return dialog
}
