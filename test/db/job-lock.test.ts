import { expect, it } from 'vitest'
import { withJobLock } from '../../db/job-lock.ts'
import { describeBothDatabases } from '../support/databases.ts'

describeBothDatabases('a timed job', (open, kind) => {
  it('is done once where several processes share a database', async () => {
    const first = await open()
    const second = await open(first.target)
    let begun = () => {}
    let end = () => {}
    const running = new Promise<void>((resolve) => (begun = resolve))
    const ending = new Promise<void>((resolve) => (end = resolve))
    const long = withJobLock(first, 'evaluation', async () => {
      begun()
      await ending
      return 'first'
    })
    await running
    const meanwhile = await withJobLock(second, 'evaluation', async () => 'second')
    // A file has one server, so there is nobody to wait for.
    expect(meanwhile).toBe(kind === 'postgres' ? 'busy' : 'second')
    expect(await withJobLock(second, 'another job', async () => 'other')).toBe('other')
    end()
    expect(await long).toBe('first')
    expect(await withJobLock(second, 'evaluation', async () => 'after')).toBe('after')
  })

  it('that fails gives the lock back', async () => {
    const database = await open()
    const failing = withJobLock(database, 'evaluation', () => Promise.reject(new Error('no')))
    await expect(failing).rejects.toThrow('no')
    expect(await withJobLock(database, 'evaluation', async () => 'again')).toBe('again')
  })
})
