import { describe, expect, it } from 'vitest'
import type { WordsSaved } from '../../../../web/api.ts'
import { TRY_AGAIN_AFTER } from '../../../../web/keeper.ts'
import { SAVE_AFTER, WordsKeeper } from '../../../../web/pages/report/words-keeper.ts'

const saved = (words: string, version: number): WordsSaved => ({
  section: 9,
  words,
  version,
  changedAt: '2026-03-13T08:12:00.000Z',
  changedBy: 'Ruth Plover',
  warnings: words.includes('Chidi') ? ['“Chidi” is the name of a child.'] : [],
})

/** A server that holds the words of one section, and a clock that the test moves. */
function aDesk(stored?: WordsSaved) {
  const server = { stored, failure: null as Error | null, puts: [] as string[] }
  const planned: { work: () => void; after: number }[] = []
  class Elsewhere extends Error {}
  const keeper = new WordsKeeper(
    {
      put: (version, words) => {
        if (server.failure) return Promise.reject(server.failure)
        if (version !== (server.stored?.version ?? 0)) return Promise.reject(new Elsewhere())
        server.puts.push(words)
        server.stored = saved(words, version + 1)
        return Promise.resolve(server.stored)
      },
      elsewhere: (error) => (error instanceof Elsewhere ? server.stored : undefined),
      isOutOfReach: (error) => (error as Error).message === 'offline',
      later: (work, after) => {
        const one = { work, after }
        planned.push(one)
        return () => void planned.splice(planned.indexOf(one), planned.includes(one) ? 1 : 0)
      },
      now: () => '08:12',
    },
    () => undefined,
    stored,
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
  }
}

describe('the designated teacher’s words in a section', () => {
  it('are saved shortly after the last key, all in one, with the time', async () => {
    const { keeper, server, planned, tick } = aDesk()
    keeper.change('A quiet')
    keeper.change('A quiet room')
    expect(planned()).toEqual([SAVE_AFTER])
    await tick()
    expect(server.puts).toEqual(['A quiet room'])
    expect(keeper).toMatchObject({ saving: 'saved', savedAt: '08:12', isUnsaved: false })
  })

  it('are held against what the server says of them once they are saved', async () => {
    const { keeper, tick } = aDesk()
    keeper.change('Chidi has a mentor.')
    expect(keeper.warnings).toEqual([])
    await tick()
    expect(keeper.warnings).toEqual(['“Chidi” is the name of a child.'])
    keeper.change('There is a mentor.')
    await tick()
    expect(keeper.warnings).toEqual([])
  })

  it('stay while the server is out of reach, and are sent again', async () => {
    const { keeper, server, planned, tick } = aDesk()
    server.failure = new Error('offline')
    keeper.change('A quiet room')
    await tick()
    expect(keeper).toMatchObject({ saving: 'not-saved', text: 'A quiet room', isUnsaved: true })
    expect(planned()).toEqual([TRY_AGAIN_AFTER])
    server.failure = null
    await tick()
    expect(server.puts).toEqual(['A quiet room'])
  })

  it('that were taken back before they could be sent are not called unsaved', async () => {
    const { keeper, server, planned, tick } = aDesk()
    server.failure = new Error('offline')
    keeper.change('A quiet room')
    await tick()
    keeper.change('')
    await tick()
    expect(keeper).toMatchObject({ saving: 'nothing', isUnsaved: false })
    expect(planned()).toEqual([])
  })

  it('say why they were refused, and are not sent again by themselves', async () => {
    const { keeper, server, planned, tick } = aDesk()
    server.failure = new Error('too long')
    keeper.change('A quiet room')
    await tick()
    expect(keeper.saving).toBe('refused')
    expect(keeper.error).toBe(server.failure)
    expect(planned()).toEqual([])
  })

  it('stand beside those of somebody who saved first, until one is chosen', async () => {
    const { keeper, server, tick } = aDesk(saved('A room', 1))
    server.stored = saved('A hall', 2)
    keeper.change('A quiet room')
    await tick()
    expect(keeper.clash?.words).toBe('A hall')
    expect(keeper.text).toBe('A quiet room')
    expect(await keeper.flush()).toBe(false)
    keeper.choose('mine')
    await tick()
    expect(server.puts).toEqual(['A quiet room'])
    expect(keeper.clash).toBeNull()
  })

  it('give way to those of the other where these are chosen, and to the same words without a question', async () => {
    const { keeper, server, tick } = aDesk(saved('A room', 1))
    server.stored = saved('A hall', 2)
    keeper.change('A quiet room')
    await tick()
    keeper.choose('theirs')
    expect(keeper).toMatchObject({ text: 'A hall', isUnsaved: false, saving: 'saved' })
    server.stored = saved('A garden', 3)
    keeper.change('A garden')
    await tick()
    expect(keeper).toMatchObject({ clash: null, saving: 'saved' })
  })

  it('are not overwritten by an answer that comes while somebody writes', () => {
    const { keeper } = aDesk(saved('A room', 1))
    keeper.change('A quiet room')
    keeper.take(saved('A hall', 2))
    expect(keeper.text).toBe('A quiet room')
  })

  it('are all sent before a step is taken', async () => {
    const { keeper, server } = aDesk()
    keeper.change('A quiet room')
    expect(await keeper.flush()).toBe(true)
    expect(server.puts).toEqual(['A quiet room'])
  })
})
