import { capital, dateWords } from '../../engine/words.ts'
import { figureWords } from '../figures.ts'
import { everyTime, mostOf, shareOf, type Share } from '../words/claims.ts'
import { longDay } from '../words/days.ts'
import { isShownLarge } from '../words/group-size.ts'
import { firstNumber, numberWords, PLANS, things } from '../words/numbers.ts'
import { listTable, rowsTable } from '../words/tables.ts'
import { planChart } from './plan-chart.ts'
import { endedTerms, firstFinding, inTerm, planTermOf } from './plan-spans.ts'
import { thisTerm } from './this-term.ts'
import { section, sentencesOf, type SectionText, type Writing, type WriteSection } from './writing.ts'

const NONE_ENDED = 'No term has ended yet of which the education plans are known'

const wereOf = (n: number) => (n === 1 ? 'was' : 'were')

/** What is said of the plans of a span of time, `when` being `in the last four terms`. */
function finding(share: Share, when: string): string {
  switch (share.of) {
    case 'nothing':
      return `No education plan was due ${when}`
    case 'every':
      return `Every education plan that was due ${when} was completed in its term`
    case 'none':
      return `No education plan that was due ${when} was completed in its term`
    case 'so-many': {
      const missed = share.whole - share.part
      return `${firstNumber(missed)} of ${things(share.whole, PLANS)} ${when} ${wereOf(missed)} not completed in ${missed === 1 ? 'its' : 'their'} term`
    }
    case 'not-every':
      return `Not every education plan ${when} was completed in its term`
    case 'most':
      return `${capital(mostOf(share))} education plans ${when} were completed in their term`
    case 'unsaid':
      return `How many education plans ${when} were completed in their term is not printed`
  }
}

/** What a term's own front page says of its plans first. */
function ofTheTerm(from: Writing): string | null {
  const sentence = from.kind === 'term' ? thisTerm(from) : null
  return sentence === null ? null : sentence.replace(/\.$/, '')
}

function views({ read }: Writing): string | null {
  const share = shareOf(read.span('pep.held'), read.span('pep.views'))
  switch (share.of) {
    case 'every':
      return 'The child’s own views are recorded for every meeting.'
    case 'so-many':
      return `The child’s own views are recorded for ${numberWords(share.part)} of ${numberWords(share.whole)} meetings.`
    case 'not-every':
      return 'The child’s own views are not recorded for every meeting.'
    case 'most':
      return `The child’s own views are recorded for ${share.isEvery === null ? 'most' : 'most but not all'} meetings.`
    case 'none':
      return 'The child’s own views are recorded for no meeting.'
    case 'nothing':
    case 'unsaid':
      return null
  }
}

/** What was found of all plans, as a sentence; null where nothing is printed of them or none was due. */
export function ofAllPlans(from: Writing): string | null {
  const { share } = firstFinding(from)
  return share.of === 'unsaid' || share.of === 'nothing' ? null : `${finding(share, whenOf(from))}.`
}

/** Last year, where the headline is of this one. */
function lastYear(from: Writing): string | null {
  const share = inTerm(from.read, 'pep.last-year')
  if (share.of !== 'so-many' || firstFinding(from).span !== 'pep.year') return null
  const missed = share.whole - share.part
  return `The year before, ${numberWords(missed)} of ${things(share.whole, PLANS)} ${wereOf(missed)} not completed in ${missed === 1 ? 'its' : 'their'} term.`
}

/** For which span of time the first finding is: `in the last four terms`, `this year to 20 July`. */
function whenOf(from: Writing): string {
  if (firstFinding(from).span === 'pep.closed') {
    const { count, words, only } = endedTerms(from)
    return count === 1 && only !== null ? `in the ${only} term` : `in the last ${words}`
  }
  return from.on > from.school.windowEnds.summer ? 'this year' : `this year to ${dateWords(from.on)}`
}

const spans = (from: Writing) => {
  const { count, words, lastDay } = endedTerms(from)
  const now = planTermOf(from)
  const begun = (['autumn', 'spring', 'summer'] as const).filter(
    (term) => term === now || from.school.windowEnds[term] < from.on,
  )
  return [
    // One term alone has its own row.
    ...(count > 1 ? [{ label: `${capital(words)} to ${longDay(lastDay)}`, row: 'pep.closed' }] : []),
    ...begun.map((term) => ({
      label: `${term.charAt(0).toUpperCase()}${term.slice(1)} term`,
      row: `pep.${term}`,
    })),
    { label: 'This year', row: 'pep.year' },
    { label: 'Last year', row: 'pep.last-year' },
  ]
}

const tables = (from: Writing) => [
  ...rowsTable(from.read, {
    id: 'plans',
    caption: 'Personal education plans',
    head: 'When',
    columns: [
      { head: 'Due', figure: (span) => `${span}.due` },
      { head: 'Completed in the term', figure: (span) => `${span}.on-time` },
      { head: 'Completed after it', figure: (span) => `${span}.late` },
      { head: 'Not completed', figure: (span) => `${span}.missing` },
      { head: 'Still to complete', figure: (span) => `${span}.to-do` },
    ],
    rows: spans(from),
    note: 'A plan is due for each term in which a child was looked after and on roll here on at least 20 working days.',
  }),
  ...listTable(from.read, {
    id: 'plan-meetings',
    caption: 'Meetings of the year, and the quality of plans',
    head: 'What',
    column: 'Number',
    figures: [
      'pep.held',
      'pep.attended.social-worker',
      'pep.attended.designated-teacher',
      'pep.attended.carer',
      'pep.views',
      'pep.quality.rated',
      'pep.quality.good',
      'pep.quality.poor',
    ],
    note: null,
  }),
]

const EACH_TERM = 'Every looked-after child should have a personal education plan (PEP) each term'
const WHAT_PLANS_ASK = 'What do the plans ask for that the school cannot give alone?'
const HOW_WE_HEAR = 'How do we hear a child who does not want to come to the meeting?'

const planFigures = [...figureWords.keys()].filter((id) => id.startsWith('pep.'))

/** Whether nothing that is printed tells that there is a plan, or a child to have one. */
const isUntold = ({ read }: Writing): boolean =>
  !isShownLarge(read, 'looked-after') && planFigures.every((id) => read.span(id).from === 0)

/** The same whether plans are not recorded, few or none. */
const untold: SectionText = section({
  headline: 'How many education plans were completed in their term is not printed',
  sentences: [`${EACH_TERM}.`],
  questions: [WHAT_PLANS_ASK, HOW_WE_HEAR],
})

/** 4 Education plans: whether each came about in its term, who was there, how good they are. */
export const educationPlans: WriteSection = (from) => {
  const { read } = from
  if (isUntold(from)) return untold
  const { count } = endedTerms(from)
  const when = whenOf(from)
  const why = read.whyUnknown('pep.closed.due')
  const { share } = firstFinding(from)
  const first = ofTheTerm(from) ?? (why === null && count === 0 ? NONE_ENDED : null)
  const isEveryTermShown = spans(from).every(
    ({ row }) => !read.has(`${row}.due`) || read.exact(`${row}.on-time`) !== null,
  )
  const together = isEveryTermShown ? '' : '; terms are taken together where one alone would point at a child'
  const what = 'how many education plans were completed in their term'
  return section({
    headline: first ?? (why === null ? finding(share, when) : capital(`it cannot be said ${what}`)),
    sentences: sentencesOf(
      why ?? `${EACH_TERM}${together}.`,
      first === null || first === NONE_ENDED
        ? thisTerm(from)
        : why === null && count > 0
          ? `${finding(share, when)}.`
          : null,
      lastYear(from) ?? views(from),
    ),
    tables: tables(from),
    charts: planChart(from),
    questions: [
      everyTime(share) === false
        ? 'What would have had to be different for every plan to be completed within its term?'
        : WHAT_PLANS_ASK,
      ...(everyTime(shareOf(read.span('pep.held'), read.span('pep.views'))) === true ? [] : [HOW_WE_HEAR]),
    ],
  })
}
