import { describe, expect, it } from 'vitest'
import { hasName } from '../../../db/queries/child.ts'

const child = (forename: string, surname: string, preferredName: string | null = null) => ({
  forename,
  surname,
  preferredName,
})

describe('a child is found', () => {
  it.each([
    ['zoe', child('Zoë-Anaïs', 'García Márquez')],
    ['ANAIS marq', child('Zoë-Anaïs', 'García Márquez')],
    ['soren', child('Søren', 'Håkansson')],
    ['lucja', child('Łucja', 'X')],
    ['oneill', child('Erin', 'O’Neill')],
    ["O'Neill", child('Erin', 'O’Neill')],
    ['sasha', child('Alexander', 'Example', 'Sasha')],
    ['李', child('李', 'Example')],
    ['example alex', child('Alexander', 'Example')],
    ['st john', child('Leo', 'St. John')],
    ['strasse', child('Jo', 'Straße')],
  ])('by “%s”', (search, found) => expect(hasName(found, search)).toBe(true))

  it.each([
    ['alex smith', child('Alexander', 'Example')],
    ['lex', child('Alexander', 'Example')],
    ['', child('Alexander', 'Example')],
    [' - ', child('Alexander', 'Example')],
  ])('but not by “%s”', (search, other) => expect(hasName(other, search)).toBe(false))
})
