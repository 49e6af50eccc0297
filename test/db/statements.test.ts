import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rememberingStatements } from '../../db/statements.ts'

describe('statements of a connection', () => {
  let raw: Sqlite.Database
  let prepared: string[]
  beforeEach(() => {
    raw = new Sqlite(':memory:')
    raw.exec('create table child (id text, name text) strict')
    raw.exec("insert into child values ('1', 'Alex'), ('2', 'Kit')")
    prepared = []
    const prepare = raw.prepare.bind(raw)
    raw.prepare = ((sql: string) => {
      prepared.push(sql)
      return prepare(sql)
    }) as typeof raw.prepare
  })
  afterEach(() => raw.close())

  it('are prepared once, however often they are asked', () => {
    const statements = rememberingStatements(raw)
    for (const id of ['1', '2'])
      expect(statements.prepare('select name from child where id = ?').all([id])).toHaveLength(1)
    expect(prepared).toHaveLength(1)
  })

  it('stay prepared over a write that may fail alone', () => {
    const statements = rememberingStatements(raw)
    const ask = () => statements.prepare('select name from child').all([])
    ask()
    for (const step of ['begin', 'savepoint attempt', 'release savepoint attempt', 'commit'])
      statements.prepare(step).run([])
    prepared = []
    ask()
    expect(prepared).toEqual([])
  })

  it('are prepared anew while rows of the first are still being read', () => {
    const statements = rememberingStatements(raw)
    const reading = statements.prepare('select name from child').iterate([])[Symbol.iterator]()
    reading.next()
    expect(statements.prepare('select name from child').all([])).toHaveLength(2)
    expect(reading.next().value).toEqual({ name: 'Kit' })
    reading.return?.()
  })

  it('know a column that was added after they were prepared', () => {
    const statements = rememberingStatements(raw)
    statements.prepare('select * from child').all([])
    statements.prepare("alter table child add column year text default '5'").run([])
    expect(statements.prepare('select * from child').all([])[0]).toEqual({ id: '1', name: 'Alex', year: '5' })
  })

  it('that were not asked for longest are let go, so that memory stays flat', () => {
    const statements = rememberingStatements(raw)
    for (let n = 0; n < 600; n++) statements.prepare(`select ${n} from child`).all([])
    prepared = []
    statements.prepare('select 599 from child').all([])
    statements.prepare('select 0 from child').all([])
    expect(prepared).toEqual(['select 0 from child'])
  })
})
