import { capital, list } from '../../engine/words.ts'
import { longDay } from '../words/days.ts'
import { firstThings, numberWords, things } from '../words/numbers.ts'
import type { Training } from '../shapes.ts'
import { section, sentencesOf, type WriteSection } from './writing.ts'

const COURSES = ['training course', 'training courses'] as const
const HOURS = ['hour', 'hours'] as const
const forWhom = {
  'designated-teacher': 'the designated teacher',
  'all-staff': 'all staff',
  governors: 'governors',
} as const
const audiences = ['designated-teacher', 'all-staff', 'governors'] as const

function shared(trainings: readonly Training[]): string | null {
  const parts = audiences.flatMap((who) => {
    const many = trainings.filter((training) => training.forWhom === who).length
    return many === 0 ? [] : [`${numberWords(many)} for ${forWhom[who]}`]
  })
  return parts.length === 0 ? null : `${capital(list(parts))}.`
}

function hours(trainings: readonly Training[]): string | null {
  const own = trainings.filter((training) => training.forWhom === 'designated-teacher')
  const known = own.flatMap((training) => training.hours ?? [])
  if (own.length === 0 || known.length < own.length) return null
  return `For the designated teacher that came to ${things(
    known.reduce((sum, each) => sum + each, 0),
    HOURS,
  )}.`
}

function questionOf(trainings: readonly Training[]): string {
  const has = (who: Training['forWhom']) => trainings.some((training) => training.forWhom === who)
  if (!has('designated-teacher'))
    return 'Which training does the designated teacher need next, and when is it?'
  if (!has('all-staff'))
    return 'When will all staff next learn how early loss and fear show themselves in a classroom?'
  if (!has('governors')) return 'When will governors themselves next be trained on these children?'
  return 'What can a visitor see in a classroom today that comes from this training?'
}

/** 3 Training: what was given, to whom, and what it changed. */
export const training: WriteSection = ({ school: { trainings } }) =>
  section({
    headline:
      trainings.length === 0
        ? 'No training on these children is recorded for this year'
        : `${firstThings(trainings.length, COURSES)} ${trainings.length === 1 ? 'is' : 'are'} recorded for this year`,
    sentences: sentencesOf(shared(trainings), hours(trainings)),
    tables:
      trainings.length === 0
        ? []
        : [
            {
              id: 'training',
              caption: 'Training of the year',
              columns: ['Day', 'For whom', 'What', 'Hours', 'What it changed'],
              rows: trainings.map((each) => ({
                label: longDay(each.on),
                cells: [
                  { text: capital(forWhom[each.forWhom]) },
                  { text: each.title },
                  { text: each.hours === null ? 'Not recorded' : `${each.hours}` },
                  { text: each.impact ?? 'Not recorded' },
                ],
              })),
              note: null,
            },
          ],
    asks: 'How it was passed on to colleagues, and what is done differently since.',
    questions: [questionOf(trainings)],
  })
