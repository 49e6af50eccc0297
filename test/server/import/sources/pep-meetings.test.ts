import { describe, expect, it } from 'vitest'
import { anUpn } from '../../../support/upn.ts'
import { csvOf, problemsOf, readTexts } from '../../../support/read-text.ts'

const read = (header: string, ...rows: string[]) => readTexts({ 'peps.csv': csvOf(header, ...rows) })
const HEADER = 'upn,held_on,completed_on,quality,attended,child_views'

describe('a list of PEP meetings', () => {
  it('becomes roles, a rating and the child’s views; what is blank is told to be blank', async () => {
    const { rows, problems } = await read(
      HEADER,
      `${anUpn(1)},2025-06-16,2025-06-18,Amber,social-worker; Designated teacher;DT2,yes`.replace(
        ';DT2',
        ';carer',
      ),
      `${anUpn(2)},2025-06-16,,,,`,
    )
    expect(problems).toEqual([])
    expect(rows['pep-meetings']).toMatchObject([
      { quality: 'amber', attended: ['social-worker', 'designated-teacher', 'carer'], childViews: true },
      { completedOn: null, quality: null, attended: [], childViews: null },
    ])
  })

  it('leaves out what the file has no column for', async () => {
    const { rows } = await read('upn,held_on,completed_on', `${anUpn(1)},2025-06-16,2025-06-18`)
    expect(Object.keys(rows['pep-meetings'][0]!)).toEqual(['file', 'line', 'upn', 'heldOn', 'completedOn'])
  })

  it('is refused where a plan is complete before its meeting, a role is unknown, or a day has two meetings', async () => {
    const result = await read(
      HEADER,
      `${anUpn(1)},2025-06-16,2025-06-15,,,`,
      `${anUpn(2)},2025-06-16,,,caretaker,`,
      `${anUpn(3)},2025-06-16,,,,`,
      `${anUpn(3)},2025-06-16,,red,,`,
    )
    expect(problemsOf(result)).toEqual([
      '2 completed_on end-before-start',
      '3 attended not-in-list',
      '5 - repeated-row',
    ])
  })
})
