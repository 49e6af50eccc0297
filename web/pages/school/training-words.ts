import { count, countInWords, inWords, list, sentence } from '../../format.ts'
import type { DatedRecord } from './school-records.ts'

/** One training with its record, so that it can be corrected. */
export interface Training extends DatedRecord {
  forWhom: 'designated-teacher' | 'all-staff' | 'governors'
  title: string
  provider: string | null
  hours: number | null
  impact: string | null
}

const WHOM = {
  'designated-teacher': 'the designated teacher',
  'all-staff': 'all staff',
  governors: 'governors',
} as const

const inOrder = ['designated-teacher', 'all-staff', 'governors'] as const

/** For whom one was, in plain words. */
export const whomWords = (whom: Training['forWhom']): string => WHOM[whom]

/** What the trainings of a year come to: how many for whom, and how long where that is told. */
export function trainingSentence(trainings: readonly Training[]): string {
  const parts = inOrder
    .map((whom) => ({ whom, many: trainings.filter(({ forWhom }) => forWhom === whom).length }))
    .filter(({ many }) => many > 0)
    .map(({ whom, many }, at) => {
      const number = at === 0 ? countInWords(many, 'training') : inWords(many)
      return `${number} for ${WHOM[whom]}`
    })
  const told = trainings.flatMap(({ hours }) => hours ?? [])
  const hours = count(
    told.reduce((sum, one) => sum + one, 0),
    'hour',
  )
  const long =
    told.length === 0
      ? ''
      : told.length < trainings.length
        ? `, ${hours} where the length is told`
        : `, ${hours}`
  return `${sentence(list(parts))}${long}.`
}
