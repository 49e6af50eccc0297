import { once } from 'node:events'
import { createServer, type AddressInfo, type Server } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { ConfigError } from '../../server/config.ts'
import type { Log } from '../../server/log.ts'
import { createMailer, readSmtpUrl } from '../../server/mail.ts'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

interface Received {
  from: string
  to: string[]
  secure: boolean
  mail: Promise<Email>
}

/** A real mail server on a port of its own; keeps what it is given. */
async function aMailServer(options: SMTPServerOptions = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      username === 'office@school.example' && password === 'p@ss:word'
        ? done(null, { user: username })
        : done(new Error('not known here')),
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const raw = Buffer.concat(parts)
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          secure: session.secure,
          mail: PostalMime.parse(raw),
        })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  ends.push(() => server.close())
  return { received, port: (server.server.address() as AddressInfo).port }
}

/** A log that keeps what it is told. */
function aLog() {
  const lines: string[] = []
  const log = { warn: (line: unknown) => lines.push(JSON.stringify(line)) } as unknown as Log
  return { log, lines }
}

const note = {
  to: 'sam@school.example',
  subject: 'Choose a new password – today',
  text: 'Dear Sam,\n\nOpen this:\n\nhttps://vs.example/welcome#abc.def\n',
}

describe('a message', () => {
  it('arrives whole: one reader, the sender of the setting, plain text alone', async () => {
    const { received, port } = await aMailServer()
    const { log, lines } = aLog()
    const mailer = createMailer(`smtp://127.0.0.1:${port}?from=no-reply@vs.example`, log)
    expect(await mailer.send(note)).toBe(true)
    const [{ from, to, mail: arrived }] = received as [Received]
    const mail = await arrived
    expect({ from, to }).toEqual({ from: 'no-reply@vs.example', to: ['sam@school.example'] })
    expect(mail.from).toMatchObject({ address: 'no-reply@vs.example', name: 'Virtual School dashboard' })
    expect(mail.to).toMatchObject([{ address: 'sam@school.example' }])
    expect(mail.subject).toBe(note.subject)
    expect(mail.text).toBe(note.text)
    expect(mail.html).toBeUndefined()
    expect(mail.attachments).toEqual([])
    expect(lines).toEqual([])
  })

  it('is from the user name when the setting names nobody else, and that user signs in', async () => {
    const { received, port } = await aMailServer({ authOptional: false, allowInsecureAuth: true })
    const { log } = aLog()
    const mailer = createMailer(`smtp://office%40school.example:p%40ss%3Aword@127.0.0.1:${port}`, log)
    expect(await mailer.send(note)).toBe(true)
    expect(received[0]?.from).toBe('office@school.example')
  })

  it('goes over an encrypted connection where the mail server offers one', async () => {
    const { received, port } = await aMailServer({ disabledCommands: [] })
    const mailer = createMailer(`smtp://127.0.0.1:${port}?from=a@vs.example`, aLog().log)
    expect(await mailer.send(note)).toBe(true)
    expect(received[0]?.secure).toBe(true)
  })

  it('goes over smtps', async () => {
    const { received, port } = await aMailServer({ secure: true })
    const mailer = createMailer(`smtps://127.0.0.1:${port}?from=a@vs.example`, aLog().log)
    expect(await mailer.send(note)).toBe(true)
    expect(received[0]?.secure).toBe(true)
  })
})

describe('nothing can be slipped into a message', () => {
  const slips = [
    { to: 'sam@school.example\r\nBcc: other@evil.example' },
    { to: 'sam@school.example, other@evil.example' },
    { to: 'sam@school.example;other@evil.example' },
    { to: '<other@evil.example> sam@school.example' },
    { to: '"other@evil.example x"@school.example' },
    { to: 'Sam <sam@school.example>' },
    { to: '@relay.example:sam@school.example' },
    { to: 'sam@school.example ' },
    { to: 'sam@[127.0.0.1]' },
    { to: 'sam' },
    { to: '' },
    { to: `${'a'.repeat(65)}@school.example` },
    { subject: 'Hello\r\nBcc: other@evil.example' },
    { subject: 'Hello\nX: y' },
    { subject: 'Hello\u2028there' },
    { subject: 'Hello\u0000' },
  ]
  for (const slip of slips)
    it(`refuses ${JSON.stringify(slip)}`, async () => {
      const { received, port } = await aMailServer()
      const { log, lines } = aLog()
      const mailer = createMailer(`smtp://127.0.0.1:${port}?from=a@vs.example`, log)
      expect(await mailer.send({ ...note, ...slip })).toBe(false)
      expect(received).toEqual([])
      expect(lines).toHaveLength(1)
      expect(lines[0]).not.toMatch(/school\.example|evil|Bcc/)
    })

  it('takes a text as text: a line with a dot, a header, a boundary stay where they are', async () => {
    const { received, port } = await aMailServer()
    const mailer = createMailer(`smtp://127.0.0.1:${port}?from=a@vs.example`, aLog().log)
    const text = 'One\n.\nRCPT TO:<other@evil.example>\nBcc: other@evil.example\n\n--boundary\n'
    expect(await mailer.send({ ...note, text })).toBe(true)
    expect(received).toHaveLength(1)
    expect(received[0]?.to).toEqual(['sam@school.example'])
    expect(await received[0]?.mail).toMatchObject({ text })
    expect(await received[0]?.mail).not.toHaveProperty('bcc')
  })
})

describe('a message that cannot be handed over', () => {
  const told = async (url: string, patience?: number) => {
    const { log, lines } = aLog()
    const sent = await createMailer(url, log, patience).send(note)
    return { sent, line: lines.join('\n') }
  }

  it('is answered with false when the server refuses the reader, and the log has no address', async () => {
    const { port } = await aMailServer({
      onRcptTo: ({ address }, _session, done) => done(new Error(`no such user ${address}`)),
    })
    const { sent, line } = await told(`smtp://127.0.0.1:${port}?from=a@vs.example`)
    expect(sent).toBe(false)
    expect(line).toContain('"event":"mail.failed"')
    expect(line).toContain('"responseCode":550')
    expect(line).not.toMatch(/sam|example/)
  })

  it('is answered with false when nobody listens', async () => {
    const server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    server.close()
    await once(server, 'close')
    const { sent, line } = await told(`smtp://127.0.0.1:${port}?from=a@vs.example`)
    expect(sent).toBe(false)
    expect(line).toContain('mail.failed')
  })

  it('is answered with false for a wrong password, which is not in the log', async () => {
    const { port } = await aMailServer({ authOptional: false, allowInsecureAuth: true })
    const { sent, line } = await told(`smtp://office%40school.example:not-that@127.0.0.1:${port}`)
    expect(sent).toBe(false)
    expect(line).toContain('"responseCode":535')
    expect(line).not.toMatch(/office|not-that/)
  })

  it('is answered with false when the server stays silent for as long as it may', async () => {
    const silent: Server = createServer(() => undefined)
    silent.listen(0, '127.0.0.1')
    await once(silent, 'listening')
    ends.push(() => silent.close())
    const { sent, line } = await told(
      `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}?from=a@vs.example`,
      50,
    )
    expect(sent).toBe(false)
    expect(line).toContain('ETIMEDOUT')
  })

  it('is not sent to another machine that does not encrypt', async () => {
    const { received, port } = await aMailServer()
    // A name that leads to this machine and is not known as such, as any other server’s.
    const { sent, line } = await told(`smtp://0.0.0.0:${port}?from=a@vs.example`)
    expect(sent).toBe(false)
    expect(line).toContain('ETLS')
    expect(received).toEqual([])
  })

  it('is not sent to another machine whose certificate nobody signed', async () => {
    const { received, port } = await aMailServer({ disabledCommands: [] })
    const { sent } = await told(`smtp://0.0.0.0:${port}?from=a@vs.example`)
    expect(sent).toBe(false)
    expect(received).toEqual([])
  })
})

describe('the setting SMTP_URL', () => {
  it('gives server, port, user and sender', () => {
    expect(readSmtpUrl('smtps://u:p@mail.example:4465?from=a@vs.example')).toEqual({
      host: 'mail.example',
      port: 4465,
      secure: true,
      user: 'u',
      password: 'p',
      from: 'a@vs.example',
    })
    expect(readSmtpUrl('smtp://[::1]?from=a@vs.example')).toMatchObject({ host: '::1', port: undefined })
  })

  for (const wrong of [
    'mail.example',
    'http://mail.example?from=a@vs.example',
    'smtp://',
    'smtp://secret-name:secret@mail.example',
    'smtp://secret:50%@mail.example?from=a@vs.example',
    'smtp://mail.example?from=a@vs.example&secret=1',
    'smtp://mail.example?from=secret%0d%0aBcc:x@evil.example',
    'smtp://mail.example?from=a@vs.example%20b@vs.example',
  ])
    it(`refuses ${wrong} in a sentence that does not repeat it`, () => {
      const refuse = () => readSmtpUrl(wrong)
      expect(refuse).toThrow(ConfigError)
      expect(refuse).not.toThrow(/secret|evil/)
    })
})
