import { isIP } from 'node:net'
import { resolve } from 'node:path'
import type { DatabaseTarget } from '../db/connect.ts'
import { trustedProxiesOf } from './trusted-proxies.ts'

export interface Config {
  host: string
  port: number
  dataDir: string
  /** `adminUrl` is that of the tables' owner, who alone changes them; the same as `url` when it is left out. */
  database: DatabaseTarget & { adminUrl?: string }
  /** Where people reach it, such as `https://virtual-school.example`; this machine alone when left out. */
  baseUrl?: string
  /** Addresses and ranges of proxies whose word on where a request comes from is taken. */
  trustedProxies?: readonly string[]
  /** Files of the certificate and its key, in PEM. */
  tls?: { cert: string; key: string }
  /** Where mail is handed over; without one, links are shown to whoever makes them. */
  smtpUrl?: string
}

/** A setting that cannot be used; the message is the one plain sentence to print. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

type Settings = Readonly<Record<string, string | undefined>>

const loopback = new Set(['127.0.0.1', '::1', '[::1]', 'localhost'])

/** Whether an address or the name of one is this machine alone. */
export const isLoopback = (host: string): boolean => loopback.has(host)

function port(text: string): number {
  const value = Number(text)
  if (!/^\d{1,5}$/.test(text) || value > 65535)
    throw new ConfigError(`PORT must be a whole number from 0 to 65535, not “${text}”.`)
  return value
}

function listeningAt(host: string): string {
  if (isLoopback(host) || isIP(host) !== 0) return host
  throw new ConfigError(
    `HOST must be an address of this machine, such as 127.0.0.1 or 0.0.0.0, not “${host}”.`,
  )
}

/** The address of a database server. What is sent to another machine is sealed on the way. */
function postgresUrl(name: string, url: string): URL {
  if (!/^postgres(ql)?:\/\/[^\s]+$/.test(url) || !URL.canParse(url))
    throw new ConfigError(
      `${name} must begin with postgres:// and be a whole address; leave it out to use the database of a file.`,
    )
  const address = new URL(url)
  const here = address.hostname === '' || isLoopback(address.hostname)
  if (!here && !/^(require|verify-ca|verify-full)$/.test(address.searchParams.get('sslmode') ?? ''))
    throw new ConfigError(
      `${name} would send records about children over the network for anyone to read: add ?sslmode=verify-full to it.`,
    )
  return address
}

function database(settings: Settings, dataDir: string): Config['database'] {
  const url = settings['DATABASE_URL']
  const adminUrl = settings['DATABASE_ADMIN_URL']
  if (!url && adminUrl)
    throw new ConfigError('DATABASE_ADMIN_URL is set without DATABASE_URL: set both, or neither.')
  if (!url) return { kind: 'sqlite', file: resolve(dataDir, 'virtual-school.db') }
  const program = postgresUrl('DATABASE_URL', url)
  if (!adminUrl) return { kind: 'postgres', url }
  const owner = postgresUrl('DATABASE_ADMIN_URL', adminUrl)
  if (owner.host !== program.host || owner.pathname !== program.pathname)
    throw new ConfigError('DATABASE_ADMIN_URL must name the same server and database as DATABASE_URL.')
  return { kind: 'postgres', url, adminUrl }
}

/** Scheme, host and port and nothing more, without a `/` at the end. */
function baseUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new ConfigError(`BASE_URL must be a whole address such as https://virtual-school.example.`)
  const url = new URL(text)
  if (url.username !== '' || url.password !== '')
    throw new ConfigError('BASE_URL must not hold a name or a password: it is shown to everybody.')
  if (url.pathname !== '/' || /[?#]/.test(text))
    throw new ConfigError(
      'BASE_URL must end after the name and the port: the program needs an address of its own.',
    )
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw new ConfigError(
      'BASE_URL must begin with https:// unless it is this machine: over http anyone on the way reads along.',
    )
  return url.origin
}

function tls({ TLS_CERT: cert, TLS_KEY: key }: Settings): Config['tls'] {
  if (!cert && !key) return undefined
  if (!cert || !key)
    throw new ConfigError('TLS_CERT and TLS_KEY belong together: set both to a file, or neither.')
  return { cert: resolve(cert), key: resolve(key) }
}

function proxies(text: string): readonly string[] {
  const { ranges, fault } = trustedProxiesOf(text)
  if (fault !== undefined) throw new ConfigError(fault)
  return ranges
}

/** Over a network nothing goes in the clear, and one knows who may bring it. */
function refuseOpenNetwork({ host, baseUrl: base, tls: own, trustedProxies = [] }: Config): void {
  const sealed = own !== undefined || trustedProxies.length > 0
  const isPublic = base !== undefined && base.startsWith('https:')
  if (!isLoopback(host) && (!isPublic || !sealed))
    throw new ConfigError(
      `HOST is “${host}”, which other machines reach: that needs BASE_URL with https:// and either TLS_CERT and TLS_KEY or TRUSTED_PROXY.`,
    )
  if (isPublic && !sealed)
    throw new ConfigError(
      'BASE_URL begins with https://, but nothing here speaks https: set TLS_CERT and TLS_KEY, or TRUSTED_PROXY to the address of the proxy that does.',
    )
  if (own && base?.startsWith('http:'))
    throw new ConfigError('BASE_URL begins with http://, but TLS_CERT is set: begin it with https://.')
}

/** What makes Node itself tell secrets or believe anybody. */
function refuseWeakenedNode(settings: Settings): void {
  if (settings['NODE_TLS_REJECT_UNAUTHORIZED'] === '0')
    throw new ConfigError(
      'NODE_TLS_REJECT_UNAUTHORIZED is 0: then any machine could pose as the mail or the database server.',
    )
  if (/--inspect\b|--inspect-/.test(settings['NODE_OPTIONS'] ?? ''))
    throw new ConfigError(
      'NODE_OPTIONS opens a debugger, through which every record can be read: leave --inspect out.',
    )
}

/** The program's settings. Throws `ConfigError` with one plain sentence for a value that cannot be used. */
export function readConfig(settings: Settings): Config {
  refuseWeakenedNode(settings)
  const dataDir = resolve(settings['DATA_DIR'] || 'data')
  const certificate = tls(settings)
  const config: Config = {
    host: listeningAt(settings['HOST'] || '127.0.0.1'),
    port: port(settings['PORT'] || '4600'),
    dataDir,
    database: database(settings, dataDir),
    ...(settings['BASE_URL'] ? { baseUrl: baseUrl(settings['BASE_URL']) } : {}),
    trustedProxies: proxies(settings['TRUSTED_PROXY'] ?? ''),
    ...(certificate ? { tls: certificate } : {}),
    ...(settings['SMTP_URL'] ? { smtpUrl: settings['SMTP_URL'] } : {}),
  }
  refuseOpenNetwork(config)
  return config
}

/** The settings of this process. */
export const loadConfig = (): Config => readConfig(process.env)
