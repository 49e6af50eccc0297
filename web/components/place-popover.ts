const MARGIN = 8

/** For `@toggle` of a popover: puts it under its button, or above where there is no room, inside the window. */
export function placePopover(event: ToggleEvent, button: Element | null): void {
  const box = event.currentTarget as HTMLElement
  if (event.newState !== 'open' || !button) return
  const at = button.getBoundingClientRect()
  const { width, height } = box.getBoundingClientRect()
  const { clientWidth, clientHeight } = document.documentElement
  const left = Math.max(MARGIN, Math.min(at.left, clientWidth - width - MARGIN))
  const below = at.bottom + MARGIN
  const fits = below + height <= clientHeight - MARGIN
  const top = fits ? below : Math.max(MARGIN, at.top - MARGIN - height)
  box.style.setProperty('left', `${left + scrollX}px`)
  box.style.setProperty('top', `${top + scrollY}px`)
}
