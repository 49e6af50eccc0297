import type { Today } from '../../api.ts'
import { childName } from '../../components/child-name.ts'
import { tenDays, type DayItem } from '../../components/ten-days.ts'
import { count, sentence } from '../../format.ts'
import { cardId } from './card-view.ts'

const AREAS: Readonly<Record<string, string>> = {
  pep: 'PEPs',
  suspension: 'Suspensions',
  moves: 'Moves and shorter days',
  safety: 'Safety',
  attendance: 'Attendance',
  care: 'Care status',
}

/** The page's ids: of the first card that a mark of the day line stands for. */
function placeOf(
  { groups }: Today,
  isMeant: (card: Today['groups']['due'][number]['cards'][number]) => boolean,
) {
  const card = [...groups.due, ...groups.breach].flatMap(({ cards }) => cards).find(isMeant)
  return card ? `#alert-${cardId(card)}` : '#'
}

/** The ten school days with what falls due on each; every mark leads to its card. */
export function schoolDays(today: Today) {
  const item = ({ status, title, children, ruleId }: Today['days'][number]['items'][number]): DayItem => ({
    status,
    title:
      children.length === 1
        ? childName(children[0]?.name ?? '')
        : count(children.length, 'child', 'children'),
    note: title,
    href: placeOf(
      today,
      (card) =>
        card.status === status &&
        card.ruleId === ruleId &&
        card.title === title &&
        card.child.id === children[0]?.id,
    ),
  })
  return tenDays({
    today: today.evaluatesOn,
    before: {
      count: today.counts.breach,
      items: today.before.map(({ area, count: size }) => ({
        status: 'breach' as const,
        title: AREAS[area] ?? sentence(area),
        note: `${size} broken`,
        href: placeOf(today, (card) => card.status === 'breach' && card.area === area),
      })),
    },
    days: today.days.map(({ on, items }) => ({ on, items: items.map(item) })),
    note: 'School days only.',
  })
}
