import { html, type TemplateResult } from 'lit'

/** Clear modules that a reader wants around the code (ISO/IEC 18004). */
const QUIET = 4

/** The dark modules of rows of 0 and 1 as one path: a bar for each run. */
export function qrPath(rows: readonly string[]): string {
  return rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(
        ({ 0: run, index }) => `M${index + QUIET} ${y + QUIET}h${run.length}v1h-${run.length}z`,
      ),
    )
    .join('')
}

/** A QR code, dark on white in both themes: readers expect it so. */
export function qrCode(rows: readonly string[], label: string): TemplateResult {
  const size = rows.length + 2 * QUIET
  return html`<svg
    class="qr"
    viewBox="0 0 ${size} ${size}"
    role="img"
    aria-label=${label}
    shape-rendering="crispEdges"
  >
    <rect class="qr-ground" width=${size} height=${size} />
    <path class="qr-dark" d=${qrPath(rows)} />
  </svg>`
}

/** A secret in groups of four, to be typed from the screen. */
export const inGroups = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ')
