import { describe, expect, it } from 'vitest'
import { TRY_AGAIN_AFTER } from '../../../../web/keeper.ts'
import { fieldsOfView, merge, nothingSaid, type Draft } from '../../../../web/pages/before/draft-fields.ts'
import { DraftKeeper, SAVE_AFTER } from '../../../../web/pages/before/draft-keeper.ts'
import { aConsideration } from '../../../support/build/a-before-page.ts'

type View = ReturnType<typeof aConsideration>

/** A server that holds one draft, and a clock that the test moves. */
function aDesk(view: View | null = null) {
  const server = {
    view,
    failure: null as Error | null,
    opened: 0,
    puts: [] as Draft[],
    hold: null as Promise<void> | null,
  }
  const planned: { work: () => void; after: number }[] = []
  class Elsewhere extends Error {}
  const keeper = new DraftKeeper(
    {
      open: () => {
        if (server.failure) return Promise.reject(server.failure)
        server.opened++
        return Promise.resolve((server.view ??= aConsideration()))
      },
      put: async ({ version }, fields) => {
        await server.hold
        if (server.failure) throw server.failure
        if (version !== server.view?.version) throw new Elsewhere()
        server.puts.push(fields)
        server.view = { ...server.view, ...(fields as Partial<View>), version: version + 1 }
        return { considering: server.view, consequences: null }
      },
      elsewhere: (error) => (error instanceof Elsewhere && server.view ? { view: server.view } : undefined),
      isOutOfReach: (error) => (error as Error).message === 'offline',
      later: (work, after) => {
        const one = { work, after }
        planned.push(one)
        return () => void planned.splice(planned.indexOf(one), planned.includes(one) ? 1 : 0)
      },
    },
    () => undefined,
    view,
  )
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
  return {
    server,
    keeper,
    planned: () => planned.map(({ after }) => after),
    tick: async () => {
      planned.shift()?.work()
      await settled()
    },
    settled,
    /** Somebody else saves first. */
    elsewhere: (fields: Partial<View>) => {
      if (server.view) server.view = { ...server.view, ...fields, version: server.view.version + 1 }
    },
  }
}

describe('a draft before a suspension', () => {
  it('is shown at once and sent shortly after the last change, all in one', async () => {
    const { keeper, server, planned, tick } = aDesk()
    keeper.change({ whatHappened: 'A' })
    keeper.change({ whatHappened: 'Ab' })
    expect(keeper.fields.whatHappened).toBe('Ab')
    expect(planned()).toEqual([SAVE_AFTER])
    expect(server.opened).toBe(0)
    await tick()
    expect(server.opened).toBe(1)
    expect(server.puts.map(({ whatHappened }) => whatHappened)).toEqual(['Ab'])
    expect(keeper.saving).toBe('saved')
    expect(keeper.isUnsaved).toBe(false)
  })

  it('sends one call at a time, and the latest last', async () => {
    const { keeper, server, tick, planned, settled } = aDesk(aConsideration())
    let release = () => {}
    server.hold = new Promise((resolve) => (release = resolve))
    keeper.change({ halfDays: 2 })
    await tick()
    keeper.change({ halfDays: 3 })
    await tick()
    expect(server.puts).toEqual([])
    release()
    await settled()
    expect(server.puts.map(({ halfDays }) => halfDays)).toEqual([2])
    expect(planned()).toEqual([SAVE_AFTER])
    await tick()
    expect(server.puts.map(({ halfDays }) => halfDays)).toEqual([2, 3])
  })

  it('stays, is said not to be saved, and is tried again while the server is out of reach', async () => {
    const { keeper, server, tick, planned } = aDesk(aConsideration())
    server.failure = new Error('offline')
    keeper.change({ whatBefore: 'A change of room.' })
    await tick()
    expect(keeper.saving).toBe('not-saved')
    expect(keeper.fields.whatBefore).toBe('A change of room.')
    expect(planned()).toEqual([TRY_AGAIN_AFTER])
    server.failure = null
    await tick()
    expect(server.view?.whatBefore).toBe('A change of room.')
    expect(keeper.saving).toBe('saved')
  })

  it('joins what two people changed in different places without asking', async () => {
    const { keeper, server, tick, elsewhere } = aDesk(aConsideration())
    elsewhere({ ringBack: '01632 960001' })
    keeper.change({ whatHappened: 'Mine' })
    await tick()
    await tick()
    expect(keeper.clash).toBeNull()
    expect([server.view?.ringBack, server.view?.whatHappened]).toEqual(['01632 960001', 'Mine'])
    expect(keeper.fields.ringBack).toBe('01632 960001')
  })

  it('asks which text stands where both changed the same, and sends nothing until then', async () => {
    const { keeper, server, tick, planned, elsewhere } = aDesk(aConsideration())
    elsewhere({ whatHappened: 'Theirs' })
    keeper.change({ whatHappened: 'Mine' })
    await tick()
    expect(keeper.clash?.names).toEqual(['whatHappened'])
    expect(planned()).toEqual([])
    keeper.choose('mine')
    await tick()
    expect(server.view?.whatHappened).toBe('Mine')
  })

  it('takes what is saved when the person chooses so', async () => {
    const { keeper, tick, elsewhere } = aDesk(aConsideration())
    elsewhere({ whatHappened: 'Theirs' })
    keeper.change({ whatHappened: 'Mine' })
    await tick()
    keeper.choose('theirs')
    expect(keeper.fields.whatHappened).toBe('Theirs')
    expect(keeper.isUnsaved).toBe(false)
  })

  it('lets a decision by somebody else stand', async () => {
    const { keeper, tick, elsewhere } = aDesk(aConsideration())
    elsewhere({ state: 'not-suspended', instead: 'A key adult.' })
    keeper.change({ halfDays: 4 })
    await tick()
    expect(keeper.view?.state).toBe('not-suspended')
    expect(keeper.isUnsaved).toBe(false)
  })

  it('is not overwritten by news while something of it is unsent', () => {
    const { keeper } = aDesk(aConsideration())
    keeper.change({ whatHappened: 'Half typed' })
    keeper.take(aConsideration({ version: 5, whatHappened: null }), null)
    expect(keeper.fields.whatHappened).toBe('Half typed')
  })

  it('does not come back after it was let go, and nothing is opened until the next act', () => {
    const decided = aConsideration({ state: 'not-suspended' })
    const { keeper, server } = aDesk(decided)
    keeper.anew()
    keeper.take(decided, null)
    expect(keeper.view).toBeNull()
    expect(server.opened).toBe(0)
  })
})

describe('two drafts of one', () => {
  const base = fieldsOfView(aConsideration())

  it('never join the length of one person to the first day of another', () => {
    const mine: Draft = {
      ...base,
      kind: 'suspension',
      startedOn: '2026-03-16',
      startSession: 'AM',
      halfDays: 2,
    }
    const theirs: Draft = {
      ...base,
      kind: 'lunchtime',
      startedOn: '2026-03-17',
      startSession: null,
      halfDays: 3,
    }
    const { both } = merge(base, mine, theirs)
    expect(both).toEqual(['kind', 'startedOn', 'startSession', 'halfDays'])
  })

  it('do not clash where both say the same', () => {
    const same: Draft = { ...base, whatHappened: 'The same' }
    expect(merge(base, same, same)).toEqual({ merged: same, both: [] })
  })

  it('begin with nothing said', () => {
    expect(fieldsOfView(null)).toEqual(nothingSaid)
  })
})
