import { describe, expect, it } from 'vitest'
import { anUpn } from '../../../support/upn.ts'
import { csvOf, problemsOf, readTexts } from '../../../support/read-text.ts'

const HEADER = 'upn,name,role,organisation,phone,email,parental_responsibility,from,to'
const read = (...rows: string[]) => readTexts({ 'people.csv': csvOf(HEADER, ...rows) })

describe('a list of people to ring', () => {
  it('keeps telephone numbers to the letter, and knows who is there for the whole school', async () => {
    const { rows, problems } = await read(
      `${anUpn(1)},Dana Cole,Social worker,Barnet,+44 7700 900123,dana.cole@barnet.example,,2025-09-01,`,
      `${anUpn(1)},Jo Cole,mother,,020 7946 0123,,Yes,,`,
      ',Sam Price,Clerk,,01632 960001,,,,',
    )
    expect(problems).toEqual([])
    expect(rows.people).toMatchObject([
      {
        role: 'social-worker',
        phone: '+44 7700 900123',
        email: 'dana.cole@barnet.example',
        startedOn: '2025-09-01',
      },
      { role: 'parent', phone: '020 7946 0123', parentalResponsibility: 'yes', email: null },
      { upn: null, role: 'clerk', phone: '01632 960001' },
    ])
  })

  it('is refused for half an address, days the wrong way round, and one person twice', async () => {
    const result = await read(
      `${anUpn(1)},A,carer,,,a.example,,,`,
      `${anUpn(1)},B,carer,,,,,2025-09-02,2025-09-01`,
      ',C,clerk,,,,,,',
      ',C,Clerk,,01632 960001,,,,',
    )
    expect(problemsOf(result)).toEqual(['2 email email', '3 to end-before-start', '5 - repeated-row'])
  })

  it('asks why a person must not be contacted', async () => {
    const header = 'upn,name,role,do_not_contact,do_not_contact_reason'
    const result = await readTexts({
      'people.csv': csvOf(header, `${anUpn(1)},A,parent,yes,`, `${anUpn(1)},B,parent,yes,court order`),
    })
    expect(problemsOf(result)).toEqual(['2 do_not_contact_reason no-reason'])
  })
})
