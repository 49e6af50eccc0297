import { describe, expect, it } from 'vitest'
import { unauthorisedChildren, unauthorisedHeading } from '../../../../web/pages/cohort/unauthorised.ts'
import { aRow, missed } from '../../../support/build/a-cohort.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('unauthorised sessions', () => {
  const row = (last: number, worst: number, group: 'cla' | 'ever6' = 'cla') =>
    aRow({
      group,
      attendance: missed(0, 200, {
        unauthorisedLast10: last,
        unauthorisedWorst10: worst,
        weeks: [
          [0, 3],
          [1, 0],
        ],
      }),
    })

  it('put what fell in last year’s weeks before this year’s', () => {
    expect(unauthorisedChildren([row(7, 7)])[0]).toMatchObject({
      weeks: [4, 3, 0],
      tell: 'social worker and Virtual School',
    })
    expect(unauthorisedChildren([row(3, 3, 'ever6')])[0]).toMatchObject({ weeks: [3, 0] })
    expect(unauthorisedChildren([aRow({ attendance: null })])).toEqual([])
  })

  it('say who reached ten now, and who did earlier', () => {
    expect(plain(unauthorisedHeading([row(10, 10), row(3, 11), row(9, 9)]))).toBe(
      'One child has ten or more unauthorised sessions in ten school weeks; one more had earlier this year',
    )
    expect(plain(unauthorisedHeading([row(3, 11)]))).toBe(
      'One child reached ten unauthorised sessions in ten school weeks earlier this year',
    )
    expect(unauthorisedHeading([row(9, 9)])).toBe('Nobody has ten unauthorised sessions in ten school weeks')
    expect(unauthorisedHeading([aRow({ attendance: null })])).toBe('No sessions are known yet this year')
  })
})
