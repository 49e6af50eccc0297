import { describe, expect, it } from 'vitest'
import { LOOK_EVERY, newsPoller } from '../../web/news-poller.ts'

/** A source whose stamp, failures and time are the test's. */
function aSource() {
  const state = { stamp: 'a', unread: 0, fails: false, visible: true, asked: 0 }
  let planned: { work: () => void; after: number } | undefined
  const poller = newsPoller({
    ask: () => {
      state.asked++
      return state.fails
        ? Promise.reject(new Error('offline'))
        : Promise.resolve({ stamp: state.stamp, unread: state.unread })
    },
    later: (work, after) => {
      planned = { work, after }
      return () => (planned = undefined)
    },
    isVisible: () => state.visible,
  })
  // What was asked has been answered once everything that waits for a promise has run.
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
  return {
    state,
    poller,
    settled,
    planned: () => planned?.after,
    tick: async () => {
      const due = planned
      planned = undefined
      due?.work()
      await settled()
    },
  }
}

describe('news of what schools consider', () => {
  it('is told once, when the stamp changes, and not when it is first read', async () => {
    const { state, poller, settled, tick } = aSource()
    let told = 0
    poller.watch(() => told++)
    await settled()
    await tick()
    expect(told).toBe(0)
    state.stamp = 'b'
    await tick()
    await tick()
    expect(told).toBe(1)
  })

  it('is asked for once, however many watch', async () => {
    const { state, poller, settled, tick } = aSource()
    const told: string[] = []
    poller.watch(() => told.push('shell'))
    poller.watch(() => told.push('page'))
    await settled()
    state.stamp = 'b'
    await tick()
    expect(told).toEqual(['shell', 'page'])
    expect(state.asked).toBe(2)
  })

  it('is not asked for once nobody watches, as on a locked screen; what changed meanwhile is told after', async () => {
    const { state, poller, settled, planned } = aSource()
    const end = poller.watch(() => undefined)
    await settled()
    end()
    expect(planned()).toBeUndefined()
    poller.lookNow()
    expect(state.asked).toBe(1)
    state.stamp = 'b'
    let told = 0
    poller.watch(() => told++)
    await settled()
    expect(told).toBe(1)
  })

  it('is not asked for while nobody can see the page, and at once when somebody can', async () => {
    const { state, poller, settled, tick } = aSource()
    let told = 0
    poller.watch(() => told++)
    await settled()
    state.visible = false
    state.stamp = 'b'
    await tick()
    expect([state.asked, told]).toEqual([1, 0])
    state.visible = true
    poller.lookNow()
    await settled()
    expect(told).toBe(1)
  })

  it('is asked for less often while it fails, and as often as before once it does not', async () => {
    const { state, poller, settled, tick, planned } = aSource()
    poller.watch(() => undefined)
    await settled()
    state.fails = true
    const waits = []
    for (let i = 0; i < 6; i++) {
      await tick()
      waits.push(planned()! / LOOK_EVERY)
    }
    expect(waits).toEqual([2, 4, 8, 15, 15, 15])
    state.fails = false
    await tick()
    expect(planned()).toBe(LOOK_EVERY)
  })

  it('is followed answer by answer where a number stands on every page, from the last one on', async () => {
    const { state, poller, settled, tick } = aSource()
    const seen: (number | null | undefined)[] = []
    poller.watch(() => undefined)
    await settled()
    const end = poller.follow((news) => seen.push(news === null ? null : news.unread))
    state.unread = 2
    await tick()
    state.fails = true
    await tick()
    end()
    await tick()
    expect(seen).toEqual([0, 2, null])
  })
})
