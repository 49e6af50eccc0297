import { statSync } from 'node:fs'

/**
 * Whether somebody else on this machine may read, change or enter a file or folder that exists: anybody, or with
 * `group` its group too. Windows keeps its rights elsewhere and is not asked.
 */
export const openToOthers = (path: string, also?: 'group'): boolean =>
  process.platform !== 'win32' && (statSync(path).mode & (also === 'group' ? 0o077 : 0o007)) !== 0
