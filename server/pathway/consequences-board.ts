import { dayWords, list } from '../engine/words.ts'
import { valueOn } from '../law/dated.ts'
import { examDeadline } from '../law/suspension-return.ts'
import { boardDeadline } from '../law/suspension.ts'
import { thresholds } from '../law/thresholds.ts'
import { whyGovernors } from './consequences-told.ts'
import { guidanceOn } from './source-of.ts'
import { dutyOf, groupsOf, type Said, type Weighed } from './weighed.ts'

/**
 * A permanent exclusion of a looked-after child or of one with an education, health and care plan is avoided as
 * far as possible (`exclusion-guidance`).
 */
export function avoidPermanent({ row, facts, options, on }: Weighed): Said | null {
  const { cla } = groupsOf(facts)
  if (row.kind !== 'permanent' || (!cla && options.hasPlan !== true)) return null
  const who = list([
    ...(cla ? ['a looked-after child'] : []),
    ...(options.hasPlan === true ? ['a child with an education, health and care plan'] : []),
  ])
  return {
    id: 'avoid-permanent',
    title: 'A permanent exclusion to be avoided',
    words: `The school should avoid, as far as possible, permanently excluding ${who}. An early review of ${options.hasPlan === true ? 'the plan of needs' : 'the education plan'} can come first.`,
    force: 'should',
    source: guidanceOn(on),
  }
}

/** Whether and by when the governing board meets (`exclusions-2012`, regulations 6, 15 and 24). */
export function governors(all: Weighed): Said | null {
  const { row, proposal, calendar, on } = all
  const duty = dutyOf(all)
  if (duty === 'consider-representations') return null
  const must = duty === 'meet-15'
  const within = valueOn(must ? thresholds.boardMeets : thresholds.boardMeetsOnRepresentations, on)
  const exam = proposal.missesExam === true ? examDeadline(on, proposal.examOn, calendar) : null
  const lastDay = boardDeadline(duty, on, calendar)
  const dueOn = must && exam !== null ? exam.dueOn : lastDay
  const by = dueOn === null ? `within ${within} school days` : `by ${dayWords(dueOn, on)}`
  const atLatest =
    lastDay === null ? `within ${within} school days` : `by ${dayWords(lastDay, on)} at the latest`
  const beforeExam =
    must && proposal.examOn !== null && proposal.missesExam === true && proposal.examOn > on
      ? `, and as far as is practicable before ${dayWords(proposal.examOn, on)}`
      : ''
  const asked = must ? '' : ', if parents make representations'
  const known =
    lastDay === null
      ? ' The term dates are not known so far ahead, so the last day of that time cannot be told.'
      : ` That counts from ${dayWords(on, on)}, the board being told that day.`
  return {
    id: 'governors-meeting',
    title: !must
      ? `Governors meet if parents ask, ${by}`
      : exam?.beforeExam === true
        ? `Governors must meet, before the exam if they can, ${atLatest}`
        : `Governors must meet, ${by}`,
    words: `${whyGovernors(all)}: the governing board meets within ${within} school days${row.kind === 'permanent' ? ' and decides whether the child comes back' : ''}${asked}${beforeExam}.${known}`,
    status: must ? 'due' : 'watch',
    dueOn,
    owner: 'governing-board',
    force: 'must',
    source: 'exclusions-2012',
    place: 'regs 6, 15 and 24',
  }
}

/** Parents may ask for a review after a permanent exclusion that the board upholds (`exclusions-2012`, schedule 1). */
export function reviewPanel({ row }: Weighed): Said | null {
  if (row.kind !== 'permanent') return null
  return {
    id: 'review-panel',
    title: 'An independent review, if parents ask',
    words:
      'If governors do not bring the child back, parents can apply for a review within 15 school days of the written decision; the panel meets within 15 school days of that.',
    status: 'watch',
    owner: 'local-authority',
    force: 'must',
    source: 'exclusions-2012',
    place: 'schedule 1',
  }
}
