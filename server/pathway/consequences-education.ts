import { countWords, dayWords } from '../engine/words.ts'
import { hasSocialWorker } from '../law/cohorts.ts'
import { isCompulsorySchoolAge } from '../law/compulsory-school-age.ts'
import { valueOn } from '../law/dated.ts'
import { thresholds } from '../law/thresholds.ts'
import { guidanceOn } from './source-of.ts'
import { NOT_KNOWN, OTHERS_WRITE, firstDayOf, groupsOf, type Said, type Weighed } from './weighed.ts'

/** Education from the first day of a child with a social worker (`exclusion-guidance`). */
export function dayOne(all: Weighed): Said | null {
  const { row, facts, on } = all
  const groups = groupsOf(facts)
  if (row.kind === 'lunchtime' || !hasSocialWorker(groups)) return null
  const first = firstDayOf(all)
  const who = groups.cla ? 'a looked-after child' : 'a child with a social worker'
  return {
    id: 'day-one-education',
    title:
      first === null
        ? 'Education from the first day'
        : `Education from the first day, ${dayWords(first, on)}`,
    words: `For ${who} the school and the authority should work together so that education begins on the first day.${first === null ? ` ${NOT_KNOWN}` : ''}`,
    dueOn: first,
    force: 'should',
    source: guidanceOn(on),
    cautious: OTHERS_WRITE,
  }
}

/** Full-time education from the sixth school day in a row (`excluded-provision-2007`, regulations 3 and 4). */
export function sixthDay(all: Weighed): Said | null {
  const { run, row, facts, on } = all
  if (run === null) return null
  const { firstDay, responsible } = run
  if (run.sixthDay !== null && !isCompulsorySchoolAge(facts.identity.dateOfBirth, run.sixthDay)) return null
  const first = firstDayOf(all)
  const joined = first !== null && firstDay < first
  const provides = responsible === 'la' ? 'The local authority must provide it' : 'The school must provide it'
  const count6 = `the sixth school day in a row${joined ? `, days out of school since ${dayWords(firstDay, on)} counted` : ''}`
  const past = run.sixthDay !== null && first !== null && run.sixthDay < first
  const titles = past
    ? 'Education goes on'
    : run.sixthDay === null
      ? 'Education from the sixth school day'
      : `Education from ${dayWords(run.sixthDay, on)}`
  const day = run.sixthDay === null ? ` ${NOT_KNOWN}` : ''
  return {
    id: 'sixth-day-education',
    title: titles,
    words: `${provides} full time from ${count6}.${day} Excepted are children in Year 11 with no exams left, and plans with fewer hours.`,
    dueOn: run.sixthDay,
    owner: responsible === 'la' ? 'local-authority' : 'governing-board',
    force: 'must',
    source: 'excluded-provision-2007',
    place: responsible === 'la' ? 'reg 4' : 'reg 3',
    cautious:
      row.kind === 'permanent' && joined
        ? 'Days suspended just before are counted; the guidance counts the authority’s days from the exclusion.'
        : null,
  }
}

/** A missed public exam or National Curriculum test makes the board meet (`exclusions-2012`). */
export function exam({ row, proposal, on }: Weighed): Said | null {
  const shared = {
    status: 'watch',
    force: 'must',
    source: 'exclusions-2012',
    place: 'regs 6, 15 and 24',
  } as const
  if (row.kind !== 'suspension' && proposal.missesExam !== true) return null
  if (proposal.missesExam === null)
    return {
      ...shared,
      id: 'exam',
      title: 'Exams: not said yet',
      words: 'If a public exam or National Curriculum test would be missed, governors must meet.',
    }
  if (!proposal.missesExam) return null
  return {
    ...shared,
    id: 'exam',
    title: 'A public exam or test is missed',
    words: `${proposal.examOn === null ? 'On which day is not said yet.' : `On ${dayWords(proposal.examOn, on)}.`} Whatever the length, governors must meet.`,
  }
}

/** Work for the first five days (`exclusion-guidance`). */
export function work(all: Weighed): Said | null {
  const { row, covered, on } = all
  if (row.kind === 'lunchtime') return null
  const first = firstDayOf(all)
  const untilSixth = valueOn(thresholds.provisionFrom, on) - 1
  const days = row.kind === 'permanent' ? untilSixth : new Set(covered?.map((each) => each.on)).size
  const span =
    days === 0
      ? ''
      : ` for ${days === 1 ? 'the day' : `the first ${countWords(Math.min(days, untilSixth), 'day')}`}`
  return {
    id: 'work',
    title: 'Work to set and to mark',
    words: `The school should set work${span}, and mark it.`,
    dueOn: first,
    force: 'should',
    source: guidanceOn(on),
  }
}

/** The meeting on the return is offered and never a condition of it (`exclusion-guidance`). */
export function reintegration({ row, back, facts, on }: Weighed): Said | null {
  if (row.kind !== 'suspension') return null
  const groups = groupsOf(facts)
  const others = hasSocialWorker(groups)
    ? `, and the social worker${groups.cla ? ' and the Virtual School' : ''},`
    : ''
  const half = back?.session === 'PM' ? ', in the afternoon' : ''
  return {
    id: 'reintegration',
    title:
      back === null
        ? 'A meeting to offer on the return'
        : `Back ${dayWords(back.on, on)}${half}: a meeting to offer`,
    words: `Parents${others} should be offered a meeting on the return. It is never a condition of coming back.${back === null ? ` ${NOT_KNOWN}` : ''}`,
    dueOn: back?.on ?? null,
    force: 'should',
    source: guidanceOn(on),
  }
}

/** An interim review of a looked-after child's plan is considered (`exclusion-guidance-2026`; advice before it). */
export function interimPep({ facts, on, row }: Weighed): Said | null {
  if (!groupsOf(facts).cla || row.kind === 'lunchtime') return null
  const source = guidanceOn(on)
  const isInForce = source === 'exclusion-guidance-2026'
  return {
    id: 'interim-pep',
    title: 'An interim review of the education plan',
    words: `Where a looked-after child is likely to be suspended or excluded, an interim review of the personal education plan ${isInForce ? 'should be considered' : 'can help'}.`,
    status: 'watch',
    owner: 'designated-teacher',
    force: isInForce ? 'should' : 'advice',
    source: isInForce ? source : 'promoting-education',
  }
}
