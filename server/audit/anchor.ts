import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { inTransaction } from '../../db/in-transaction.ts'
import { insertAuditAnchor, lastAuditAnchor, lockAuditChain } from '../../db/queries/audit-chain.ts'
import { appendAuditEvents } from '../../db/queries/audit-event.ts'
import type { Database } from '../../db/schema.ts'
import { keyName, signingKey, type Sealed } from './anchor-key.ts'
import { anchorAction } from './verify.ts'

/** A seal: the last event of the chain at an instant, signed. Kept elsewhere, it shows every later change before it. */
export interface Anchor extends Sealed {
  readonly signature: string
  readonly publicKey: string
}

const anchorShape = z.strictObject({
  seq: z.int().min(0),
  at: z.string(),
  hash: z.string(),
  signature: z.string(),
  publicKey: z.string(),
})

/** A seal as the file that is kept elsewhere. */
export const anchorText = ({ seq, at, hash, signature, publicKey }: Anchor): string =>
  `${JSON.stringify({ seq, at, hash, signature, publicKey }, null, 2)}\n`

/** A seal from a file or the text of a mail around it; undefined when there is none in it. */
export function readAnchor(text: string): Anchor | undefined {
  const json = /\{[^{}]*\}/.exec(text)?.[0]
  if (json === undefined) return undefined
  try {
    const { success, data } = anchorShape.safeParse(JSON.parse(json))
    return success ? data : undefined
  } catch {
    return undefined
  }
}

/** A seal from a file, as `readAnchor`. Throws when the file cannot be read. */
export const readAnchorFile = (file: string): Anchor | undefined => readAnchor(readFileSync(file, 'utf8'))

function keepFile(dataDir: string, anchor: Anchor): string {
  const folder = join(dataDir, 'anchors')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `audit-${anchor.at.slice(0, 10)}.json`)
  const partial = `${file}.${crypto.randomUUID()}.part`
  writeFileSync(partial, anchorText(anchor), { mode: 0o600 })
  renameSync(partial, file)
  return file
}

/**
 * Seals the chain as it stands: signs its end, keeps the seal beside the events and as
 * `DATA_DIR/anchors/audit-<day>.json` (the day's last), and lets the chain tell of it. Answers the seal that
 * holds now and whether it is new: without an event since the last one there is nothing to seal.
 */
export async function anchorNow(
  db: Kysely<Database>,
  { dataDir, at }: { dataDir: string; at: string },
): Promise<{ anchor: Anchor; isNew: boolean }> {
  const key = signingKey(dataDir)
  const made = await inTransaction(db, async (trx) => {
    const { seq, hash } = await lockAuditChain(trx).executeTakeFirstOrThrow()
    const last = await lastAuditAnchor(trx).executeTakeFirst()
    if (last && last.seq + 1 === seq && last.publicKey === key.publicKey)
      return { anchor: last, isNew: false }
    const anchor = { seq, at, hash, signature: key.sign({ seq, at, hash }), publicKey: key.publicKey }
    await insertAuditAnchor(trx, anchor).execute()
    await appendAuditEvents(trx, [
      { at, changedBy: 'daily seal', action: anchorAction, detail: { key: keyName(key.publicKey) } },
    ])
    return { anchor, isNew: true }
  })
  keepFile(dataDir, made.anchor)
  return made
}
