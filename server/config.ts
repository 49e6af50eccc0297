import { resolve } from 'node:path'

export interface Config {
  host: string
  port: number
  dataDir: string
  database: { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string }
}

/** A setting that cannot be used; the message is the one plain sentence to print. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

function port(text: string): number {
  const value = Number(text)
  if (!/^\d{1,5}$/.test(text) || value > 65535)
    throw new ConfigError(`PORT must be a whole number from 0 to 65535, not “${text}”.`)
  return value
}

function database(url: string | undefined, dataDir: string): Config['database'] {
  if (!url) return { kind: 'sqlite', file: resolve(dataDir, 'virtual-school.db') }
  if (/^postgres(ql)?:\/\/[^\s]+$/.test(url) && URL.canParse(url)) return { kind: 'postgres', url }
  throw new ConfigError(
    'DATABASE_URL must begin with postgres:// and be a whole address; leave it out to use the database of a file.',
  )
}

/**
 * The program's settings. Throws `ConfigError` with one plain sentence for a value that cannot be used.
 * Until people sign in, only this machine may connect.
 */
export function readConfig(settings: Readonly<Record<string, string | undefined>>): Config {
  const host = settings['HOST'] || '127.0.0.1'
  if (!loopback.has(host))
    throw new ConfigError(
      `HOST is “${host}”, but only this machine may connect (127.0.0.1) while nobody has to sign in: anyone on the network could read about children.`,
    )
  const dataDir = resolve(settings['DATA_DIR'] || 'data')
  return {
    host,
    port: port(settings['PORT'] || '4600'),
    dataDir,
    database: database(settings['DATABASE_URL'], dataDir),
  }
}

/** The settings of this process. */
export const loadConfig = (): Config => readConfig(process.env)
