import { z } from 'zod'
import { premiumRates } from '../../law/premium-rates.ts'
import { isTold, wrong } from '../field-checks.ts'
import { choice, day, defineKind, text } from '../kind.ts'

const fundWords = {
  'looked-after': 'Pupil premium plus, for looked-after children',
  'previously-looked-after': 'Pupil premium for previously looked-after children',
} as const

const directionWords = { received: 'Received', spent: 'Spent' } as const

/** More than any one school has of it in a year. */
const MOST_POUNDS = 1_000_000

const grouped = (pounds: number) => `£${`${pounds}`.replace(/\B(?=(\d{3})+$)/g, ',')}`
const newest = premiumRates.at(-1)!
const rateHint = `Whole pounds. For each child of April ${newest.firstDay.slice(0, 4)} to March ${newest.lastDay.slice(0, 4)} the published rate is ${grouped(newest.pounds)}; an authority may pass on more or less of it.`

const noName = 'No child’s name, and nothing that describes one: governors read what these come to.'

export default defineKind({
  kind: 'premium-money',
  subject: 'school',
  title: 'Pupil premium plus',
  plural: 'Pupil premium plus',
  dataClass: 9,
  naturalDate: 'datedOn',
  fields: z.object({
    datedOn: day({ label: 'Day', hint: 'When it came in, or was spent.' }),
    fund: choice(fundWords, { label: 'Which money', widget: 'radio' }),
    direction: choice(directionWords, { label: 'Received or spent', widget: 'radio' }),
    pounds: z
      .int('Give whole pounds')
      .min(1, 'At least £1')
      .max(MOST_POUNDS, `At most ${grouped(MOST_POUNDS)}`)
      .meta({ label: 'How much', unit: 'pounds', hint: rateHint }),
    onWhat: text({ label: 'On what', hint: noName }),
    impact: text({ label: 'What it changed', hint: noName, widget: 'textarea' }, 1000),
  }),
  check: ({ direction, onWhat }) =>
    wrong(direction === 'spent' && !isTold(onWhat), 'onWhat', 'Say what it was spent on.'),
  summary: ({ pounds, direction, fund, onWhat }) => {
    const whose = fund === 'looked-after' ? 'looked-after children' : 'previously looked-after children'
    const what = direction === 'spent' && isTold(onWhat) ? `: ${String(onWhat)}` : ''
    return `${grouped(Number(pounds))} ${String(direction)} for ${whose}${what}`
  },
  retention: {
    years: 6,
    from: 'end-of-record',
    source: 'Kept with the school’s accounts; the school’s own retention schedule decides',
  },
})
