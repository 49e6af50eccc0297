import type { ReactiveControllerHost } from 'lit'
import { forPaper } from './for-paper.ts'

const narrow = matchMedia('screen and (max-width: 759px)')

/**
 * How much of a page's long list is drawn: the first rows, all of them once somebody asks for them or the page goes
 * to paper. The page is drawn again where the screen becomes narrow or wide.
 */
export class LongList {
  private showsAll = false
  private readonly host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost) {
    this.host = host
    const redraw = () => host.requestUpdate()
    host.addController({
      hostConnected: () => narrow.addEventListener('change', redraw),
      hostDisconnected: () => narrow.removeEventListener('change', redraw),
    })
    forPaper(host, this.showAll)
  }

  get isNarrow(): boolean {
    return narrow.matches
  }

  /** Rows drawn at once: on a phone few, so that the charts are in reach. */
  get most(): number {
    if (this.showsAll) return Infinity
    return narrow.matches ? 10 : 60
  }

  readonly showAll = (): void => {
    this.showsAll = true
    this.host.requestUpdate()
  }
}
