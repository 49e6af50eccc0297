import { createTransport } from 'nodemailer'
import { ConfigError } from './config.ts'
import { errorFacts } from './error-facts.ts'
import type { Log } from './log.ts'

/** A plain message to somebody with an account. It never holds a child's name. */
export interface Message {
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface Mailer {
  /** Answers false when it could not be handed over; the reason is in the log, without the address. */
  send(message: Message): Promise<boolean>
}

/** How long the mail server may be silent at each step, in milliseconds. */
const PATIENCE = 10_000

/** One bare address: nothing that a mail server could read as a second one, a name, a route or a header. */
const bareAddress =
  /^[^\s"(),:;<>@[\\\]\p{Cc}\p{Cf}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)*[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u
const isBareAddress = (text: string) => text.length <= 254 && bareAddress.test(text)

const oneLine = (text: string) => !/[\p{Cc}\u2028\u2029]/u.test(text)
const isLoopback = (host: string) =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

interface Settings {
  readonly host: string
  /** Left out: 587, or 465 for smtps. */
  readonly port: number | undefined
  readonly secure: boolean
  readonly user: string
  readonly password: string
  readonly from: string
}

/** A part of an address as its owner wrote it; undefined when its `%` do not decode. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/**
 * SMTP_URL: `smtp://user:password@host:port?from=address`, or `smtps://`. Throws `ConfigError` with one plain
 * sentence, in which the setting itself, which holds a password, does not stand.
 */
export function readSmtpUrl(text: string): Settings {
  if (!/^smtps?:\/\/[^\s]+$/.test(text) || !URL.canParse(text))
    throw new ConfigError('SMTP_URL must begin with smtp:// or smtps:// and be a whole address.')
  const url = new URL(text)
  const user = decoded(url.username)
  const password = decoded(url.password)
  if (user === undefined || password === undefined)
    throw new ConfigError('SMTP_URL: write a “%” in the user name or the password as “%25”.')
  const unknown = [...url.searchParams.keys()].find((key) => key !== 'from')
  if (unknown !== undefined)
    throw new ConfigError(
      'SMTP_URL takes nothing after “?” but “from”, the address that messages are sent from.',
    )
  const from = url.searchParams.get('from') ?? user
  if (!isBareAddress(from))
    throw new ConfigError(
      'SMTP_URL does not say who messages are from: end it with “?from=” and one e-mail address.',
    )
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? undefined : Number(url.port),
    secure: url.protocol === 'smtps:',
    user,
    password,
    from,
  }
}

/**
 * Hands messages to the mail server of SMTP_URL. Away from this machine nothing is sent before the connection is
 * encrypted and the server's certificate is good. A message is tried once. Throws `ConfigError` for a setting
 * that cannot be used.
 */
export function createMailer(smtpUrl: string, log: Log, patience = PATIENCE): Mailer {
  const { host, port, secure, user, password, from } = readSmtpUrl(smtpUrl)
  const near = isLoopback(host)
  const transport = createTransport({
    host,
    ...(port !== undefined && { port }),
    secure,
    requireTLS: !near,
    // A relay on this machine often shows a certificate that nobody signed; its words do not leave the machine.
    tls: { rejectUnauthorized: !near },
    ...(password !== '' && { auth: { user, pass: password } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text }) {
      if (!isBareAddress(to) || !oneLine(subject)) {
        log.warn({ event: 'mail.refused', wrong: isBareAddress(to) ? 'subject' : 'address' })
        return false
      }
      try {
        await transport.sendMail({
          envelope: { from, to: [to] },
          from: { name: 'Virtual School dashboard', address: from },
          to: { name: '', address: to },
          subject,
          text,
          xMailer: false,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return true
      } catch (error) {
        const { responseCode, command } = error as { responseCode?: number; command?: string }
        log.warn({ event: 'mail.failed', responseCode, command, ...errorFacts(error) })
        return false
      }
    },
  }
}
