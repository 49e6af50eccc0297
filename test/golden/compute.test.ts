import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { computeFolder } from '../../server/compute-folder.ts'
import { aClock } from '../support/a-clock.ts'
import { differencesOf } from '../support/differences.ts'

const sample = fileURLToPath(new URL('./sample/', import.meta.url))
const expected = JSON.parse(readFileSync(`${sample}/expected.json`, 'utf8')) as Record<string, unknown>

let computed: Record<string, unknown>

beforeAll(async () => {
  const answer = await computeFolder(sample, aClock('2026-03-13'))
  if (!('picture' in answer)) throw new Error(answer.refusals.join('\n'))
  // As it is printed: what has no value is not there, and no value is shared.
  computed = JSON.parse(JSON.stringify(answer.picture)) as Record<string, unknown>
})

describe('the sample school, imported and computed', () => {
  it('has the parts of the expected picture, in their order', () => {
    expect(Object.keys(computed)).toEqual(Object.keys(expected))
  })

  for (const part of Object.keys(expected).filter((key) => key !== 'children'))
    it(`comes out as expected in its ${part}`, () => {
      expect(differencesOf(computed[part], expected[part], part)).toEqual([])
    })

  const childrenOf = (picture: Record<string, unknown>) => picture['children'] as Record<string, unknown>

  it('has the expected children, in the order of their file', () => {
    expect(Object.keys(childrenOf(computed))).toEqual(Object.keys(childrenOf(expected)))
  })

  for (const [upn, child] of Object.entries(childrenOf(expected)))
    it(`comes out as expected in every value of ${upn}`, () => {
      expect(differencesOf(childrenOf(computed)[upn], child)).toEqual([])
    })
})
