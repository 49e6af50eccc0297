import { capital } from '../../engine/words.ts'
import { mostOf, shareOf } from '../words/claims.ts'
import { DAYS, firstNumber, firstThings, numberWords, things } from '../words/numbers.ts'
import { listTable } from '../words/tables.ts'
import { section, sentencesOf, type Writing, type WriteSection } from './writing.ts'

const ALERTS = ['alert', 'alerts'] as const

function headlineOf({ read, hasWords }: Writing): string {
  const raised = read.exact('alert.raised')
  const share = shareOf(read.span('alert.raised'), read.span('alert.answered'))
  switch (share.of) {
    case 'nothing':
      return 'No duty to a child in this report raised an alert this year'
    case 'every':
      return 'Every alert about a duty was answered or closed'
    case 'so-many':
      return `${firstNumber(share.part)} of ${things(share.whole, ALERTS)} about duties ${share.part === 1 ? 'was' : 'were'} answered or closed`
    case 'most':
      return `${capital(mostOf(share))} alerts about duties were answered or closed`
    case 'not-every':
      return 'Not every alert about a duty was answered or closed'
    case 'none':
      return 'No alert about a duty was answered or closed'
    case 'unsaid':
      if (raised !== null)
        return `${firstThings(raised, ALERTS)} about duties ${raised === 1 ? 'was' : 'were'} raised this year`
      return hasWords(13)
        ? 'How we work with others, in the designated teacher’s words'
        : 'Nothing is written yet on how we work with others'
  }
}

function speed({ read }: Writing): string | null {
  const days = read.exact('alert.days')
  if (days === null) return null
  return days === 0
    ? 'Of those answered or closed, half were on the same day.'
    : `Of those answered or closed, half were within ${days === 1 ? 'a day' : `${numberWords(days)} ${DAYS[1]}`}.`
}

/** 13 Working together: how fast duties were acted on, and the work with others. */
export const workingTogether: WriteSection = (from) =>
  section({
    headline: headlineOf(from),
    sentences: sentencesOf(speed(from)),
    tables: listTable(from.read, {
      id: 'alerts',
      caption: 'Duties that the dashboard raised, and how soon they were acted on',
      head: 'What',
      column: 'Number',
      figures: ['alert.raised', 'alert.answered', 'alert.days'],
      note: null,
    }),
    asks: 'How work goes with Virtual Schools, social workers, carers and parents, and what would help.',
    questions: ['Where does help wait longest: with us, with the authority, or between the two?'],
  })
