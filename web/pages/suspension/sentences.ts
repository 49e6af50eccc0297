import type { SuspensionPage } from '../../api.ts'
import { actDay, halfDaysInWords, inWords, list, sentence } from '../../format.ts'
import { minuteWords } from '../before/words.ts'
import { lengthWords } from '../suspensions/year-of-suspensions.ts'
import { isLate, isNeverMended, isOpen, isUnknown, type Task } from './tasks.ts'

const isOr = (many: number) => (many === 1 ? 'is' : 'are')
const wasOr = (many: number) => (many === 1 ? 'was' : 'were')

/** `One thing is`, `Two things are`. */
const thingsAre = (many: number): string =>
  `${sentence(inWords(many))} ${many === 1 ? 'thing is' : 'things are'}`

/** The day somebody must act, the soonest first; null where no day is known. */
const soonest = (tasks: readonly Task[]): string | null =>
  tasks
    .flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn]))
    .toSorted()
    .at(0) ?? null

/** `; two were done late and one cannot be undone`: what nobody asked before a decision was not done late, but not at all. */
function pastWords(late: readonly Task[]): string {
  const undone = late.filter(isNeverMended).length
  const done = late.length - undone
  const parts = [
    ...(done > 0 ? [`${inWords(done)} ${wasOr(done)} done late`] : []),
    ...(undone > 0 ? [`${inWords(undone)} cannot be undone`] : []),
  ]
  return parts.length === 0 ? '' : `; ${parts.join(' and ')}`
}

/** What is open alone is counted: late first, then what is still to do, then what nobody recorded. */
function standing(tasks: readonly Task[], today: string): string {
  const all = tasks.filter(({ status }) => status !== 'watch')
  if (all.length === 0) return 'Nothing more is to be done'
  const late = all.filter((task) => isLate(task) && isOpen(task))
  const due = all.filter((task) => !isLate(task) && isOpen(task))
  const unknown = all.filter(isUnknown)
  const also = (many: number, what: string) => (many === 0 ? [] : [`${inWords(many)} ${isOr(many)} ${what}`])
  if (late.length > 0)
    return list([
      `${thingsAre(late.length)} late`,
      ...also(due.length, 'still to do'),
      ...also(unknown.length, 'not known'),
    ])
  const ended = all.filter(isLate)
  const lateWords = pastWords(ended)
  if (due.length > 0) {
    const first = soonest(due)
    const by = first === null ? '' : first === today ? ', the first today' : `, the first by ${actDay(first)}`
    const only = due.length === 1 ? by.replace(', the first', ',') : by
    const notKnown = also(unknown.length, 'not known').map((words) => `; ${words}`)
    return `${thingsAre(due.length)} still to do${only}${notKnown.join('')}${lateWords}`
  }
  if (unknown.length > 0) return `${thingsAre(unknown.length)} not known${lateWords}`
  return ended.length > 0 ? `Nothing is left to do${lateWords}` : 'Everybody was told, all in time'
}

function back({ backOn, backSession, today, record }: SuspensionPage): string {
  if (backOn === null || record.kind === 'permanent') return ''
  const noon = backSession === 'PM' ? ' in the afternoon' : ''
  return backOn < today ? `; back since ${actDay(backOn)}` : `; back ${actDay(backOn)}${noon}`
}

/** The finding of the page. */
export function suspensionSentence(page: SuspensionPage): string {
  const { record, tasks, today } = page
  if (record.atOtherSchool)
    return 'Another school decided this: its days count, and nothing is to be done here.'
  if (record.cancelledAt !== null) {
    const served = record.halfDays ?? 0
    const days =
      served === 0 ? '' : `; ${halfDaysInWords(served)} served still ${served <= 2 ? 'counts' : 'count'}`
    const left = tasks.filter((task) => isOpen(task)).length
    const rest = left === 0 ? '' : `; ${inWords(left)} ${left === 1 ? 'thing is' : 'things are'} still to do`
    return `Cancelled ${actDay(record.cancelledAt.slice(0, 10))}${days}${rest}.`
  }
  return `${standing(tasks, today)}${back(page)}.`
}

/** Cancelled before it began, or at once. */
const wasNeverServed = ({ cancelledAt, halfDays }: SuspensionPage['record']): boolean =>
  cancelledAt !== null && halfDays === 0

/** Until when a permanent exclusion was that the governing board ended: it alone has a number of half days. */
function endWords({ record, lastDay }: Pick<SuspensionPage, 'record' | 'lastDay'>): string {
  if (record.halfDays === null || record.cancelledAt !== null) return ''
  const to = lastDay === null || lastDay === record.startedOn ? '' : ` to ${actDay(lastDay)}`
  return `${to}; the governing board brought the child back`
}

/** `Suspended for 3 days from Mon 16 to Wed 18 March.` */
export function whatWords({ record, lastDay }: SuspensionPage): string {
  const { kind, startedOn, startSession } = record
  if (wasNeverServed(record)) return `It was to begin on ${actDay(startedOn)}; none of it was served.`
  if (kind === 'permanent')
    return `Permanently excluded from ${actDay(startedOn)}${endWords({ record, lastDay })}.`
  if (kind === 'lunchtime') {
    const until = lastDay === null || lastDay === startedOn ? '' : ` to ${actDay(lastDay)}`
    return `Suspended at ${lengthWords(record)}, ${until ? 'from' : 'on'} ${actDay(startedOn)}${until}.`
  }
  const noon = startSession === 'PM' ? ' at midday' : ''
  const to = lastDay === null || lastDay === startedOn ? '' : ` to ${actDay(lastDay)}`
  const span = to === '' ? `on ${actDay(startedOn)}${noon}` : `from ${actDay(startedOn)}${noon}${to}`
  return `Suspended for ${lengthWords(record)}, ${span}.`
}

/** `Decided at 08:40 on Mon 16 March by the headteacher.` */
export function decidedWords({ record, decidedBy, today }: SuspensionPage): string {
  const by = decidedBy === null ? '' : ` by ${decidedBy}`
  if (record.decidedAt === null) return `When it was decided is not known${by === '' ? '' : `;${by}`}.`
  const at = minuteWords(record.decidedAt, today)
  return `Decided ${/^\d\d:\d\d$/.test(at) ? `today at ${at}` : `at ${at}`}${by}.`
}

/** Whether those to be asked were asked first, plainly. */
export function askedWords({ askedFirst }: Pick<SuspensionPage, 'askedFirst'>): string {
  return {
    before: 'Those to be asked first were asked before the decision.',
    after: 'Decided before contact: those to be asked first were told after it.',
    never: 'Decided before contact: somebody who is to be asked first never was.',
    'not-known': 'Whether anybody was asked first is not known.',
    'not-needed': 'Nobody had to be asked first.',
  }[askedFirst]
}
