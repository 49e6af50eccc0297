import type { ReactiveControllerHost } from 'lit'

/**
 * Draws an element as paper wants it, before the browser prints, and as it was when `after` says how; for as long as
 * the element stands on the page.
 */
export function forPaper(
  host: ReactiveControllerHost,
  before: () => void,
  after: () => void = () => undefined,
): void {
  host.addController({
    hostConnected: () => {
      addEventListener('beforeprint', before)
      addEventListener('afterprint', after)
    },
    hostDisconnected: () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    },
  })
}
