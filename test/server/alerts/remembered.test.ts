import { expect, it } from 'vitest'
import { Remembered } from '../../../server/alerts/remembered.ts'

const counted = () => {
  const made: string[] = []
  const work = (key: string) => async () => {
    made.push(key)
    return key.toUpperCase()
  }
  return { made, work }
}

it('an answer is worked out once for all who ask', async () => {
  const { made, work } = counted()
  const answers = new Remembered<string>(2)
  expect(await Promise.all([answers.get('a', work('a')), answers.get('a', work('a'))])).toEqual(['A', 'A'])
  expect(made).toEqual(['a'])
})

it('the answer that was asked for longest ago is forgotten first', async () => {
  const { made, work } = counted()
  const answers = new Remembered<string>(2)
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await answers.get(key, work(key))
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})

it('a failure is not remembered', async () => {
  const answers = new Remembered<string>(2)
  await expect(answers.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await answers.get('a', async () => 'yes')).toBe('yes')
})
