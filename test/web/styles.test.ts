import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const folder = new URL('../../web/styles/', import.meta.url)
const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8')
const tokens = textOf('tokens.css')
const [light = '', byDevice = '', byChoice = ''] = tokens.split(/:root(?:[^{]*)\{/).slice(1)

const colours = (block: string) =>
  Object.fromEntries(
    [...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  )

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((one, other) => other - one)
  return (high + 0.05) / (low + 0.05)
}

/** Text, and the grounds it stands on. */
const TEXT: Readonly<Record<string, readonly string[]>> = {
  ink: ['paper', 'card', 'sunk', 'accent-wash', 'due-wash', 'broken-wash'],
  ink2: ['paper', 'card', 'sunk'],
  ink3: ['paper', 'card', 'sunk'],
  accent: ['paper', 'card'],
  'accent-deep': ['accent-wash'],
  'on-accent': ['accent'],
  broken: ['paper', 'card', 'broken-wash'],
  due: ['paper', 'card', 'due-wash'],
  met: ['paper', 'card', 'met-wash'],
  unknown: ['paper', 'card', 'unknown-wash'],
}
/** Borders of controls, and marks that carry a meaning. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  edge: ['paper', 'card', 'sunk'],
  c1: ['card'],
  'c-context': ['card'],
}

describe('colours', () => {
  it('are the same whether the device or the person asks for dark', () => {
    expect(colours(byDevice)).toEqual(colours(byChoice))
    expect(Object.keys(colours(byChoice))).toEqual(Object.keys(colours(light)))
  })

  for (const [theme, block] of Object.entries({ light, dark: byChoice })) {
    const named = colours(block)
    const pairs = (all: typeof TEXT) =>
      Object.entries(all).flatMap(([front, grounds]) =>
        grounds.map((ground) => [`${front} on ${ground}`, contrast(named[front] ?? '', named[ground] ?? '')]),
      )

    it(`leave text readable in ${theme}: at least 4.5 to 1`, () => {
      expect(pairs(TEXT).filter(([, ratio]) => !(Number(ratio) >= 4.5))).toEqual([])
    })

    it(`leave shapes and borders seen in ${theme}: at least 3 to 1`, () => {
      expect(pairs(SHAPES).filter(([, ratio]) => !(Number(ratio) >= 3))).toEqual([])
    })
  }

  it('are named once: no stylesheet but the tokens and the one for paper writes a colour', () => {
    const others = readdirSync(folder).filter((file) => !['tokens.css', 'print.css'].includes(file))
    const coloured = others.filter((file) => /#[0-9a-f]{3,8}\b/i.test(textOf(file).replaceAll('#fff;', '')))
    expect(coloured).toEqual([])
  })

  it('are all known: no stylesheet asks for a token that does not exist', () => {
    const known = new Set([...tokens.matchAll(/--([a-z0-9-]+):/g)].map(([, name]) => name))
    const asked = readdirSync(folder).flatMap((file) =>
      [...textOf(file).matchAll(/var\(--([a-z0-9-]+)/g)].map(([, name]) => `${file}: ${name}`),
    )
    expect(asked.filter((one) => !known.has(one.split(': ')[1]))).toEqual([])
  })
})
