import { describe, expect, it } from 'vitest'
import { authoritiesOfEngland, authorityFinder } from '../../../server/records/authorities-england.ts'

const find = authorityFinder(Object.entries(authoritiesOfEngland).map(([code, name]) => ({ code, name })))

describe('the authorities of England', () => {
  it('are 153, each with a name of its own', () => {
    expect(Object.keys(authoritiesOfEngland)).toHaveLength(153)
    expect(new Set(Object.values(authoritiesOfEngland)).size).toBe(153)
  })

  it.each([
    ['Essex', '881'],
    ['Essex County Council', '881'],
    ['881', '881'],
    ['London Borough of Barnet', '302'],
    ['Royal Borough of Kensington & Chelsea', '207'],
    ['City of York Council', '816'],
    ['City of London', '201'],
    ['ST. HELENS', '342'],
  ])('finds %s', (text, code) => expect(find(text)?.code).toBe(code))

  it.each(['', 'Essexshire', 'Council', 'Yorkshire'])('does not guess “%s”', (text) =>
    expect(find(text)).toBeUndefined(),
  )
})
