import { existsSync } from 'node:fs'

/** The browser that the tests drive: the one given, the one of the npm package, or one of the system. */
export async function chromiumPath(): Promise<string | undefined> {
  if (process.env['CHROMIUM_PATH']) return process.env['CHROMIUM_PATH']
  if (process.platform === 'linux' && process.arch === 'x64')
    return (await import('@sparticuz/chromium')).default.executablePath()
  return ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync)
}

export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
