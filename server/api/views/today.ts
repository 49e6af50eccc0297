import type { AssessedChild, Picture } from '../../alerts/picture.ts'
import { addDays, type IsoDate } from '../../calendar/iso-date.ts'
import type { SchoolCalendar } from '../../calendar/school-calendar.ts'
import { cardsOf, dutyView, type AlertsByKey, type Card, type DutyView, type RulesById } from './card.ts'
import { nameOf } from './child-name.ts'

const DAYS_AHEAD = 10
const TOGETHER_FROM = 3
const severities = { high: 0, medium: 1, low: 2 } as const

/** One card, or several children's cards of one duty that fall on one day, fell on one day, or are to be watched. */
export interface CardGroup {
  key: string
  title: string
  cards: readonly Card[]
}

/** What lies on a day of the line: one duty with its children. */
export interface DayItem {
  status: Card['status']
  ruleId: string
  title: string
  children: readonly { id: string; name: string }[]
}

export interface DayCell {
  on: IsoDate
  isSchoolDay: boolean
  items: readonly DayItem[]
}

/** What nobody has told us, by rule, and what to do about it. */
export interface UnknownGroup {
  ruleId: string
  title: string
  duty: DutyView
  /** What to do, as a sentence. */
  ask: string
  reasons: readonly { message: string; children: readonly { id: string; name: string }[] }[]
}

export interface Today {
  on: IsoDate
  /** The day as at which everything is worked out: another than `on` only for the demonstration in holidays. */
  evaluatesOn: IsoDate
  isSchoolDay: boolean
  /** The last day that still counts as soon: the tenth school day. */
  horizon: IsoDate | null
  counts: {
    breach: number
    due: number
    watch: number
    noData: number
    error: number
    answered: number
    postponed: number
  }
  /** How much is already broken, by area of duty, for the day line's first cell. */
  before: readonly { area: string; count: number }[]
  /** The day itself and the ten school days after it. */
  days: readonly DayCell[]
  groups: { breach: readonly CardGroup[]; due: readonly CardGroup[]; watch: readonly CardGroup[] }
  unknown: readonly UnknownGroup[]
}

/** The tenth school day after a day: what is due up to it is soon. Null past the known calendar. */
export const horizonOf = (calendar: SchoolCalendar, on: IsoDate): IsoDate | null =>
  calendar.addSchoolDays(on, DAYS_AHEAD)

const order = (...steps: readonly number[]) => steps.find((step) => step !== 0) ?? 0
const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const bySeverity = (a: Card, b: Card) => severities[a.severity] - severities[b.severity]
/** What can still be mended comes before what nothing can undo. */
const byFinal = (a: Card, b: Card) => Number(a.final) - Number(b.final)
const byChild = (a: Card, b: Card) => order(text(a.child.name, b.child.name), text(a.about, b.about))
const broken = (card: Card) => card.since ?? card.dueOn ?? ''

const sorts = {
  breach: (a: Card, b: Card) =>
    order(bySeverity(a, b), byFinal(a, b), text(broken(a), broken(b)), byChild(a, b)),
  due: (a: Card, b: Card) => order(text(a.dueOn ?? '9', b.dueOn ?? '9'), bySeverity(a, b), byChild(a, b)),
  watch: (a: Card, b: Card) => order(bySeverity(a, b), text(a.ruleId, b.ruleId), byChild(a, b)),
}

/** What puts cards of one duty together: its day; nothing more where nobody owes anything yet. */
function togetherBy({ ruleId, status, dueOn, since, child, about }: Card): string {
  if (status === 'watch') return ruleId
  const day = dueOn ?? since
  return day === null ? `${ruleId} ${child.id} ${about}` : `${ruleId} ${day}`
}

/** Sorted cards, those of one duty and one day put together from three children on, at the first one's place. */
export function grouped(cards: readonly Card[], rules: RulesById): CardGroup[] {
  const together = new Map<string, Card[]>()
  for (const card of cards) {
    const key = togetherBy(card)
    together.set(key, [...(together.get(key) ?? []), card])
  }
  return [...together].flatMap(([key, same]) => {
    const children = new Set(same.map((card) => card.child.id)).size
    if (children < TOGETHER_FROM)
      return same.map((card) => ({
        key: `${key} ${card.child.id} ${card.about}`,
        title: card.title,
        cards: [card],
      }))
    const titles = new Set(same.map((card) => card.title))
    const [only = ''] = titles
    return [{ key, title: titles.size === 1 ? only : (headOf(same[0], rules) ?? only), cards: same }]
  })
}

/** The head of several cards with different words: the duty while it can be kept, else what is or may be so. */
function headOf(first: Card | undefined, rules: RulesById): string | undefined {
  const rule = rules.get(first?.ruleId ?? '')
  if (first?.status === 'due') return rule?.title
  return (first?.status === 'watch' ? rule?.watchTitle : undefined) ?? rule?.breachTitle
}

function itemsOf(cards: readonly Card[]): DayItem[] {
  const byRule = new Map<string, Card[]>()
  for (const card of cards) {
    const key = `${card.ruleId} ${card.title}`
    byRule.set(key, [...(byRule.get(key) ?? []), card])
  }
  return [...byRule.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const children = new Map(same.map(({ child }) => [child.id, { id: child.id, name: child.name }]))
    return [
      {
        status: first.status,
        ruleId: first.ruleId,
        title: first.title,
        children: [...children.values()],
      },
    ]
  })
}

function byArea(cards: readonly Card[], rules: RulesById): Today['before'] {
  const counts = new Map<string, number>()
  for (const { ruleId } of cards) {
    const area = rules.get(ruleId)?.area ?? ''
    counts.set(area, (counts.get(area) ?? 0) + 1)
  }
  return [...counts].map(([area, count]) => ({ area, count })).toSorted((a, b) => b.count - a.count)
}

function dayCells(due: readonly Card[], { on, calendar }: Picture): DayCell[] {
  const days = [on]
  for (let last = on; days.length <= DAYS_AHEAD;) {
    const next = calendar.schoolDayOnOrAfter(addDays(last, 1))
    if (next === null) break
    days.push(next)
    last = next
  }
  return days.map((day, place) => {
    const previous = days[place - 1]
    const falls = ({ dueOn }: Card) =>
      dueOn !== null && dueOn <= day && (previous === undefined || dueOn > previous)
    return { on: day, isSchoolDay: calendar.isSchoolDay(day), items: itemsOf(due.filter(falls)) }
  })
}

function unknownGroups(children: readonly AssessedChild[], rules: RulesById): UnknownGroup[] {
  const byRule = new Map<string, Map<string, { id: string; name: string }[]>>()
  for (const { row, findings } of children)
    for (const { ruleId, status, message } of findings) {
      if (status !== 'no-data' && status !== 'error') continue
      const reasons = byRule.get(ruleId) ?? new Map<string, { id: string; name: string }[]>()
      const same = reasons.get(message) ?? []
      if (same.at(-1)?.id !== row.id) same.push({ id: row.id, name: nameOf(row) })
      byRule.set(ruleId, reasons.set(message, same))
    }
  return [...byRule].flatMap(([ruleId, reasons]) => {
    const rule = rules.get(ruleId)
    if (!rule) return []
    return [
      {
        ruleId,
        title: rule.title,
        duty: dutyView(rule),
        ask: rule.action.text,
        reasons: [...reasons].map(([message, asked]) => ({ message, children: asked })),
      },
    ]
  })
}

const isOpen = ({ state }: Card) => state === 'open' || state === 'none' || state === 'closed'

/**
 * What asks for somebody as at the picture's day: broken, due within ten school days, to be watched, and not
 * known. `alerts` by child and key are today's; for another day there are none, and nothing counts as answered.
 */
export function todayView(
  picture: Picture,
  rules: RulesById,
  alerts: ReadonlyMap<string, AlertsByKey>,
  asked: { on: IsoDate },
): Today {
  const { on, calendar, children } = picture
  const horizon = horizonOf(calendar, on)
  const soon = ({ status, dueOn }: Card) =>
    status !== 'due' || dueOn === null || horizon === null || dueOn <= horizon
  const none: AlertsByKey = new Map()
  const cards = children
    .flatMap((child) => cardsOf(child, picture, rules, alerts.get(child.row.id) ?? none))
    .filter(soon)
  const open = cards.filter(isOpen)
  const of = (status: Card['status']) => open.filter((card) => card.status === status).toSorted(sorts[status])
  const [breach, due, watch] = [of('breach'), of('due'), of('watch')]
  const findings = children.flatMap((child) => child.findings)
  return {
    on: asked.on,
    evaluatesOn: on,
    isSchoolDay: calendar.isSchoolDay(asked.on),
    horizon,
    counts: {
      breach: breach.length,
      due: due.length,
      watch: watch.length,
      noData: findings.filter(({ status }) => status === 'no-data').length,
      error: findings.filter(({ status }) => status === 'error').length,
      answered: cards.filter(({ state }) => state === 'answered').length,
      postponed: cards.filter(({ state }) => state === 'postponed').length,
    },
    before: byArea(breach, rules),
    days: dayCells(due, picture),
    groups: { breach: grouped(breach, rules), due: grouped(due, rules), watch: grouped(watch, rules) },
    unknown: unknownGroups(children, rules),
  }
}
