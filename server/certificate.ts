import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { createSecureContext } from 'node:tls'
import { ConfigError, isLoopback } from './config.ts'
import { openToOthers } from './open-to-others.ts'

/** What an https server is made with. */
export interface Certificate {
  readonly cert: Buffer
  readonly key: Buffer
  readonly minVersion: 'TLSv1.2'
}

function contentsOf(setting: 'TLS_CERT' | 'TLS_KEY', file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw new ConfigError(`${setting} names ${file}, which cannot be read.`)
  }
}

function parsed<T>(setting: 'TLS_CERT' | 'TLS_KEY', file: string, what: string, parse: () => T): T {
  try {
    return parse()
  } catch {
    throw new ConfigError(`${setting} names ${file}, which holds no ${what} in PEM without a password.`)
  }
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'

/** The platform writes `Nov  2 09:30:00 2026 GMT`; answers `2026-11-02T09:30:00.000Z`. */
function instantIn(text: string): string {
  const [month = '', day = '', time = '', year = ''] = text.split(/\s+/)
  const number = String(MONTHS.indexOf(month) / 3 + 1)
  return `${year.padStart(4, '0')}-${number.padStart(2, '0')}-${day.padStart(2, '0')}T${time}.000Z`
}

/**
 * Reads a certificate and its key. Throws `ConfigError` with one plain sentence unless the key is nobody else's
 * to read, belongs to the certificate, and the certificate is for the name of `baseUrl` and good at `now`.
 */
export function readCertificate(
  files: { readonly cert: string; readonly key: string },
  now: string,
  baseUrl: string | undefined,
): Certificate {
  const cert = contentsOf('TLS_CERT', files.cert)
  const key = contentsOf('TLS_KEY', files.key)
  if (openToOthers(files.key))
    throw new ConfigError(
      `The key ${files.key} can be read by anybody on this machine: run chmod o-rwx on it.`,
    )
  const read = parsed('TLS_CERT', files.cert, 'certificate', () => new X509Certificate(cert))
  const secret = parsed('TLS_KEY', files.key, 'key', () => createPrivateKey(key))
  if (!read.checkPrivateKey(secret))
    throw new ConfigError(`The key ${files.key} does not belong to the certificate ${files.cert}.`)
  const [from, to] = [instantIn(read.validFrom), instantIn(read.validTo)]
  if (now < from)
    throw new ConfigError(`The certificate ${files.cert} is not good before ${from.slice(0, 10)}.`)
  if (now > to) throw new ConfigError(`The certificate ${files.cert} ran out on ${to.slice(0, 10)}.`)
  const name = baseUrl === undefined ? 'localhost' : new URL(baseUrl).hostname
  const isForName = () => {
    const ip = name.replace(/^\[(.*)\]$/, '$1')
    return (isIP(ip) === 0 ? read.checkHost(name) : read.checkIP(ip)) !== undefined
  }
  if (!isLoopback(name) && !isForName())
    throw new ConfigError(`The certificate ${files.cert} is not for ${name}, the name in BASE_URL.`)
  const context = { cert, key, minVersion: 'TLSv1.2' } as const
  parsed('TLS_CERT', files.cert, 'certificate that is strong enough', () => createSecureContext(context))
  return context
}
