import type { Card } from '../../../../web/pages/today/card-view.ts'
import { aCard as aChildsCard } from '../../../support/build/a-child-page.ts'

type Given = Partial<Omit<Card, 'dueOn' | 'since'>> & { dueOn?: string | null; since?: string | null }

/** A card as the server sends it, of a child by forename. */
export const aCard = (name: string, given: Given = {}): Card =>
  aChildsCard({
    alertId: `alert-${name}`,
    child: { id: name.toLowerCase(), name, yearGroup: '9', statuses: ['cla'] } as unknown as Card['child'],
    ...given,
  } as Partial<Card>)
