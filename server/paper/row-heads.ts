/**
 * A tagged PDF in which the first cell of each row of a table is the head of its row, so that a screen reader says
 * it with each number. Typst tags the heads of columns alone. The cells are written anew at the end of the file, as
 * the format provides for changes; what is not found stays as it is.
 */
export function withRowHeads(pdf: Uint8Array): Uint8Array {
  const file = Buffer.from(pdf).toString('latin1')
  const last = /\nstartxref\s+(\d+)\s+%%EOF\s*$/.exec(file)
  const trailer = /\ntrailer\s*<<([\s\S]*?)>>\s*startxref\s+\d+\s+%%EOF\s*$/.exec(file)
  if (!last || !trailer) return pdf

  const elements = new Map<number, string>()
  for (const [, number, body = ''] of file.matchAll(
    /\n(\d+) 0 obj\n(<<\n {2}\/Type \/StructElem\n[\s\S]*?\n>>)\nendobj/g,
  ))
    elements.set(Number(number), body)
  const roleOf = (number: number) => /\n {2}\/S \/(\w+)/.exec(elements.get(number) ?? '')?.[1]
  const childrenOf = (number: number) =>
    [...(/\n {2}\/K \[([\d R]+)\]/.exec(elements.get(number) ?? '')?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(
      ([, child]) => Number(child),
    )

  const changed = new Map<number, string>()
  for (const body of elements.keys())
    if (roleOf(body) === 'TBody')
      for (const row of childrenOf(body))
        childrenOf(row).forEach((cell, at) => {
          const source = elements.get(cell) ?? ''
          const isHead = at === 0
          changed.set(
            cell,
            source
              .replace('/S /TD', isHead ? '/S /TH' : '/S /TD')
              .replace(/(\/O \/Table)\n\s*\/Headers \[[^\]]*\]/, isHead ? '$1\n    /Scope /Row' : '$1'),
          )
        })
  if (changed.size === 0) return pdf

  let added = '\n'
  let places = ''
  for (const [number, body] of [...changed].sort(([a], [b]) => a - b)) {
    places += `${number} 1\n${String(file.length + added.length).padStart(10, '0')} 00000 n \n`
    added += `${number} 0 obj\n${body}\nendobj\n`
  }
  const start = file.length + added.length
  const end = `xref\n${places}trailer\n<<${trailer[1]}  /Prev ${last[1]}\n>>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(file + added + end, 'latin1'))
}
