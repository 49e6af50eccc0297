/** Reads colours and the family of letters from the stylesheet, so that a canvas looks like the page around it. */
export function tokensOf(element: Element) {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    ours: token('c1'),
    context: token('c-context'),
    card: token('card'),
    ink: token('ink'),
    ink2: token('ink2'),
    line: token('line'),
    family: style.fontFamily,
  }
}

export type Tokens = ReturnType<typeof tokensOf>

/** Calls back when the theme changes: by the device, by the person's own choice, or for paper. Returns the way to stop. */
export function onThemeChange(changed: () => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', 'print'].map((query) => matchMedia(query))
  const observer = new MutationObserver(changed)
  for (const query of queries) query.addEventListener('change', changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => {
    for (const query of queries) query.removeEventListener('change', changed)
    observer.disconnect()
  }
}
