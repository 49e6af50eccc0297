import { textWidth } from './text-width.ts'
import { escaped } from './xml-text.ts'

/** Where a picture is looked at. `auto` is light, or dark where the reader's device asks for it. */
export type ChartTheme = 'auto' | 'light' | 'dark' | 'print'

interface Colours {
  readonly ink: string
  readonly ink2: string
  readonly ours: string
  readonly context: string
  readonly edge: string
  readonly broken: string
  readonly due: string
  readonly met: string
}
type Role = keyof Colours

/** The product's colours on its cards; on paper the letters are black. */
const light: Colours = {
  ink: '#221c2e',
  ink2: '#514a5e',
  ours: '#4a3787',
  context: '#857d90',
  edge: '#857d90',
  broken: '#a12619',
  due: '#7e4e00',
  met: '#0c655c',
}
const dark: Colours = {
  ink: '#f1edf6',
  ink2: '#c5becf',
  ours: '#bba9f2',
  context: '#948ba1',
  edge: '#837b91',
  broken: '#ff9a86',
  due: '#f0b754',
  met: '#6ccdbf',
}
const print: Colours = { ...light, ink: '#000000', ink2: '#333333', edge: '#000000' }

const palette: Record<ChartTheme, Colours> = { auto: light, light, dark, print }

export const FONTS =
  "'Atkinson Hyperlegible Next', system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

/** Letters of a picture are never smaller. */
export const TEXT = 13
export const LINE = 18

const round = (value: number): string => String(Math.round(value * 100) / 100)

/** Parts of a picture in colours of the product: attributes for the light ones, a style only where dark is asked for. */
export function drawing(theme: ChartTheme) {
  const colours = palette[theme]
  const parts: string[] = []
  return {
    /** The left end of the letters is at `x`, their base line at `y`. */
    text(x: number, y: number, words: string, look: { role?: Role; isBold?: boolean; end?: 'right' } = {}) {
      const { role = 'ink', isBold = false, end } = look
      parts.push(
        `<text x="${round(x)}" y="${round(y)}" class="${role}" fill="${colours[role]}"${
          isBold ? ' font-weight="600"' : ''
        }${end ? ' text-anchor="end"' : ''}>${escaped(words)}</text>`,
      )
    },
    solid(x: number, y: number, width: number, height: number, role: Role) {
      parts.push(
        `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" class="${role}" fill="${colours[role]}"/>`,
      )
    },
    /** An outlined box; the line lies inside the box. */
    outlined(x: number, y: number, width: number, height: number, role: Role) {
      parts.push(
        `<rect x="${round(x + 0.75)}" y="${round(y + 0.75)}" width="${round(Math.max(0.5, width - 1.5))}" height="${round(height - 1.5)}" class="${role}-line" fill="none" stroke="${colours[role]}" stroke-width="1.5"/>`,
      )
    },
    /** A drawing of 16 by 16 with its left upper corner at the point; `fill` and `line` are paths. */
    shape(
      x: number,
      y: number,
      size: number,
      role: Role,
      paths: { fill?: string; line?: string; width?: number },
    ) {
      const { fill, line, width = 2 } = paths
      parts.push(
        `<g transform="translate(${round(x)} ${round(y)}) scale(${round(size / 16)})">${
          line
            ? `<path class="${role}-line" fill="none" stroke="${colours[role]}" stroke-width="${width}" d="${line}"/>`
            : ''
        }${fill ? `<path class="${role}" fill="${colours[role]}" fill-rule="evenodd" d="${fill}"/>` : ''}</g>`,
      )
    },
    /** The whole picture as a file of its own, with the font that is handed over as CSS. */
    file(
      size: { width: number; height: number },
      name: string,
      title: string,
      alt: string,
      font: string,
    ): string {
      const id = `chart-${name.replaceAll(/[^A-Za-z0-9-]/g, '-')}`
      const inTheDark =
        theme === 'auto'
          ? `@media (prefers-color-scheme: dark){${Object.entries(dark)
              .map(([role, colour]) => `.${role}{fill:${colour}}.${role}-line{stroke:${colour}}`)
              .join('')}}`
          : ''
      const css = font + inTheDark
      const style = css === '' ? '' : `<style>${css}</style>`
      const [width, height] = [Math.ceil(size.width), Math.ceil(size.height)]
      return (
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
        `role="img" aria-labelledby="${id}-title ${id}-alt" font-family="${FONTS}" font-size="${TEXT}">` +
        `<title id="${id}-title">${escaped(title)}</title><desc id="${id}-alt">${escaped(alt)}</desc>` +
        `${style}${parts.join('')}</svg>`
      )
    },
  }
}

export type Drawing = ReturnType<typeof drawing>

/** The widest of the texts, in pixels, at the size of a picture's letters. */
export const widest = (texts: readonly string[]): number =>
  Math.max(0, ...texts.map((text) => textWidth(text, TEXT)))
