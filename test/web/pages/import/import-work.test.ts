import { describe, expect, it, vi } from 'vitest'

vi.stubGlobal('location', { origin: 'http://localhost' })
const { RefusedError } = await import('../../../../web/api.ts')
const { ImportWork } = await import('../../../../web/pages/import/import-work.ts')
const { aView } = await import('./a-view.ts')

type Server = ConstructorParameters<typeof ImportWork>[1]
type Sent = Parameters<Server['send']>

function aWork(answer: (...sent: Sent) => Promise<ReturnType<typeof aView>>, latest: (string | null)[] = []) {
  const sent: Sent[] = []
  const work = new ImportWork(() => undefined, {
    send: (...asked) => {
      sent.push(asked)
      return answer(...asked)
    },
    latestRun: () => Promise.resolve(latest.shift() ?? null),
    on: () => '2026-03-13',
  })
  return { work, sent }
}
const file = (name: string, text = 'x') => new File([text], name)
const conflict = {
  key: 'c1',
  childName: 'A B',
  label: 'child',
  field: 'Last day',
  held: '1',
  told: '2',
}

describe('the files a person is bringing in', () => {
  it('a mended file takes the place of the one of its name, a forgotten one joins', async () => {
    const { work, sent } = aWork(() => Promise.resolve(aView()))
    await work.choose([file('a.csv'), file('b.csv')])
    await work.choose([file('b.csv', 'mended'), file('c.csv')])
    expect(work.files.map(({ name, size }) => [name, size])).toEqual([
      ['a.csv', 1],
      ['b.csv', 6],
      ['c.csv', 1],
    ])
    expect(sent.map(([step, files]) => [step, files.length])).toEqual([
      ['preview', 2],
      ['preview', 3],
    ])
    await work.leaveOut('a.csv')
    expect(sent.at(-1)![1]).toHaveLength(2)
  })

  it('what was decided stays in sight and is sent along, also with the run', async () => {
    const { work, sent } = aWork((step, _, asked) =>
      Promise.resolve(
        step === 'preview' && !asked.decisions?.conflicts['c1']
          ? aView({}, { result: 'refused', canRun: false, conflicts: [conflict], conflictCount: 1 })
          : aView({ changed: 1 }),
      ),
    )
    await work.choose([file('a.csv')])
    await work.bringIn()
    expect(sent).toHaveLength(1)
    await work.decide(['c1'], 'take')
    expect(work.view?.conflicts).toEqual([])
    expect([...work.conflicts.keys()]).toEqual(['c1'])
    await work.bringIn()
    expect(sent.at(-1)![0]).toBe('run')
    expect(sent.at(-1)![2]).toMatchObject({
      decisions: { conflicts: { c1: 'take' }, meant: [] },
      previewedAt: 4,
    })
    expect(work.done).not.toBeNull()
  })

  it('a newer look takes the place of one that is still under way', async () => {
    let fail = (_: Error) => {}
    const first = new Promise<ReturnType<typeof aView>>((_, reject) => (fail = reject))
    let asked = 0
    const { work, sent } = aWork(() => (asked++ === 0 ? first : Promise.resolve(aView({ added: 7 }))))
    const slow = work.choose([file('a.csv')])
    await work.choose([file('b.csv')])
    fail(new Error('stopped'))
    await slow
    expect(sent[0]![3].signal.aborted).toBe(true)
    expect(work.view?.counts[0]?.added).toBe(7)
    expect([work.said, work.doing]).toEqual(['', null])
  })

  it('files that could not be looked at cannot be brought in on the strength of an earlier look', async () => {
    const offline = new RefusedError(0, { code: 'offline', message: 'The server cannot be reached.' })
    let reached = true
    const { work, sent } = aWork(() =>
      reached ? Promise.resolve(aView({ added: 1 })) : Promise.reject(offline),
    )
    await work.choose([file('a.csv')])
    reached = false
    await work.choose([file('b.csv')])
    await work.bringIn()
    expect([work.view, work.said, sent.length]).toEqual([null, 'The server cannot be reached.', 2])
  })

  it('somebody else’s change since the preview is said, and the files are looked at again', async () => {
    const stale = new RefusedError(409, { code: 'stale', message: 'Somebody changed something.' })
    const { work, sent } = aWork((step) =>
      step === 'run' ? Promise.reject(stale) : Promise.resolve(aView()),
    )
    await work.choose([file('a.csv')])
    await work.bringIn()
    expect(sent.map(([step]) => step)).toEqual(['preview', 'run', 'preview'])
    expect([work.said, work.done]).toEqual(['Somebody changed something.', null])
  })

  it('a run that is stopped says that nothing was changed', async () => {
    const { work } = aWork(
      (step, _, __, { signal }) =>
        step === 'preview'
          ? Promise.resolve(aView({ added: 1 }))
          : new Promise((_resolve, reject) =>
              signal.addEventListener('abort', () => reject(signal.reason as Error)),
            ),
      ['run-1', 'run-1'],
    )
    await work.choose([file('a.csv')])
    const running = work.bringIn()
    await Promise.resolve()
    await Promise.resolve()
    await Promise.resolve()
    work.stop()
    await running
    expect([work.said, work.done, work.doing]).toEqual(['Stopped. Nothing was changed.', null, null])
  })

  it('an answer that broke off after the run had ended is told as done', async () => {
    const offline = new RefusedError(0, { code: 'offline', message: 'The server cannot be reached.' })
    const { work } = aWork(
      (step) => (step === 'preview' ? Promise.resolve(aView({ added: 1 })) : Promise.reject(offline)),
      ['run-1', 'run-2'],
    )
    await work.choose([file('a.csv')])
    await work.bringIn()
    expect(work.done).not.toBeNull()
    expect(work.said).toBe('')
  })
})
