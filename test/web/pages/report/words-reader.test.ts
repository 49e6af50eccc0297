import { expect, it } from 'vitest'
import { READ_AFTER, WordsReader } from '../../../../web/pages/report/words-reader.ts'

/** A server that knows one name and answers when the test says, and a clock that the test moves. */
function aDesk(kept?: { words: string; warnings: readonly string[] }) {
  const asked: { words: string; answer: () => Promise<void>; fail: () => Promise<void> }[] = []
  let planned: (() => void) | null = null
  const reader = new WordsReader(
    {
      warningsOf: (words) =>
        new Promise((resolve, reject) => {
          const soon = async (end: () => void) => {
            end()
            await Promise.resolve()
            await Promise.resolve()
          }
          asked.push({
            words,
            answer: () => soon(() => resolve(words.includes('Chidi') ? ['“Chidi” is a name.'] : [])),
            fail: () => soon(() => reject(new Error('offline'))),
          })
        }),
      later: (work, after) => {
        expect(after).toBe(READ_AFTER)
        planned = work
        return () => void (planned = null)
      },
    },
    () => undefined,
    kept,
  )
  const wait = () => {
    planned?.()
    planned = null
  }
  return { reader, asked, wait }
}

it('words are read a little after the last key, once', async () => {
  const { reader, asked, wait } = aDesk()
  reader.typed('The board asked after Chi')
  reader.typed('The board asked after Chidi.')
  expect(asked).toEqual([])
  wait()
  expect(asked.map(({ words }) => words)).toEqual(['The board asked after Chidi.'])
  await asked[0]!.answer()
  expect(reader.warnings).toEqual(['“Chidi” is a name.'])
})

it('an answer on older words is not taken for the newest', async () => {
  const { reader, asked, wait } = aDesk()
  reader.typed('Chidi')
  wait()
  reader.typed('A child')
  wait()
  await asked[1]!.answer()
  await asked[0]!.answer()
  expect(reader.warnings).toEqual([])
})

it('what is sent before it was read is read first, and waits where it gives a child away', async () => {
  const { reader, asked } = aDesk()
  reader.typed('Chidi')
  const isShown = reader.isShown('Chidi')
  await asked[0]!.answer()
  expect(await isShown).toBe(false)
  expect(await reader.isShown('Chidi ')).toBe(true)
  expect(asked).toHaveLength(1)
})

it('what gives nobody away is sent at once, and so is what was warned of when it was kept', async () => {
  const { reader, asked } = aDesk({ words: 'Chidi', warnings: ['“Chidi” is a name.'] })
  expect(await reader.isShown('Chidi')).toBe(true)
  const isShown = reader.isShown('Noted.')
  await asked[0]!.answer()
  expect([await isShown, reader.warnings]).toEqual([true, []])
})

it('what is sent waits for its own warnings, though other words were read meanwhile', async () => {
  const { reader, asked, wait } = aDesk()
  const isShown = reader.isShown('Chidi')
  reader.typed('A child')
  wait()
  await asked[1]!.answer()
  await asked[0]!.answer()
  expect([await isShown, reader.warnings]).toEqual([false, []])
})

it('words that cannot be read are not sent, and while they are written nothing is said of it', async () => {
  const { reader, asked, wait } = aDesk()
  reader.typed('Chidi')
  wait()
  await asked[0]!.fail()
  expect(reader.warnings).toEqual([])
  const isShown = reader.isShown('Chidi')
  const failure = expect(isShown).rejects.toThrow('offline')
  await asked[1]!.fail()
  await failure
})

it('nothing is read of words that are left, or of none', async () => {
  const { reader, asked, wait } = aDesk()
  reader.typed('Chidi')
  reader.stop()
  wait()
  reader.typed('  ')
  wait()
  expect(asked).toEqual([])
})
