import { describe, expect, it } from 'vitest'
import { drawChart, type ChartTheme } from '../../../../server/report/charts/draw-chart.ts'
import { textWidth } from '../../../../server/report/charts/text-width.ts'
import type { ReportChart } from '../../../../server/report/shapes.ts'
import { aDaysChart, aMarksChart, aRatesChart } from '../../../support/a-report-document.ts'

type Bars = Extract<ReportChart, { kind: 'bars' }>

const widths = [240, 328, 438, 640]
const hostile: Bars = {
  name: 'no "place" #1',
  kind: 'bars',
  title: '</title><script>alert(1)</script> &amp; \u0000\uD800',
  alt: '"><image href="https://example.org/x.png"/>',
  unit: 'children',
  rows: [
    { label: `</svg>${'w'.repeat(300)} ילד 🙂`, from: 0, to: 0, isOurs: true },
    { label: '', from: 1, to: 1, isOurs: false },
  ],
  note: '',
}
const many: ReportChart = {
  ...aMarksChart,
  rows: [
    {
      label: 'All terms of all the years that anybody here remembers, taken together',
      marks: [
        { what: 'broken', word: 'not in the term', count: 61 },
        { what: 'met', word: 'completed', count: 180 },
      ],
    },
    { label: 'A term without a plan', marks: [] },
  ],
}
const charts: [string, ReportChart][] = [
  ['marks', aMarksChart],
  ['rates', aRatesChart],
  ['school days', aDaysChart],
  ['hostile words', hostile],
  ['many marks', many],
  ['no rows', { ...aRatesChart, rows: [] }],
]

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

const attribute = (tag: string, name: string): number =>
  Number(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1])
const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** What is drawn, as boxes; a text takes the room that it takes at most. */
const boxesOf = (svg: string): { texts: Box[]; shapes: Box[]; bars: Box[] } => {
  const box = (left: number, top: number, width: number, height: number): Box => ({
    left,
    top,
    right: left + width,
    bottom: top + height,
  })
  return {
    texts: [...svg.matchAll(/(<text [^>]*)>([^<]*)</g)].map(([, tag = '', words = '']) =>
      box(attribute(tag, 'x'), attribute(tag, 'y') - 11, textWidth(unescaped(words), 13), 14),
    ),
    shapes: [...svg.matchAll(/translate\(([\d.]+) ([\d.]+)\)/g)].map(([, x, y]) =>
      box(Number(x), Number(y), 16, 16),
    ),
    bars: [...svg.matchAll(/<rect [^>]*/g)].map(([tag]) =>
      box(attribute(tag, 'x'), attribute(tag, 'y'), attribute(tag, 'width'), attribute(tag, 'height')),
    ),
  }
}
const overlap = (a: Box, b: Box) =>
  a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5
const sizeOf = (svg: string): [number, number] => {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
  return [Number(width), Number(height)]
}

describe('a picture of the report', () => {
  for (const [name, chart] of charts)
    for (const width of widths) {
      it(`keeps all of it inside, ${width} pixels wide: ${name}`, () => {
        const svg = drawChart(chart, width)
        const [wide, high] = sizeOf(svg)
        expect(wide).toBe(width)
        const { texts, shapes, bars } = boxesOf(svg)
        for (const box of [...texts, ...shapes, ...bars]) {
          expect(box.left).toBeGreaterThanOrEqual(0)
          expect(box.top).toBeGreaterThanOrEqual(-3)
          expect(box.right).toBeLessThanOrEqual(wide + 0.5)
          expect(box.bottom).toBeLessThanOrEqual(high + 0.5)
        }
      })

      it(`draws nothing over anything else, ${width} pixels wide: ${name}`, () => {
        const { texts, shapes, bars } = boxesOf(drawChart(chart, width))
        const drawn = [...texts, ...shapes, ...bars.filter(({ right, left }) => right - left > 2)]
        const clashes = drawn.flatMap((a, at) => drawn.slice(at + 1).filter((b) => overlap(a, b)))
        expect(clashes).toEqual([])
      })
    }

  it('has one mark for each plan and one of each shape in its key', () => {
    const svg = drawChart(aMarksChart, 640)
    expect(boxesOf(svg).shapes).toHaveLength(7 + 36 + 9 + 9 + 3)
    expect(svg.match(/class="broken"/g)).toHaveLength(7 + 1)
    expect(svg.match(/class="due"/g)).toHaveLength(9 + 1)
    expect(svg.match(/class="met-line"/g)).toHaveLength(36 + 9 + 1)
  })

  it('says the counts of a row in words, none as none', () => {
    expect(drawChart(aMarksChart)).toContain('>7 not in the term, 36 completed<')
    expect(drawChart(many)).toContain('>None<')
  })

  it('says numbers with their unit, half days as school days and a range with both ends', () => {
    const days = drawChart(aDaysChart)
    expect(days).toContain('>46.5 school days<')
    expect(days).toContain('>30 to 41.5 school days<')
    expect(drawChart(aRatesChart)).toContain('>12.4\u00A0%<')
  })

  it('draws what is certain solid and what is not outlined', () => {
    const svg = drawChart(aDaysChart, 640)
    expect(svg.match(/class="ours"/g)).toHaveLength(3)
    expect(svg.match(/class="ours-line"/g)).toHaveLength(2)
    const [solid, rest] = boxesOf(svg)
      .bars.filter(({ top }) => top > 20 && top < 40)
      .slice(1)
    expect(rest?.left).toBeCloseTo((solid?.right ?? 0) + 0.75, 1)
  })

  it('draws no bar for nothing', () => {
    const svg = drawChart({ ...aDaysChart, rows: [{ label: 'Nobody', from: 0, to: 0, isOurs: true }] })
    expect(svg).not.toContain('class="ours"')
    expect(svg).toContain('>0 school days<')
  })

  it('draws bars in proportion', () => {
    const bars = boxesOf(drawChart(aRatesChart, 640)).bars.filter(({ right, left }) => right - left > 2)
    const [ours = 0, , everybody = 0] = bars.map(({ right, left }) => right - left)
    expect(everybody / ours).toBeCloseTo(8 / 11, 2)
  })

  it('tells its title and what it shows to who cannot see it', () => {
    const svg = drawChart(aRatesChart)
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="chart-attendance-title chart-attendance-alt"/)
    expect(svg).toContain(`<title id="chart-attendance-title">${aRatesChart.title}</title>`)
    expect(svg).toContain(`<desc id="chart-attendance-alt">${aRatesChart.alt}</desc>`)
  })

  it('is in the font that it is handed, and in the light asks for nothing more', () => {
    const face = '@font-face{font-family:x;src:url(data:font/woff2;base64,AAAA)}'
    expect(drawChart(aRatesChart, 640, 'light', face)).toContain(`<style>${face}</style>`)
    expect(drawChart(aRatesChart, 640, 'light')).not.toContain('<style>')
    expect(drawChart(aRatesChart, 640, 'auto', face)).toContain(`<style>${face}@media (prefers-color-scheme`)
  })

  it('takes words for words, whatever they hold', () => {
    const svg = drawChart(hostile)
    expect(svg).not.toMatch(/<script|<image|href="|(?!\n)\p{Cc}|\p{Surrogate}/u)
    expect(svg.match(/<\/svg>/g)).toHaveLength(1)
    expect(
      unescaped(svg)
        .replaceAll(/<[^>]*>/g, '')
        .match(/w/g)?.length,
    ).toBeGreaterThanOrEqual(300)
  })

  it('asks for nothing from elsewhere and runs nothing', () => {
    for (const [, chart] of charts.slice(0, 3))
      expect(drawChart(chart).replace('http://www.w3.org/2000/svg', '')).not.toMatch(
        /https?:|url\(|@import|<script|\son\w+=|xlink/,
      )
  })

  it('is the same each time', () => {
    expect(drawChart(aMarksChart, 328)).toBe(drawChart(aMarksChart, 328))
  })

  it('follows the device unless a theme is asked for', () => {
    expect(drawChart(aRatesChart)).toContain('@media (prefers-color-scheme: dark)')
    const fills = (theme: ChartTheme) => {
      const svg = drawChart(aRatesChart, 640, theme)
      expect(svg).not.toContain('<style')
      return svg.includes('#4a3787') ? 'damson' : svg.includes('#bba9f2') ? 'light damson' : 'other'
    }
    expect([fills('light'), fills('dark'), fills('print')]).toEqual(['damson', 'light damson', 'damson'])
  })

  it('has black letters on paper, and no letter under 13 pixels', () => {
    const svg = drawChart(aMarksChart, 438, 'print')
    expect(svg).toContain('fill="#000000"')
    expect([...svg.matchAll(/font-size="(\d+)"/g)].map(([, size]) => size)).toEqual(['13'])
  })
})
