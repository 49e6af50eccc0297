import { describe, expect, it } from 'vitest'
import { trainingSentence, type Training } from '../../../../web/pages/school/training-words.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const training = (forWhom: Training['forWhom'], hours: number | null): Training => ({
  id: `${forWhom} ${hours}`,
  on: '2025-11-14',
  forWhom,
  title: 'Attachment',
  provider: null,
  hours,
  impact: null,
})
const said = (...trainings: Training[]) => plain(trainingSentence(trainings))

describe('the trainings of a year in a sentence', () => {
  it('tells how many there were for whom, and how long', () => {
    expect(said(training('all-staff', 3))).toBe('One training for all staff, 3 hours.')
    expect(said(training('all-staff', 3), training('designated-teacher', 6), training('all-staff', 1))).toBe(
      'One training for the designated teacher and two for all staff, 10 hours.',
    )
  })

  it('says of hours that some are not told, and nothing when none are', () => {
    expect(said(training('governors', 1), training('all-staff', null))).toBe(
      'One training for all staff and one for governors, 1 hour where the length is told.',
    )
    expect(said(training('governors', null))).toBe('One training for governors.')
  })
})
