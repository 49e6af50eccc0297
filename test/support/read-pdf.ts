import { inflateSync } from 'node:zlib'

/** One element of a PDF's structure tree. */
export interface PdfElement {
  readonly role: string
  readonly source: string
  readonly children: readonly PdfElement[]
  /** The words inside it and its children. */
  readonly text: string
}

export interface PdfRead {
  readonly pages: number
  readonly language: string | null
  readonly title: string | null
  readonly author: string | null
  /** Titles of the bookmarks, in order. */
  readonly bookmarks: readonly string[]
  readonly tree: PdfElement
  /** All words of all pages, those of the foot of the page too. */
  readonly text: string
  /** True for every reference that leads to an object. */
  readonly isWhole: boolean
}

const bytesOf = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1')

/** A string of a PDF: in brackets or as hexadecimal digits, UTF-16 where it says so. */
function stringOf(written: string): string {
  const raw = written.startsWith('<')
    ? Buffer.from(written.slice(1, -1).replaceAll(/\s/g, ''), 'hex').toString('latin1')
    : written
        .slice(1, -1)
        .replaceAll(/\\([0-7]{1,3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)))
        .replaceAll(
          /\\([nrtbf])/g,
          (_, sign: 'n' | 'r' | 't' | 'b' | 'f') => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[sign],
        )
        .replaceAll(/\\([\s\S])/g, '$1')
  if (!raw.startsWith('\u00FE\u00FF')) return raw
  let text = ''
  for (let at = 2; at + 1 < raw.length; at += 2)
    text += String.fromCharCode(raw.charCodeAt(at) * 256 + raw.charCodeAt(at + 1))
  return text
}

const inside = (nested: string) => String.raw`(?:[^()\\]|\\[\s\S]${nested})*`
const nested = (depth: number): string => (depth === 0 ? '' : String.raw`|\(${inside(nested(depth - 1))}\)`)
const STRING = String.raw`(\(${inside(nested(4))}\)|<[0-9A-Fa-f\s]*>)`

/** Reads what a test asks of a PDF whose objects are written out, as Typst writes them. */
export function readPdf(pdf: Uint8Array): PdfRead {
  const file = bytesOf(pdf)
  const objects = new Map<number, { head: string; data: () => string }>()
  for (const [, number, body = ''] of file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const at = body.search(/>>\s*stream\r?\n/)
    const head = at < 0 ? body : body.slice(0, at + 2)
    objects.set(Number(number), {
      head,
      data: () => {
        if (at < 0) return ''
        const start = body.slice(at).search(/stream\r?\n/) + at
        const from = start + (/stream\r?\n/.exec(body.slice(start))?.[0].length ?? 0)
        const stream = body.slice(from, body.lastIndexOf('\nendstream'))
        return head.includes('/FlateDecode')
          ? inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
          : stream
      },
    })
  }
  const headOf = (number: number) => objects.get(number)?.head ?? ''
  const heads = [...objects.values()].map(({ head }) => head)
  const referenceOf = (source: string, key: string): number | null => {
    const found = new RegExp(`/${key} (\\d+) 0 R`).exec(source)
    return found ? Number(found[1]) : null
  }
  const valueOf = (source: string, key: string): string | null => {
    const found = new RegExp(`/${key} ?${STRING}`).exec(source)
    return found?.[1] === undefined ? null : stringOf(found[1])
  }

  const fonts = new Map<number, ReadonlyMap<string, string>>()
  const lettersOf = (font: number): ReadonlyMap<string, string> => {
    const known = fonts.get(font)
    if (known) return known
    const letters = new Map<string, string>()
    const map = referenceOf(headOf(font), 'ToUnicode')
    const cmap = map === null ? '' : (objects.get(map)?.data() ?? '')
    for (const [, code = '', to = ''] of cmap.matchAll(/<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>/g))
      letters.set(code.toLowerCase(), stringOf(`<FEFF${to}>`))
    fonts.set(font, letters)
    return letters
  }

  const pages = [...objects].filter(([, { head }]) => /\/Type \/Page\b(?!s)/.test(head))
  const words = new Map<string, string>()
  let text = ''
  for (const [number, { head }] of pages) {
    const content = objects.get(referenceOf(head, 'Contents') ?? -1)?.data() ?? ''
    const named = new Map(
      [...head.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', at]) => [name, Number(at)] as const),
    )
    let letters: ReadonlyMap<string, string> = new Map()
    const open: string[] = []
    let actualAt: number | null = null
    const token = new RegExp(
      String.raw`/(\w+) [\d.]+ Tf|/(\w+)\s*<<([^>]*(?:>(?!>)[^>]*)*)>>\s*BDC|/\w+ BMC|EMC|${STRING}(?=[^\[\]]*(?:\]\s*TJ|\s*Tj))`,
      'g',
    )
    for (const [whole, font, , properties, shown] of content.matchAll(token)) {
      if (font) letters = lettersOf(named.get(font) ?? -1)
      else if (whole === 'EMC') {
        if (actualAt === open.length) actualAt = null
        open.pop()
      } else if (shown === undefined) {
        const id = /\/MCID (\d+)/.exec(properties ?? '')
        open.push(id ? `${number} ${id[1]}` : '')
        const actual = valueOf(properties ?? '', 'ActualText')
        if (actual) {
          text += actual
          actualAt ??= open.length
        }
      } else {
        const codes = shown.startsWith('<')
          ? shown.slice(1, -1)
          : Buffer.from(stringOf(shown), 'latin1').toString('hex')
        let said = ''
        for (let at = 0; at < codes.length; at += 4)
          said += letters.get(codes.slice(at, at + 4).toLowerCase()) ?? ''
        if (actualAt === null) text += said
        const place = open.findLast((each) => each !== '')
        if (place) words.set(place, (words.get(place) ?? '') + said)
      }
    }
    text += '\n'
  }

  const element = (number: number): PdfElement => {
    const source = headOf(number)
    const page = referenceOf(source, 'Pg')
    const list =
      /\/K \[([\s\S]*?)\]\s*(?:\/|>>|$)/.exec(source)?.[1] ?? /\/K (\d+ 0 R|\d+)/.exec(source)?.[1] ?? ''
    const children: PdfElement[] = []
    let said = ''
    for (const [whole, reference, ownPage, marked, plain] of list.matchAll(
      /(\d+) 0 R(?![^<]*>>)|<<[^>]*?\/Pg (\d+) 0 R[^>]*?\/MCID (\d+)[^>]*>>|(\d+)(?! 0 R)/g,
    )) {
      if (reference) {
        const child = element(Number(reference))
        children.push(child)
        said += child.text
      } else if (marked) said += words.get(`${ownPage} ${marked}`) ?? ''
      else if (plain) said += words.get(`${page} ${plain}`) ?? ''
      else throw new Error(`Not read: ${whole}`)
    }
    return { role: /\/S \/(\w+)/.exec(source)?.[1] ?? '', source, children, text: said }
  }
  const root = [...objects].find(([, { head }]) => head.includes('/Type /StructTreeRoot'))
  const top = root ? /\/K \[(\d+) 0 R/.exec(root[1].head)?.[1] : undefined
  const catalog = heads.find((head) => head.includes('/Type /Catalog')) ?? ''
  const info = headOf(referenceOf(file, 'Info') ?? -1)
  return {
    pages: pages.length,
    language: valueOf(catalog, 'Lang'),
    title: valueOf(info, 'Title'),
    author: valueOf(info, 'Author'),
    bookmarks: heads
      .filter((head) => /\/Dest \d+ 0 R/.test(head) && head.includes('/Parent'))
      .map((head) => valueOf(head, 'Title') ?? ''),
    tree: element(Number(top)),
    text,
    isWhole: heads.every((head) =>
      [...head.matchAll(/\b(\d+) 0 R\b/g)].every(([, to]) => objects.has(Number(to))),
    ),
  }
}

/** The element and all inside it, in reading order. */
export const everyElement = (element: PdfElement): PdfElement[] => [
  element,
  ...element.children.flatMap(everyElement),
]
