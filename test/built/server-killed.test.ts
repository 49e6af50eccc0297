import Sqlite from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { sampleText } from '../support/import-files.ts'
import { temporaryFolder } from '../support/databases.ts'
import { cookiesAt, runBuilt, serveBuilt, serveSample, type Served } from '../support/serving.ts'

const kills = process.env['TRUST_DEEP'] ? 200 : 6
const MOST_MILLISECONDS = 600
/** Writes that must be acknowledged between a start and the next kill, however busy the machine is. */
const FEWEST_ACKNOWLEDGED = 3

interface Stored {
  id: string
  version: number
}
interface Term extends Stored {
  fields: { name: string }
}
interface Alert extends Stored {
  state: string
}

/** What the server said was saved; what it was asked last and had not yet answered may be either. */
interface Ledger {
  terms: Map<string, { version: number; name: string; asked?: string }>
  alerts: Map<string, { version: number; state: string; asked?: string }>
  imports: string[]
  backups: string[]
  acknowledged: number
}

/** Of the one who is signed in: a sign-in outlasts a killed server too. */
let cookie = ''

/** An answer, or null when the server is gone. Anything but what is hoped for fails the test. */
async function ask<T>(url: string, method: string, path: string, body?: object, version?: number) {
  const headers: Record<string, string> = body ? { cookie, 'content-type': 'application/json' } : { cookie }
  if (version !== undefined) headers['if-match'] = `"${version}"`
  let answer: { status: number; text: string }
  try {
    const init = body ? { body: JSON.stringify(body) } : {}
    const got = await fetch(`${url}${path}`, { method, headers, ...init })
    answer = { status: got.status, text: await got.text() }
  } catch {
    return null
  }
  expect([path, answer.status < 300 || answer.text]).toEqual([path, true])
  return JSON.parse(answer.text) as T
}

const firstChild = sampleText('children.csv').split('\n')[1]!.slice(0, 13)
const two = (n: number) => String(n).padStart(2, '0')
/** Another day for each number, past everything that the sample holds. */
const dayOf = (n: number, after = 0) =>
  `20${two(30 + (n % 60))}-${two(1 + (Math.floor(n / 60) % 12))}-${two(1 + after + 2 * (Math.floor(n / 720) % 13))}`

/** Makes terms and corrects them, until the server is gone. */
async function editTerms(url: string, ledger: Ledger, next: () => number) {
  for (;;) {
    const n = next()
    const fields = { kind: 'term', name: `Made ${n}`, firstDay: dayOf(n), lastDay: dayOf(n, 1) }
    const made = await ask<Term>(url, 'POST', '/api/records/term-date', { fields })
    if (!made) return
    ledger.acknowledged++
    const kept: { version: number; name: string; asked?: string } = { version: 1, name: fields.name }
    ledger.terms.set(made.id, kept)
    for (let time = 0; time < 2; time++) {
      const name = `Corrected ${n} ${time}`
      kept.asked = name
      const path = `/api/records/term-date/${made.id}`
      const corrected = await ask<Term>(url, 'PUT', path, { fields: { ...fields, name } }, kept.version)
      if (!corrected) return
      ledger.acknowledged++
      ledger.terms.set(made.id, Object.assign(kept, { version: corrected.version, name }))
    }
  }
}

/** Answers alerts and opens them again, until the server is gone. */
async function answerAlerts(url: string, ledger: Ledger, alerts: readonly Stored[]) {
  for (let turn = 0; ; turn++) {
    const { id } = alerts[turn % alerts.length]!
    const kept = ledger.alerts.get(id)!
    const answered = kept.state === 'answered'
    kept.asked = answered ? 'open' : 'answered'
    const [step, body] = answered ? ['reopen', { undo: true }] : ['answer', { answer: 'done' }]
    const done = await ask<Alert>(url, 'POST', `/api/alerts/${id}/${step}`, body as object, kept.version)
    if (!done) return
    ledger.acknowledged++
    Object.assign(kept, { version: done.version, state: done.state })
  }
}

/** Brings in a file of two meetings at a time, until the server is gone. */
async function bringIn(url: string, ledger: Ledger, next: () => number) {
  for (;;) {
    const n = next()
    const held = [dayOf(n), dayOf(n, 1)]
    const rows = held.map((on) => `${firstChild},${on},,green,carer,yes`)
    const text = [sampleText('pep-meetings.csv').split('\n')[0], ...rows].join('\n')
    const body = new FormData()
    body.append('files', new File([text], 'pep-meetings.csv'))
    const last = await fetch(`${url}/api/import/run`, { method: 'POST', body, headers: { cookie } })
      .then(async (answer) => JSON.parse((await answer.text()).trim().split('\n').at(-1)!))
      .catch(() => null)
    if (!last) return
    expect(last).toMatchObject({ step: 'end', view: { result: 'done' } })
    ledger.acknowledged++
    ledger.imports.push(...held)
  }
}

async function backUp({ dataDir }: Served, ledger: Ledger, file: string) {
  const { code } = await runBuilt('backup', [file], dataDir)
  expect(code).toBe(0)
  ledger.backups.push(file)
}

/** Every acknowledged write is there, as it was acknowledged or as the next one asked for would have made it. */
async function expectKept(url: string, ledger: Ledger) {
  const { records } = (await ask<{ records: Term[] }>(url, 'GET', '/api/records/term-date'))!
  const terms = new Map(records.map((term) => [term.id, term]))
  for (const [id, kept] of ledger.terms) {
    const { version = 0, fields } = terms.get(id) ?? {}
    const wanted = version === kept.version ? kept.name : kept.asked
    expect([id, version - kept.version === 0 || version - kept.version === 1, fields?.name]).toEqual([
      id,
      true,
      wanted,
    ])
    ledger.terms.set(id, { version, name: fields!.name })
  }
  const meetings = (await ask<{ records: { on: string }[] }>(url, 'GET', '/api/records/pep-meeting'))!
  const on = meetings.records.map((meeting) => meeting.on)
  expect(on).toEqual(expect.arrayContaining(ledger.imports))
  const brought = on.filter((day) => day >= '2030')
  const other = (day: string) => {
    const last = Number(day.slice(8))
    return `${day.slice(0, 8)}${two(last % 2 === 1 ? last + 1 : last - 1)}`
  }
  expect(brought.filter((day) => !brought.includes(other(day)))).toEqual([])
}

/** Looks into the file itself: whole, its references too, and every step of an alert there once. */
function expectWhole(dataDir: string, ledger: Ledger) {
  const raw = new Sqlite(join(dataDir, 'virtual-school.db'))
  try {
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(raw.pragma('foreign_key_check')).toEqual([])
    const alert = raw.prepare('select version, state from alert where id = ?')
    for (const [id, kept] of ledger.alerts) {
      const found = alert.get(id) as { version: number; state: string }
      const wanted = found.version === kept.version ? kept.state : kept.asked
      expect([id, found.version - kept.version <= 1, found.state]).toEqual([id, true, wanted])
      ledger.alerts.set(id, { ...found })
    }
  } finally {
    raw.close()
  }
}

it(
  'a server killed at any moment has lost nothing that it said was saved',
  { timeout: 1_800_000 },
  async () => {
    let served = await serveSample()
    const { dataDir } = served
    cookie = cookiesAt.get(served.url) ?? ''
    const ledger: Ledger = { terms: new Map(), alerts: new Map(), imports: [], backups: [], acknowledged: 0 }
    let count = 0
    const next = () => count++
    const { groups } = (await ask<{
      groups: Record<string, { cards: { alertId: string; version: number }[] }[]>
    }>(served.url, 'GET', '/api/today'))!
    const alerts = groups['breach']!.flatMap(({ cards }) => cards)
      .slice(0, 6)
      .map(({ alertId, version }) => ({ id: alertId, version }))
    for (const { id, version } of alerts) ledger.alerts.set(id, { version, state: 'open' })

    for (let kill = 0; kill < kills; kill++) {
      const { url } = served
      const backup = kill % 3 === 1 ? backUp(served, ledger, join(temporaryFolder(), 'kept.db')) : undefined
      const working = Promise.allSettled([
        editTerms(url, ledger, next),
        alerts.length > 0 && answerAlerts(url, ledger, alerts),
        bringIn(url, ledger, next),
        backup,
      ])
      const enough = ledger.acknowledged + FEWEST_ACKNOWLEDGED
      while (ledger.acknowledged < enough) await setTimeout(10)
      await setTimeout(Math.random() * MOST_MILLISECONDS)
      await served.kill()
      for (const one of await working) if (one.status === 'rejected') throw one.reason
      expectWhole(dataDir, ledger)
      served = await serveBuilt('main', dataDir)
      await expectKept(served.url, ledger)
    }
    await served.stop()
    expect(ledger.acknowledged).toBeGreaterThanOrEqual(kills * FEWEST_ACKNOWLEDGED)
    expect(existsSync(join(dataDir, 'virtual-school.db'))).toBe(true)
    for (const file of ledger.backups.slice(0, 3))
      expect((await runBuilt('restore', [file], temporaryFolder())).code).toBe(0)
  },
)
