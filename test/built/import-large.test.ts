import { expect, it } from 'vitest'
import { sampleFile, sampleText } from '../support/import-files.ts'
import { cookiesAt, serveEmpty } from '../support/serving.ts'

/** The register of a large school: the sample's, of many children who are not on the list. */
function largeRegister(megabytes: number): File {
  const text = sampleText('session-marks.csv').trim()
  const [header, ...rows] = text.split('\n')
  const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ'
  const upnOf = (n: number) => {
    const digits = `9194999${String(n).padStart(5, '0')}`
    const sum = [...digits].reduce((all, digit, at) => all + Number(digit) * (at + 2), 0)
    return `${letters[sum % 23]}${digits}`
  }
  const one = rows.filter((row) => row.startsWith(rows[0]!.slice(0, 13))).map((row) => row.slice(13))
  const parts = [`${header}\n`]
  let size = 0
  for (let child = 1; size < megabytes * 1024 * 1024; child++) {
    const upn = upnOf(child)
    const part = one.map((rest) => `${upn}${rest}\n`).join('')
    parts.push(part)
    size += part.length
  }
  return new File(parts, 'large.csv')
}

it('others are answered while a large file is read, and who goes away stops the reading', async () => {
  const { url } = await serveEmpty()
  const cookie = cookiesAt.get(url) ?? ''
  const send = (step: string, files: readonly File[], signal?: AbortSignal) => {
    const body = new FormData()
    for (const file of files) body.append('files', file, file.name)
    return fetch(`${url}/api/import/${step}`, {
      method: 'POST',
      body,
      headers: { cookie },
      ...(signal ? { signal } : {}),
    })
  }
  await (await send('run', ['school.json', 'children.csv', 'term-dates.csv'].map(sampleFile))).text()
  const timed = async () => {
    const began = performance.now()
    expect((await fetch(`${url}/api/health`)).status).toBe(200)
    return performance.now() - began
  }
  const large = largeRegister(24)
  const answer = await send('preview', [large])
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  let seen = ''
  const waits: number[] = []
  while (!seen.includes('"reading"')) seen += (await reader.read()).value ?? ''
  for (let at = 0; at < 5; at++) waits.push(await timed())
  expect(waits.toSorted((a, b) => a - b)[2]).toBeLessThan(500)
  for (let part = await reader.read(); !part.done; part = await reader.read()) seen += part.value
  expect(seen.trim().split('\n').at(-1)).toContain('"step":"end"')

  const stop = new AbortController()
  const leaving = await send('run', [large], stop.signal)
  const first = leaving.body!.getReader()
  await first.read()
  stop.abort()
  await expect(first.read()).rejects.toThrow()
  const runs = (await (await fetch(`${url}/api/import`, { headers: { cookie } })).json()) as {
    runs: unknown[]
  }
  expect(runs.runs).toHaveLength(2)
})
