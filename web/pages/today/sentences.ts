import type { Today } from '../../api.ts'
import { countInWords, inWords, longDay, sentence } from '../../format.ts'

type Counts = Today['counts']

const duties = (count: number) => countInWords(count, 'duty', 'duties')

/** How many of the duties that are due fall on the day itself. */
export const dueToday = (today: Pick<Today, 'groups' | 'evaluatesOn'>): number =>
  today.groups.due.reduce(
    (sum, { cards }) => sum + cards.filter(({ dueOn }) => dueOn === today.evaluatesOn).length,
    0,
  )

/** The first thing to read: what is broken and what falls due, in one sentence that is true for 0, 1 and many. */
export function todaySentence({ breach, due }: Counts, onTheDay: number, until: string | null): string {
  const by = until === null ? 'soon' : `by ${longDay(until)}`
  const rest = due - onTheDay
  const falling =
    onTheDay > 0
      ? `${sentence(duties(onTheDay))} ${onTheDay === 1 ? 'falls' : 'fall'} due today${rest > 0 ? `; ${inWords(rest)} more ${by}` : ''}.`
      : due > 0
        ? `${sentence(duties(due))} ${due === 1 ? 'falls' : 'fall'} due ${by}.`
        : ''
  if (breach === 0) return falling || 'Nothing is broken, and nothing falls due soon.'
  if (falling) return falling
  return `${sentence(duties(breach))} ${breach === 1 ? 'is' : 'are'} broken; nothing else falls due soon.`
}

/** Below it: what is broken and asks for a true answer, and what nobody has told us. */
export function todayLead({ breach, noData, answered, postponed }: Counts): string {
  const parts = [
    breach === 0
      ? ''
      : `${sentence(inWords(breach))} ${breach === 1 ? 'is broken and needs' : 'are broken and need'} an honest record.`,
    noData === 0 ? '' : `${sentence(inWords(noData))} ${noData === 1 ? 'is' : 'are'} not known yet.`,
    answered === 0 ? '' : `${sentence(inWords(answered))} ${answered === 1 ? 'is' : 'are'} answered already.`,
    postponed === 0 ? '' : `${sentence(inWords(postponed))} will ask again later.`,
  ]
  return parts.filter(Boolean).join(' ')
}
