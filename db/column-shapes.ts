import { type Kysely, sql } from 'kysely'
import type { Dialect, FrozenTables } from './dialect.ts'

const digits = (count: number) => '[0-9]'.repeat(count)
const dayShape = `${digits(4)}-[01][0-9]-[0-3][0-9]`
const minuteShape = `${dayShape}T[0-2][0-9]:[0-5][0-9]`
const instantShape = `${minuteShape}:[0-5][0-9][.]${digits(3)}Z`
const yearShape = `${digits(4)}/${digits(2)}`

/**
 * How migrations write tables and columns. Migrations use this, so nothing in it may ever change its meaning:
 * add beside it instead.
 */
export function columnShapes(db: Kysely<FrozenTables>, dialect: Dialect) {
  const run = (statement: string) => sql.raw(statement).execute(db)
  const table = (name: string, ...parts: readonly string[]) =>
    run(`create table ${name} (\n  ${parts.join(',\n  ')}\n)${dialect.tableEnd}`)

  const text = (name: string) => `${name} ${dialect.text}`
  const required = (name: string) => `${text(name)} not null`
  const shaped = (name: string, shape: string) => `${text(name)} check (${dialect.matches(name, shape)})`
  const day = (name: string) => shaped(name, dayShape)
  const requiredDay = (name: string) => `${day(name)} not null`
  const minute = (name: string) => shaped(name, minuteShape)
  const instant = (name: string) => shaped(name, instantShape)
  const requiredInstant = (name: string) => `${instant(name)} not null`
  const academicYear = `${shaped('academic_year', yearShape)} not null`
  /** `words` are separated by spaces. */
  const oneOf = (name: string, words: string) =>
    `${text(name)} check (${name} in ('${words.replaceAll(' ', "', '")}'))`
  const requiredOneOf = (name: string, words: string) => `${oneOf(name, words)} not null`
  const flag = (name: string) => `${name} integer check (${name} in (0, 1))`
  const requiredFlag = (name: string) => `${flag(name)} not null`
  const atLeast = (name: string, least: number) => `${name} integer check (${name} >= ${least})`
  const version = `${atLeast('version', 1)} not null`

  return {
    run,
    table,
    text,
    required,
    day,
    requiredDay,
    minute,
    instant,
    requiredInstant,
    academicYear,
    oneOf,
    requiredOneOf,
    flag,
    requiredFlag,
    atLeast,
    version,
  }
}
