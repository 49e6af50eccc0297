import { capital } from '../../engine/words.ts'
import { firstOf, mostOf, shareOf } from '../words/claims.ts'
import { CHILDREN, firstThings, numberWords } from '../words/numbers.ts'
import { listTable } from '../words/tables.ts'
import { sumOf } from '../words/reader.ts'
import { section, sentencesOf, type Writing, type WriteSection } from './writing.ts'

function headlineOf({ read }: Writing): string {
  if (read.whyUnknown('need.known') !== null)
    return 'It cannot be said how many looked-after children have special educational needs'
  const share = shareOf(
    read.span('need.known'),
    sumOf(read.span('need.plan'), read.span('need.support')),
    read.span('need.none'),
  )
  const known = 'looked-after children whose needs are recorded'
  switch (share.of) {
    case 'so-many':
      return share.whole === 1
        ? `${firstOf(share.part, 1)} looked-after child whose needs are recorded ${share.part === 1 ? 'has' : 'have'} special educational needs`
        : `${firstOf(share.part, share.whole)} ${known} ${share.part === 1 ? 'has' : 'have'} special educational needs`
    case 'every':
      return 'Every looked-after child whose needs are recorded has special educational needs'
    case 'not-every':
      return 'Some looked-after children have no special educational needs'
    case 'most':
      return `${capital(mostOf(share))} ${known} have special educational needs`
    case 'none':
      return 'No looked-after child whose needs are recorded has special educational needs'
    case 'nothing':
      return 'The special educational needs of no looked-after child are recorded'
    case 'unsaid':
      return 'How many looked-after children have special educational needs is not printed'
  }
}

function plansOf({ read }: Writing): string | null {
  const [plan, support] = [read.exact('need.plan'), read.exact('need.support')]
  if (plan === null || support === null || plan + support === 0) return null
  return `${firstThings(plan, CHILDREN)} ${plan < 2 ? 'has' : 'have'} an education, health and care plan, and ${numberWords(support)} ${support < 2 ? 'has' : 'have'} special educational needs support.`
}

/** 8 Special educational needs of looked-after children. */
export const needs: WriteSection = (from) => {
  const why = from.read.whyUnknown('need.known')
  return section({
    headline: headlineOf(from),
    sentences: sentencesOf(why, plansOf(from)),
    tables: listTable(from.read, {
      id: 'needs',
      caption: 'Looked-after children on roll: special educational needs',
      head: 'Who',
      column: 'Children',
      figures: ['need.known', 'need.plan', 'need.support', 'need.none'],
      note: null,
    }),
    asks: 'Whether the needs are met, and what would happen to the support if a child had to move school.',
    questions: [
      why === null
        ? 'Would the support that a child has here travel with them to another school?'
        : 'Who here knows which of these children have special educational needs, and where is it written?',
    ],
  })
}
