import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import { inTransaction } from '../../../db/in-transaction.ts'
import { lockSchool } from '../../../db/queries/report.ts'
import type { Database } from '../../../db/schema.ts'
import type { Scope } from '../../../db/scope.ts'
import { loadAuditRecord } from '../../../server/audit/load-record.ts'
import { verifyAudit } from '../../../server/audit/verify.ts'
import { readFrozen } from '../../../server/reporting/frozen.ts'
import { aSchoolOf } from '../../support/a-school-of.ts'
import { describeBothDatabases } from '../../support/databases.ts'
import { aProgram, start } from '../../support/processes.ts'
import { randomFrom, upTo } from '../../support/random-measures.ts'

const kills = process.env['TRUST_DEEP'] === '1' ? 80 : 8

const CHILDREN = 12

const acts = ['report.start', 'report.send', 'report.approve', 'report.publish']
const states = ['draft', 'sent', 'approved', 'published'] as const

/** What is on record of every report, once no transaction of a killed process holds the school any more. */
const whatIsLeft = (db: Kysely<Database>, scope: Scope, schoolId: string) =>
  inTransaction(db, async (trx) => {
    await lockSchool(trx, scope, schoolId).execute()
    return {
      reports: await trx.selectFrom('report').selectAll().execute(),
      events: await trx.selectFrom('auditEvent').selectAll().orderBy('seq').execute(),
      verdict: await verifyAudit(await loadAuditRecord(trx, { live: false })),
    }
  })

function expectWhole({ reports, events, verdict }: Awaited<ReturnType<typeof whatIsLeft>>): void {
  expect(verdict).toMatchObject({ whole: true, events: events.length })
  for (const report of reports) {
    const { id, state, version, approvedAt, document, settled, copies, hash } = report
    const done = events.filter(({ recordId }) => recordId === id)
    const steps = 1 + states.indexOf(state)
    expect([version, ...done.map(({ action }) => action)]).toEqual([steps, ...acts.slice(0, steps)])
    if (state === 'draft' || state === 'sent') {
      expect([approvedAt, document, settled, copies, hash]).toEqual([null, null, null, null, null])
      continue
    }
    const frozen = readFrozen(report)
    expect([frozen.settled?.childIds.length, Object.keys(frozen.copies)]).toEqual([CHILDREN, ['X01']])
    const approving = done.find(({ action }) => action === 'report.approve')
    expect(JSON.parse(approving!.detail!)).toEqual({ sha256: hash })
  }
}

let program: Promise<string>

describeBothDatabases('a process that is killed as it approves and publishes reports', (open) => {
  it('leaves each with nothing frozen or frozen whole, on record as what it is; the next goes on with it', async () => {
    program ??= aProgram('report')
    const { db, target } = await open()
    const { schoolId, scope } = await aSchoolOf(db, CHILDREN)
    const file = await program
    let left: string[] = []

    /** The lines that a process said until it was killed, so long after `isOver` of them. */
    async function linesUntil(isOver: (lines: readonly string[]) => boolean, milliseconds = 0) {
      const run = start(file, JSON.stringify(target), schoolId, ...left)
      let text = ''
      run.process.stdout!.on('data', (data: Buffer) => {
        text += data.toString()
        if (isOver(text.split('\n'))) setTimeout(() => run.process.kill('SIGKILL'), milliseconds)
      })
      const { output, signal } = await run.ended
      expect([signal, output]).toEqual(['SIGKILL', expect.not.stringContaining('Error')])
      const lines = output.split('\n').slice(0, -1)
      const taking = lines.findLast((line) => line.startsWith('take '))
      if (taking !== undefined) left = [taking.slice('take '.length)]
      return lines
    }
    const published = (lines: readonly string[]) => lines.some((line) => line.startsWith('taken publish'))
    const writesOf = (step: string, lines: readonly string[]) => {
      const taking = lines.findLastIndex((line) => line.startsWith(`take ${step} `))
      return taking < 0 ? [] : lines.slice(taking).filter((line) => line === 'write')
    }

    await linesUntil(published)
    expectWhole(await whatIsLeft(db, scope, schoolId))

    const random = randomFrom(kills)
    for (let kill = 0; kill < kills; kill++) {
      const step = kill % 2 === 0 ? 'approve' : 'publish'
      // The lock, the report, the event, the end of the chain: somewhere after another one of them each time.
      const writes = 1 + ((kill >> 1) % 4)
      const isThere = (said: readonly string[]) => writesOf(step, said).length >= writes
      const lines = await linesUntil(isThere, upTo(random, 3))
      const now = await whatIsLeft(db, scope, schoolId)
      expectWhole(now)
      for (const line of lines) {
        const [said, step, id] = line.split(' ')
        if (said !== 'taken') continue
        const { version } = now.reports.find((report) => report.id === id)!
        expect(acts.slice(0, version)).toContain(`report.${step}`)
      }
    }
    const [, leftId] = left[0]!.split(' ')
    await linesUntil((lines) => lines.some((line) => line.startsWith(`taken publish ${leftId}`)))
    const end = await whatIsLeft(db, scope, schoolId)
    expectWhole(end)
    expect(end.reports.find(({ id }) => id === leftId)?.state).toBe('published')
  }, 600_000)
})
