import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/databases.ts'
import { serveBuilt } from '../support/serving.ts'

const app = fileURLToPath(new URL('../../dist/app', import.meta.url))

/** Every file of ours that a built program is made of, from what its files import; folders that are read at run time too. */
function filesOf(entry: string): string[] {
  const seen = new Set<string>()
  const waiting = [join(app, entry)]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file) || !existsSync(file)) continue
    seen.add(file)
    for (const [, path] of readFileSync(file, 'utf8').matchAll(
      /(?:from|import|import\()\s*["'](\.[^"']+)["']/g,
    ))
      waiting.push(join(dirname(file), path!))
  }
  return [...seen].map((file) => relative(app, file)).toSorted()
}

const signIn = (url: string) =>
  fetch(`${url}/api/demonstration/sign-in`, {
    method: 'POST',
    body: JSON.stringify({ accountId: crypto.randomUUID() }),
    headers: { 'content-type': 'application/json' },
  })

describe('a real start', () => {
  it('is made of no file of the demonstration', () => {
    const files = filesOf('server/main.js')
    expect(files.length).toBeGreaterThan(100)
    expect(files).toContain('server/api/app.js')
    expect(files.filter((file) => file.startsWith('server/demo'))).toEqual([])
    expect(
      files.filter((file) => readFileSync(join(app, file), 'utf8').includes('demonstration/sign-in')),
    ).toEqual(files.filter((file) => file === 'server/api/route-needs.js'))
    expect(filesOf('server/demo.js')).toContain('server/demo/sign-in.js')
  })

  it('has no click that signs in, and names nobody to sign in as', async () => {
    const { url, printed } = await serveBuilt('main')
    expect((await signIn(url)).status).toBe(404)
    expect((await (await fetch(`${url}/api/openapi.json`)).text()).includes('demonstration')).toBe(false)
    expect(printed()).toMatch(
      /^Set up at: http:\/\/localhost:\d+\/welcome#[\w-]+\.[\w-]+ {2}\(works once, for 72 hours\)$/m,
    )
  })
})

describe('the demonstration', () => {
  it('signs nobody in who is not its own', async () => {
    const { url, printed } = await serveBuilt('demo')
    expect((await signIn(url)).status).toBe(404)
    expect(printed()).not.toContain('Set up at')
  })

  it.each([
    [{ HOST: '0.0.0.0' }, /HOST is “0\.0\.0\.0”, which other machines reach/],
    [
      { HOST: '0.0.0.0', BASE_URL: 'https://virtual-school.example', TRUSTED_PROXY: '127.0.0.1' },
      /The demonstration lets anybody in: HOST must be 127\.0\.0\.1/,
    ],
  ])('is for this machine alone, however it is set: %o', async (setting, sentence) => {
    await expect(serveBuilt('demo', temporaryFolder(), setting)).rejects.toThrow(sentence)
  })
})
