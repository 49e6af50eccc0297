import { html, svg, type TemplateResult } from 'lit'

const DRAWINGS = {
  search: svg`<circle cx="10" cy="10" r="6.2" /><path d="M14.8 14.8 20 20" />`,
  phone: svg`<path fill="currentColor" stroke="none" d="M6.6 3.2 9.3 2.7a1 1 0 0 1 1.1.6l1.3 3.3a1 1 0 0 1-.3 1.1L9.6 9.2a12 12 0 0 0 5.2 5.2l1.5-1.8a1 1 0 0 1 1.1-.3l3.3 1.3a1 1 0 0 1 .6 1.1l-.5 2.7a2.4 2.4 0 0 1-2.5 2A15.6 15.6 0 0 1 4.6 5.7a2.4 2.4 0 0 1 2-2.5z" />`,
  calendar: svg`<rect x="3.5" y="5" width="17" height="15.5" rx="2.5" /><path d="M3.5 10h17M8 2.8v4M16 2.8v4" />`,
  down: svg`<path d="m5.5 9 6.5 6.5L18.5 9" />`,
  days: svg`<path stroke-width="2.6" d="M3.5 20v-3.5M7.8 20v-6M12 20V4M16.2 20v-6M20.5 20v-3.5" />`,
  rows: svg`<path d="M4 5.5h16M4 12h16M4 18.5h16" />`,
  into: svg`<path d="M12 3.5v11M7.5 10.5 12 15l4.5-4.5M4.5 20h15" />`,
  pause: svg`<path stroke-width="3.4" d="M8.5 5.5v13M15.5 5.5v13" />`,
  tray: svg`<path d="M4 13.5 6.6 5h10.8L20 13.5V19H4zM4 13.5h4.4a3.6 3.6 0 0 0 7.2 0H20" />`,
  more: svg`<path stroke-width="3" d="M5 12h.01M12 12h.01M19 12h.01" />`,
  close: svg`<path d="m6 6 12 12M18 6 6 18" />`,
} satisfies Record<string, TemplateResult<2>>

export type IconName = keyof typeof DRAWINGS

/** A small drawing beside a word; it says nothing that the word does not. */
export function icon(name: IconName, size = 18): TemplateResult {
  return html`<span class="icon"
    ><svg viewBox="0 0 24 24" width=${size} height=${size} aria-hidden="true">${DRAWINGS[name]}</svg></span
  >`
}
