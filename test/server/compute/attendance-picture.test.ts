import { describe, expect, it } from 'vitest'
import { attendancePicture } from '../../../server/compute/attendance-picture.ts'
import { anAttendance, weeksFrom } from '../../support/build/an-attendance.ts'

describe('an absence rate', () => {
  it('is persistent on the exact fraction, not on the rounded percentage', () => {
    const picture = (authorised: number, possible: number) =>
      attendancePicture(anAttendance({ authorised, possible }))
    expect(picture(23, 230)).toMatchObject({ absence_percent: 10, persistent: true })
    expect(picture(23, 231)).toMatchObject({ absence_percent: 10, persistent: false })
    expect(picture(116, 233)).toMatchObject({ absence_percent: 49.8, severe: false })
    expect(picture(117, 234)).toMatchObject({ absence_percent: 50, severe: true })
  })

  it('is none when no session was possible, though sessions can still be missed', () => {
    expect(attendancePicture(anAttendance({ possible: 0, remaining: 146 }))).toMatchObject({
      absence_fraction: null,
      absence_percent: null,
      persistent: false,
      severe: false,
      small_base: true,
      can_still_miss_before_10_percent: 14,
    })
  })

  it('leaves open what can still be missed by a child who is not on roll', () => {
    expect(attendancePicture(anAttendance({ remaining: null }))).toMatchObject({
      remaining_sessions: null,
      can_still_miss_before_10_percent: null,
    })
  })
})

describe('unauthorised sessions in ten school weeks', () => {
  it('are the worst ten in a row of this year, last year’s left out', () => {
    const weeks = weeksFrom('2025-09-01', [1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 5])
    const picture = attendancePicture(anAttendance({ weeks, weeksBefore: weeksFrom('2025-07-14', [9]) }))
    expect(picture).toMatchObject({
      unauthorised_worst_10_weeks: 13,
      unauthorised_last_10_weeks: 13,
      ten_unauthorised_reached: true,
    })
  })

  it('reach the threshold at ten and not at nine', () => {
    const reached = (sessions: number) =>
      attendancePicture(anAttendance({ weeks: weeksFrom('2025-09-01', [sessions]) })).ten_unauthorised_reached
    expect([reached(9), reached(10)]).toEqual([false, true])
  })
})
