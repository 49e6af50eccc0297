import type { SuspensionPage } from '../../api.ts'
import { actDay, distance } from '../../format.ts'
import type { MarkName } from '../../components/status-mark.ts'

export type Task = SuspensionPage['tasks'][number]

/** Past its day, done or not. */
export const isLate = ({ status }: Task): boolean => status === 'breach'

/** Done, in time or late: nothing can be added to it. */
export const isDone = ({ status, final }: Task): boolean => status === 'met' || (status === 'breach' && final)

export const isUnknown = ({ status }: Task): boolean => status === 'no-data'

/** Who is still to be told of the suspension, each once, in the order in which they wait for it; no one who may not be. */
export const noticesToRecord = (tasks: readonly Task[]): string[] => {
  const roles = byUrgency(tasks)
    .filter((task) => !isDone(task) && !isToConsider(task) && task.form === 'contact' && !task.record)
    .filter(({ prefill }) => prefill['purpose'] === 'suspension-notice')
    .map(({ prefill }) => `${prefill['withRole']}`)
  return [...new Set(roles)]
}

/** No duty yet: something to think of. */
export const isToConsider = ({ status }: Task): boolean => status === 'watch'

/** Still to be done. */
export const isOpen = (task: Task): boolean => !isDone(task) && !isUnknown(task) && task.status !== 'watch'

const ORDER = ['breach', 'due', 'no-data', 'watch', 'met']

/** Of what is due on one day: the people who wait for a word first, then what else begins that day. */
const TOLD = ['parent', 'virtual-school', 'social-worker', 'local-authority', 'education-notice', 'board']

const callOf = ({ ruleId }: Task) => {
  const at = TOLD.findIndex((who) => ruleId.startsWith(who))
  return at === -1 ? TOLD.length : at
}

const rank = (task: Task) => (isDone(task) ? ORDER.length : ORDER.indexOf(task.status))
const dayOf = ({ dueOn }: Task) => dueOn ?? '9'

/** What is late and open first, then by its day; what is done last, late ones before those in time. */
export const byUrgency = (tasks: readonly Task[]): Task[] =>
  tasks.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      Number(isLate(b)) - Number(isLate(a)) ||
      (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0) ||
      callOf(a) - callOf(b),
  )

/** What had to come before the decision: nothing done after it mends that. */
export const isNeverMended = ({ ruleId }: Task) => ruleId.endsWith('-contacted-before')

/** The shape of a task: an open diamond for what was done too late. */
export const markOf = (task: Task): MarkName =>
  isLate(task) && isDone(task) && !isNeverMended(task) ? 'late' : task.status

/** The largest words of a task: how soon, how late, or how it ended; and the day under it. */
export function whenOfTask(task: Task, today: string): { big: string; small: string } {
  const { status, dueOn, since, final, distance: days, dayKind } = task
  const day = dueOn === null ? '' : actDay(dueOn)
  if (status === 'met') return { big: 'Met', small: '' }
  if (status === 'no-data') return { big: 'Not known', small: '' }
  if (status === 'watch') return { big: '', small: '' }
  if (status === 'breach') {
    if (final)
      return isNeverMended(task)
        ? { big: 'Cannot be undone', small: '' }
        : { big: 'Done late', small: day && `was due ${day}` }
    return {
      big: days !== null && days < 0 ? distance(days, dayKind) : 'Late',
      small: since === null ? '' : `since ${actDay(since)}`,
    }
  }
  if (dueOn === null) return { big: 'Now', small: '' }
  if (dueOn === today) return { big: 'Today', small: day }
  return days !== null && days > 0
    ? { big: distance(days, dayKind), small: `by ${day}` }
    : { big: `By ${day}`, small: '' }
}

/** What somebody has to do or to have done; that a child is within a limit, or was not suspended again, is none. */
const CONDITIONS = ['suspension-repeated', 'term-total-near-limit', 'year-total-near-limit']

/** Done in time or too late, and something that was to be done. */
export const isDeed = ({ ruleId }: Task): boolean => !CONDITIONS.includes(ruleId)
