import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sampleText } from '../support/import-files.ts'
import { cookiesAt, serveSample, type Served } from '../support/serving.ts'

/** How long a file of the server may be from now on: the system refuses what lies beyond, as a full disk does. */
const longestFile = ({ pid }: Served, bytes: number | 'unlimited') =>
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`])

const term = (number: number) => ({
  kind: 'term',
  name: `Term ${number}`,
  firstDay: `20${30 + number}-01-05`,
  lastDay: `20${30 + number}-03-27`,
})

/** Limited as Linux alone can limit another process. */
it.runIf(process.platform === 'linux')(
  'a full disk is said so, loses nothing, and is forgotten when there is space again',
  { timeout: 120_000 },
  async () => {
    const served = await serveSample()
    const { url, dataDir } = served
    const cookie = cookiesAt.get(url) ?? ''
    const write = async (number: number) => {
      const answer = await fetch(`${url}/api/records/term-date`, {
        method: 'POST',
        body: JSON.stringify({ fields: term(number) }),
        headers: { cookie, 'content-type': 'application/json' },
      })
      return { status: answer.status, ...((await answer.json()) as { code?: string; message?: string }) }
    }
    const importAll = async () => {
      const body = new FormData()
      const text = sampleText('children.csv').replaceAll(/,([A-Z][a-z]+),/g, ',New $1,')
      body.append('files', new File([text], 'children.csv'))
      const answer = await fetch(`${url}/api/import/run`, { method: 'POST', body, headers: { cookie } })
      return JSON.parse((await answer.text()).trim().split('\n').at(-1)!) as {
        step: string
        code?: string
        message?: string
        view?: { result: string }
      }
    }
    const namesHeld = async () => {
      const answer = await fetch(`${url}/api/records/term-date`, { headers: { cookie } })
      const { records } = (await answer.json()) as { records: { fields: { name: string } }[] }
      return records.map(({ fields }) => fields.name)
    }
    const sentence = /^The database cannot be used just now, and nothing was changed\./
    const kept: string[] = []
    let number = 0
    const save = async (wanted: number | 'either') => {
      const { status, code, message } = await write(++number)
      if (wanted !== 'either') expect(status).toBe(wanted)
      if (status === 201) kept.push(`Term ${number}`)
      else {
        expect([status, code]).toEqual([503, 'unavailable'])
        expect(message).toMatch(sentence)
        expect(await namesHeld()).not.toContain(`Term ${number}`)
      }
    }
    await save(201)
    const log = join(dataDir, 'virtual-school.db-wal')
    // Space for nothing, for less than a write, for a write but not for its evaluation, for both but no import.
    for (const space of [-1e9, 4096, 12_000, 40_000, 60_000, 100_000]) {
      longestFile(served, Math.max(0, statSync(log).size + space))
      await save(space <= 4096 ? 503 : 'either')
      expect(await importAll()).toMatchObject({
        step: 'refused',
        code: 'unavailable',
        message: expect.stringMatching(sentence),
      })
      // What cannot be put on record is not shown: with no space at all no child is.
      const { status } = await fetch(`${url}/api/today`, { headers: { cookie } })
      expect(space < 0 ? [503] : [200, 503]).toContain(status)
      longestFile(served, 'unlimited')
      await save(201)
      expect(await namesHeld()).toEqual(expect.arrayContaining(kept))
    }
    expect((await importAll()).view).toMatchObject({ result: 'done' })
  },
)
