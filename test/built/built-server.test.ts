import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/databases.ts'
import { cookieAt, runBuilt, serveBuilt, serveSample } from '../support/serving.ts'

const filesIn = (folder: string) =>
  readdirSync(fileURLToPath(new URL(`../../${folder}`, import.meta.url)), {
    recursive: true,
    encoding: 'utf8',
  }).filter((file) => file.endsWith('.ts'))
const json = async (url: string, cookie = '') =>
  (await fetch(url, { headers: { cookie } })).json() as Promise<Record<string, never>>

describe('the built server', () => {
  it('knows every rule, kind of record and route that the sources have', async () => {
    const serving = await serveSample()
    const { url } = serving
    const cookie = await cookieAt(serving, 'headteacher')
    const { areas, rules } = (await json(`${url}/api/rules?on=2026-03-13`, cookie)) as unknown as {
      rules?: unknown[]
      areas?: { rules: unknown[] }[]
    }
    const found = rules ?? areas?.flatMap((area) => area.rules) ?? []
    expect(found).toHaveLength(filesIn('server/rules').length)
    const { kinds } = (await json(`${url}/api/kinds`, cookie)) as unknown as { kinds: unknown[] }
    expect(kinds).toHaveLength(filesIn('server/records/kinds').length)
    const { paths } = (await json(`${url}/api/openapi.json`)) as unknown as { paths: Record<string, unknown> }
    expect(Object.keys(paths)).toContain('/api/cohort')
  })

  it('starts empty and asks for the school', async () => {
    const { url } = await serveBuilt('main')
    expect(await json(`${url}/api/health`)).toEqual({ status: 'ok', setUp: false })
    expect(await json(`${url}/api/me`)).toMatchObject({ state: 'out', firstRun: true, demonstration: null })
    expect((await fetch(`${url}/`)).status).toBe(200)
  })

  it('starts the demonstration with something to show on every page', async () => {
    const { url } = await serveBuilt('demo')
    const { demonstration } = (await json(`${url}/api/me`)) as unknown as {
      demonstration: { accountId: string; role: string }[]
    }
    const { accountId } = demonstration.find(({ role }) => role === 'designated-teacher')!
    const signedIn = await fetch(`${url}/api/demonstration/sign-in`, {
      method: 'POST',
      body: JSON.stringify({ accountId }),
      headers: { 'content-type': 'application/json' },
    })
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(await json(`${url}/api/school`, cookie)).toMatchObject({ setUp: true, demonstration: true })
    const { counts } = (await json(`${url}/api/today`, cookie)) as unknown as {
      counts: Record<string, number>
    }
    expect(counts['breach']).toBeGreaterThan(0)
    expect(counts['watch']).toBeGreaterThan(0)
  })

  it.each([
    [{ HOST: '0.0.0.0' }, /HOST is “0\.0\.0\.0”, which other machines reach/],
    [{ PORT: 'eighty' }, /PORT must be a whole number/],
    [{ DATABASE_URL: 'mysql://nobody' }, /DATABASE_URL must begin with postgres/],
  ])('refuses a setting that cannot be used with one sentence: %o', async (setting, sentence) => {
    await expect(serveBuilt('main', temporaryFolder(), setting)).rejects.toThrow(sentence)
  })

  it('does not start a second demonstration over one that is running', async () => {
    const { dataDir, url } = await serveBuilt('demo')
    await expect(serveBuilt('demo', dataDir)).rejects.toThrow(/is in use/)
    expect(await json(`${url}/api/health`)).toMatchObject({ status: 'ok', setUp: true })
  })

  it('does not start a second server on one file', async () => {
    const { dataDir } = await serveBuilt('main')
    await expect(serveBuilt('main', dataDir)).rejects.toThrow(/Another server is using the database/)
  })

  it('computes the expected picture of the sample, as JSON alone on its output', async () => {
    const sample = fileURLToPath(new URL('../golden/sample', import.meta.url))
    const { code, out } = await runBuilt('compute', [sample], temporaryFolder())
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ as_at: '2026-03-13', totals: { cohorts: { on_roll: 38 } } })
  })
})
