/** The parts of a path that a pattern names, or null when it is another path: `/child/:id` of `/child/7` is `{id: '7'}`. */
export function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/')
  const given = path.replace(/(.)\/$/, '$1').split('/')
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [at, part] of wanted.entries()) {
    const text = given[at] ?? ''
    if (!part.startsWith(':') && part !== text) return null
    if (!part.startsWith(':')) continue
    const value = decoded(text)
    if (!value) return null
    params[part.slice(1)] = value
  }
  return params
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** True for text in the form of a day; whether the calendar knows it is for the server to say. */
export const isChosenDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text)

/** An address of ours with the chosen day, unless it names one itself. */
export function withDay(href: string, on: string | null, base: string): string {
  const address = new URL(href, base)
  if (on !== null && !address.searchParams.has('on')) address.searchParams.set('on', on)
  return address.href
}
