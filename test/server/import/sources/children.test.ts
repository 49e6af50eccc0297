import { describe, expect, it } from 'vitest'
import { anUpn } from '../../../support/upn.ts'
import { csvOf, problemsOf, readTexts } from '../../../support/read-text.ts'

const HEADER = 'upn,surname,forename,date_of_birth,year_group,admitted_on,left_on'
const child = (number: number, surname: string, forename: string, rest = '2012-01-05,9,2023-09-01,') =>
  `${anUpn(number)},${surname},${forename},${rest}`
const read = (...rows: string[]) => readTexts({ 'children.csv': csvOf(HEADER, ...rows) })

describe('a list of children', () => {
  it('becomes typed rows with their lines', async () => {
    const { rows, problems } = await read(
      child(1, 'Ward', 'Renée', '13/01/2010,Year 11,01/09/2021,31/08/2025'),
    )
    expect(problems).toEqual([])
    expect(rows.children).toEqual([
      {
        file: 'children.csv',
        line: 2,
        upn: anUpn(1),
        surname: 'Ward',
        forename: 'Renée',
        dateOfBirth: '2010-01-13',
        yearGroup: '11',
        admittedOn: '2021-09-01',
        leftOn: '2025-08-31',
      },
    ])
  })

  it('keeps awkward names to the letter, one name alone included', async () => {
    const names = [
      ["O'Neill", 'Null'],
      ['True', 'X'],
      ['李', 'Ngũgĩ'],
      ['', 'Zoë-Anaïs'],
      ['van der Berg', 'x'.repeat(120)],
      ['<b>Bold</b>', '=1+1'],
    ]
    const { rows, problems } = await read(
      ...names.map(([surname, forename], at) => child(at, surname!, forename!)),
    )
    expect(problems).toEqual([])
    expect(rows.children.map(({ surname, forename }) => [surname, forename])).toEqual(names)
  })

  it('tells a blank last day from a list without that column', async () => {
    const blank = await read(child(1, 'Li', 'An'))
    expect(blank.rows.children[0]).toHaveProperty('leftOn', null)
    const header = HEADER.replace(',left_on', '')
    const absent = await readTexts({ 'children.csv': csvOf(header, child(1, 'Li', 'An').slice(0, -1)) })
    expect(absent.problems).toEqual([])
    expect(absent.rows.children[0]).not.toHaveProperty('leftOn')
  })

  it('is refused where cells contradict each other or are blank', async () => {
    const result = await read(
      child(1, '', ''),
      child(2, 'Li', 'An', '2023-09-01,9,2023-09-01,'),
      child(3, 'Li', 'Bo', '2012-01-05,9,2023-09-01,2023-08-31'),
      ',Li,Cy,2012-01-05,9,2023-09-01,',
      child(4, 'Li', 'Di', ',,2023-09-01,'),
    )
    expect(problemsOf(result)).toEqual([
      '2 surname no-name',
      '3 date_of_birth born-after-admission',
      '4 left_on end-before-start',
      '5 upn blank',
      '6 date_of_birth blank',
      '6 year_group blank',
    ])
    expect(result.rows.children).toEqual([])
  })

  it('with one child twice names both lines', async () => {
    const result = await read(child(1, 'Li', 'An'), child(2, 'Li', 'Bo'), child(1, 'Li', 'Ann'))
    expect(problemsOf(result)).toEqual(['4 - repeated-row'])
    expect(result.problems[0]!.message).toMatch(/^Lines 2 and 4 are both about the child/)
  })
})
