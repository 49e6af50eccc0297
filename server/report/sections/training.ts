import { capital, list } from '../../engine/words.ts'
import { audiences } from '../last-year.ts'
import { longDay } from '../words/days.ts'
import { firstThings, numberWords, things } from '../words/numbers.ts'
import type { ReportTable, Training } from '../shapes.ts'
import { toDay } from './beside-last-year.ts'
import { section, sentencesOf, type Writing, type WriteSection } from './writing.ts'

const COURSES = ['training course', 'training courses'] as const
const HOURS = ['hour', 'hours'] as const
const everyAudience = ['designated-teacher', 'all-staff', 'governors'] as const
const inSentence = (who: Training['forWhom']) => audiences[who].toLowerCase()

function shared(trainings: readonly Training[]): string | null {
  const [only] = trainings
  if (only !== undefined && trainings.length === 1) return `It was for ${inSentence(only.forWhom)}.`
  const parts = everyAudience.flatMap((who) => {
    const many = trainings.filter((training) => training.forWhom === who).length
    return many === 0 ? [] : [`${numberWords(many)} for ${inSentence(who)}`]
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
  if (!has('governors')) return 'When will governors themselves next have training about these children?'
  return 'What can a visitor see in a classroom today that comes from this training?'
}

/** How many trainings there were for whom, beside those that last year’s report lists. */
function besideLast({ school: { trainings }, on, lastYear }: Writing): readonly ReportTable[] {
  if (lastYear === null) return []
  const rows = everyAudience.flatMap((who) => {
    const now = trainings.filter((training) => training.forWhom === who).length
    const before = lastYear.trainings.get(who) ?? 0
    return now + before === 0 ? [] : [{ label: audiences[who], many: [now, before] }]
  })
  if (rows.length === 0) return []
  return [
    {
      id: 'training-years',
      caption: 'Training courses of this year and the last',
      columns: ['For whom', toDay(on), toDay(lastYear.on)],
      rows: rows.map(({ label, many }) => ({
        label,
        cells: many.map((n) => ({ text: n === 0 ? 'None recorded' : `${n}` })),
      })),
      note: null,
    },
  ]
}

/** 3 Training: what was given, to whom, and what it changed. */
export const training: WriteSection = (from) => {
  const { trainings } = from.school
  return section({
    headline:
      trainings.length === 0
        ? 'No training about these children is recorded for this year'
        : `${firstThings(trainings.length, COURSES)} ${trainings.length === 1 ? 'is' : 'are'} recorded for this year`,
    sentences: sentencesOf(shared(trainings), hours(trainings)),
    tables: [
      ...(trainings.length === 0
        ? []
        : [
            {
              id: 'training',
              caption: 'Training of the year',
              columns: ['Day', 'For whom', 'What', 'Hours', 'What it changed'],
              rows: trainings.map((each) => ({
                label: longDay(each.on),
                cells: [
                  { text: audiences[each.forWhom] },
                  { text: each.title },
                  { text: each.hours === null ? 'Not recorded' : `${each.hours}` },
                  { text: each.impact ?? 'Not recorded' },
                ],
              })),
              note: null,
            },
          ]),
      ...besideLast(from),
    ],
    asks: 'How it was passed on to colleagues, and what is done differently since.',
    questions: [questionOf(trainings)],
  })
}
