import { describe, expect, it } from 'vitest'
import { anUpn } from '../../../support/upn.ts'
import { csvOf, problemsOf, readTexts } from '../../../support/read-text.ts'

const HEADER = 'upn,status,started_on,ended_on,local_authority,detail'
const read = (...rows: string[]) => readTexts({ 'care.csv': csvOf(HEADER, ...rows) })

describe('a care history', () => {
  it('is read in the spellings of schools and authorities', async () => {
    const statuses = ['cla', 'Previously CLA', 'CIN', 'child protection plan', 'kinship']
    const { rows, problems } = await read(
      ...statuses.map((status) => `${anUpn(1)},${status},2025-09-01,,Barnet,"informal, aunt"`),
    )
    expect(problems).toEqual([])
    expect(rows['care-episodes'].map(({ status }) => status)).toEqual([
      'cla',
      'previously-cla',
      'cin-plan',
      'cp-plan',
      'kinship',
    ])
    expect(rows['care-episodes'][0]).toMatchObject({
      endedOn: null,
      localAuthority: 'Barnet',
      detail: 'informal, aunt',
    })
  })

  it('may end on its first day and not before it', async () => {
    expect(problemsOf(await read(`${anUpn(1)},cla,2025-09-01,2025-09-01,,`))).toEqual([])
    expect(problemsOf(await read(`${anUpn(1)},cla,2025-09-01,2025-08-31,,`))).toEqual([
      '2 ended_on end-before-start',
    ])
  })

  it('holds each status once from one day on', async () => {
    const result = await read(
      `${anUpn(1)},cla,2025-09-01,,Barnet,`,
      `${anUpn(1)},cp-plan,2025-09-01,,Barnet,`,
      `${anUpn(1)},CLA,2025-09-01,2025-10-01,Luton,`,
    )
    expect(problemsOf(result)).toEqual(['4 - repeated-row'])
    expect(result.problems[0]!.message).toContain('Lines 2 and 4')
  })

  it('without the column of last days is refused, for every row would seem open', async () => {
    const { files } = await readTexts({
      'care.csv': csvOf('upn,status,started_on', `${anUpn(1)},cla,2025-09-01`),
    })
    expect(files[0]).toMatchObject({
      status: 'unknown',
      guess: { guess: 'care-episodes', missing: ['ended_on'] },
    })
  })
})
