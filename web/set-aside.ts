/**
 * Takes everything out of the document and keeps it in memory: what was half typed stays in its boxes, and nothing
 * of it can be seen, searched or copied. Answers how to bring it back, with the focus and the place on the page.
 */
export function setAside(): () => void {
  const focused = document.activeElement
  const { title } = document
  const scroll = scrollY
  const dialogs = [...document.querySelectorAll<HTMLDialogElement>('dialog[open]')]
  const kept = document.createDocumentFragment()
  kept.append(...document.body.childNodes)
  return () => {
    document.body.replaceChildren(kept)
    document.title = title
    // Taken out of the document, a dialog is no longer modal though its attribute says that it is open.
    for (const dialog of dialogs) {
      dialog.removeAttribute('open')
      dialog.showModal()
    }
    scrollTo(0, scroll)
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  }
}
