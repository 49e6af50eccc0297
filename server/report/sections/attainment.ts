import { capital } from '../../engine/words.ts'
import { firstOf, mostOf, shareOf, type Share } from '../words/claims.ts'
import { CHILDREN, numberWords, things } from '../words/numbers.ts'
import { listTable } from '../words/tables.ts'
import { section, sentencesOf, type WriteSection } from './writing.ts'

const were = (n: number) => (n === 1 ? 'was' : 'were')

function headlineOf(share: Share): string {
  switch (share.of) {
    case 'so-many':
      return `${firstOf(share.part, share.whole)} looked-after ${share.whole === 1 ? 'child' : 'children'} assessed ${were(share.part)} at the expected standard in all that was assessed`
    case 'every':
      return 'Every looked-after child assessed was at the expected standard in all that was assessed'
    case 'none':
      return 'No looked-after child assessed was at the expected standard in all that was assessed'
    case 'not-every':
      return 'Not every looked-after child assessed was at the expected standard in all that was assessed'
    case 'most':
      return `${capital(mostOf(share))} looked-after children assessed were at the expected standard in all that was assessed`
    case 'nothing':
      return 'No assessment of a looked-after child is recorded for this year'
    case 'unsaid':
      return 'How looked-after children did in their assessments is not printed'
  }
}

function progressOf(share: Share): string | null {
  switch (share.of) {
    case 'so-many':
      return `Against their own targets, ${numberWords(share.part)} of ${things(share.whole, CHILDREN)} with progress recorded made the progress expected, or more.`
    case 'every':
      return 'Every child with progress recorded made the progress expected against their own targets, or more.'
    case 'not-every':
      return 'Not every child with progress recorded made the progress expected against their own targets.'
    case 'most':
      return `${capital(mostOf(share))} children with progress recorded made the progress expected against their own targets, or more.`
    case 'none':
      return 'No child with progress recorded made the progress expected against their own targets.'
    case 'nothing':
    case 'unsaid':
      return null
  }
}

/** 5 Attainment and progress of looked-after children, where it is recorded. */
export const attainment: WriteSection = ({ read }) => {
  const why = read.whyUnknown('attainment.assessed')
  const standard = shareOf(read.span('attainment.assessed'), read.span('attainment.expected'))
  const progress = shareOf(read.span('attainment.progress-known'), read.span('attainment.progress-made'))
  return section({
    headline:
      why === null ? headlineOf(standard) : 'It cannot be said how looked-after children did this year',
    sentences: sentencesOf(why, progressOf(progress)),
    tables: listTable(read, {
      id: 'attainment',
      caption: 'Looked-after children: assessments recorded this year',
      head: 'Who',
      column: 'Children',
      figures: [
        'attainment.assessed',
        'attainment.expected',
        'attainment.progress-known',
        'attainment.progress-made',
      ],
      note: 'The newest assessment of each subject counts.',
    }),
    asks: 'How progress stands against each child’s own targets and beside the other children of the school, and how it is measured.',
    questions: [
      why === null
        ? 'Which subject needs most help, and what is being done there that was not done last year?'
        : 'When will the board hear how these children are learning, and what must be recorded for that?',
    ],
  })
}
