import { describe, expect, it } from 'vitest'
import { anUpn } from '../../../support/upn.ts'
import { csvOf, problemsOf, readTexts } from '../../../support/read-text.ts'

const HEADER = 'upn,kind,started_on,start_session,school_days,reasons,vsh_contacted_at,decided_at'
const row = (number: number, rest: string) => `${anUpn(number)},${rest}`
const read = (...rows: string[]) => readTexts({ 'suspensions.csv': csvOf(HEADER, ...rows) })

describe('a list of suspensions', () => {
  it('becomes half days, codes and local times; a time nobody gave is null, one without a column is absent', async () => {
    const { rows, problems } = await read(
      row(1, 'suspension,2025-09-24,AM,3.0,LG;vp,2025-09-23T11:40,2025-09-23 14:40'),
      row(1, 'Lunchtime,2025-09-29,,2.5,MT,,'),
      row(1, 'PERM,2026-02-26,PM,,DM,,2026-02-25T14:40'),
    )
    expect(problems).toEqual([])
    expect(rows.suspensions).toMatchObject([
      {
        kind: 'suspension',
        startSession: 'AM',
        halfDays: 6,
        reasons: ['LG', 'VP'],
        decidedAt: '2025-09-23T14:40',
      },
      { kind: 'lunchtime', startSession: null, halfDays: 5, vshContactedAt: null },
      { kind: 'permanent', startSession: 'PM', halfDays: null },
    ])
    expect(rows.suspensions[0]).not.toHaveProperty('vshToldAt')
  })

  it('is refused where kind, session and length contradict each other', async () => {
    const result = await read(
      row(1, 'permanent,2025-09-24,AM,5,DB,,'),
      row(2, 'suspension,2025-09-24,AM,,DB,,'),
      row(3, 'lunchtime,2025-09-24,AM,0.5,DB,,'),
      row(4, 'suspension,2025-09-24,,1,DB,,'),
      row(5, 'suspension,2025-09-27,AM,1,DB,,'),
      row(6, 'suspension,2026-07-20,AM,40,DB,,'),
    )
    expect(problemsOf(result)).toEqual([
      '2 school_days permanent-with-days',
      '3 school_days no-length',
      '4 start_session lunchtime-session',
      '5 start_session no-session',
      '6 started_on weekend',
      '7 school_days too-long',
    ])
  })

  it('is refused with no reason, a fourth, one twice, or one that is none of its year', async () => {
    const result = await read(
      row(1, 'suspension,2025-09-24,AM,1,,,'),
      row(2, 'suspension,2025-09-24,AM,1,DB;PP;PA;VP,,'),
      row(3, 'suspension,2025-09-24,AM,1,DB;db,,'),
      row(4, 'suspension,2025-09-24,AM,1,ZZ,,'),
      row(5, 'suspension,2026-07-20,AM,1,VR,,'),
      row(6, 'suspension,2026-09-24,AM,1,VR,,'),
      row(7, 'suspension,2025-09-24,AM,1,disruption,,'),
    )
    expect(problemsOf(result)).toEqual([
      '2 reasons blank',
      '3 reasons too-many',
      '4 reasons twice',
      '5 reasons unknown-reason',
      '6 reasons unknown-reason',
      '8 reasons reason-form',
    ])
    expect(result.problems[4]!.message).toContain('VR is not a reason code of 2025/26')
  })

  it('holds each suspension once: the same start in the morning and the afternoon are two', async () => {
    const same = row(1, 'suspension,2025-09-24,AM,0.5,DB,,')
    expect(problemsOf(await read(same, row(1, 'suspension,2025-09-24,PM,0.5,DB,,')))).toEqual([])
    expect(problemsOf(await read(same, row(1, 'suspension,2025-09-24,AM,1,PP,,')))).toEqual([
      '3 - repeated-row',
    ])
  })
})
