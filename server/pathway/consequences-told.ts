import { capital, countWords, dayWords, schoolDayWords } from '../engine/words.ts'
import { hasSocialWorker } from '../law/cohorts.ts'
import { isCompulsorySchoolAge } from '../law/compulsory-school-age.ts'
import { valueOn } from '../law/dated.ts'
import { halfDaysOf } from '../law/suspension.ts'
import { thresholds } from '../law/thresholds.ts'
import { NOT_KNOWN, dutyOf, firstDayOf, groupsOf, type Said, type Weighed } from './weighed.ts'

/** Parents, the authority, and by status the social worker and the Virtual School (`exclusions-2012`, `exclusions-2022`). */
export function toTell({ facts, row, on, options }: Weighed): Said {
  const groups = groupsOf(facts)
  const holder = facts.care?.authorityNow?.name
  const { home } = facts
  const mayBeAnother = row.kind === 'permanent' && home === null
  const isAnother = row.kind === 'permanent' && home !== null && !home.isSchoolsOwn
  const people = [
    facts.identity.age >= 18
      ? 'the pupil, who is 18 or over'
      : groups.cla
        ? 'the parents and carers'
        : 'the parents',
    options.authorityName === null ? 'the local authority' : `the local authority, ${options.authorityName}`,
    ...(mayBeAnother ? ['the authority of the home address where that is another'] : []),
    ...(isAnother ? [`the authority of the home address, ${home.authority.name}`] : []),
    ...(hasSocialWorker(groups) ? ['the social worker'] : []),
    ...(groups.cla ? [holder === undefined ? 'the Virtual School' : `${holder} Virtual School`] : []),
  ]
  const number = people.length - (mayBeAnother ? 1 : 0)
  return {
    id: 'tell',
    title: `${capital(countWords(number, 'person', 'people'))} to tell without delay`,
    words: `${capital(people.join('; '))}: the period and the reasons, on the day of the decision. Letters are drafted.`,
    dueOn: on,
    force: 'must',
    source: hasSocialWorker(groups) ? 'exclusions-2022' : 'exclusions-2012',
    place: 'regs 5, 14 and 23',
  }
}

/** `6 school days in Spring 2026, over 5`, or why else the board has a duty. */
export function whyGovernors({ row, term, proposal, on }: Weighed): string {
  const [lower, upper] = [thresholds.termLower, thresholds.termUpper].map((line) => valueOn(line, on))
  if (row.kind === 'permanent') return 'After a permanent exclusion'
  const total = term?.after ?? 0
  const line = total > halfDaysOf(upper ?? 0) ? upper : lower
  const isOver = total > halfDaysOf(line ?? 0)
  if (proposal.missesExam === true && !(total > halfDaysOf(upper ?? 0)))
    return 'A public exam or National Curriculum test would be missed'
  return isOver ? `${capital(schoolDayWords(total))} in ${term?.name} is over ${line}` : ''
}

/** The board is told without delay when it has a duty, else once a term (`exclusions-2012`). */
export function boardNotice(all: Weighed): Said | null {
  const { term, row, on } = all
  const place = 'regs 5, 14 and 23'
  if (term === null && row.kind !== 'permanent' && dutyOf(all) !== 'meet-15')
    return {
      id: 'board-notice',
      title: 'Governors: the total of the term is not known',
      words:
        'The terms are not known so far ahead, so the days of the term cannot be added up, nor what governors must do.',
      status: 'watch',
      force: 'must',
      source: 'exclusions-2012',
      place,
    }
  if (dutyOf(all) === 'consider-representations')
    return {
      id: 'board-notice',
      title: 'Governors hear of it this term',
      words: 'They are told of shorter suspensions at least once a term, and consider what parents say.',
      status: 'watch',
      force: 'must',
      source: 'exclusions-2012',
      place,
    }
  return {
    id: 'board-notice',
    title: 'Governors to be told without delay',
    words: `${whyGovernors(all)}: the chair or the clerk is told the period and the reasons on the day of the decision.`,
    dueOn: on,
    force: 'must',
    source: 'exclusions-2012',
    place,
  }
}

/** The notice about public places and education, by the end of the first afternoon (`excluded-provision-2007`). */
export function educationNotice(all: Weighed): Said | null {
  const { row, facts, on } = all
  const first = firstDayOf(all)
  if (row.kind === 'lunchtime') return null
  if (!isCompulsorySchoolAge(facts.identity.dateOfBirth, first ?? row.startedOn)) return null
  const when = first === null ? 'the first day' : dayWords(first, on)
  return {
    id: 'education-notice',
    title:
      first === null
        ? 'Notice about education by the end of the first afternoon'
        : `Notice about education by the afternoon of ${when}`,
    words: `By the end of the afternoon of ${when} the parents must have in writing on which days the child is kept out of public places in school hours, and what education follows as far as it is known.${first === null ? ` ${NOT_KNOWN}` : ''}`,
    dueOn: first,
    force: 'must',
    source: 'excluded-provision-2007',
    place: 'regs 6 and 7',
  }
}
