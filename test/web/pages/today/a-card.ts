import type { Card } from '../../../../web/pages/today/card-view.ts'

type Given = Partial<Omit<Card, 'dueOn' | 'since'>> & { dueOn?: string | null; since?: string | null }

/** A card as the server sends it. */
export const aCard = (child: string, given: Given = {}) =>
  ({
    alertId: `alert-${child}`,
    version: 1,
    state: 'open',
    answer: null,
    note: null,
    askAgainOn: null,
    seen: false,
    ruleId: 'termly-pep-missing',
    area: 'pep',
    about: '2026-spring',
    child: {
      id: child.toLowerCase(),
      name: child,
      yearGroup: '9',
      statuses: ['cla'],
    } as unknown as Card['child'],
    status: 'due',
    title: 'Spring PEP to hold',
    message: 'No spring PEP yet.',
    evidence: [],
    duty: {
      owner: 'local-authority',
      force: 'should',
      sourceTitle: 'Promoting the education of looked-after children',
      sourceShort: 'Promoting education guidance',
      place: null,
      url: 'https://www.gov.uk/',
    },
    severity: 'medium',
    closedBy: null,
    dueOn: '2026-03-27',
    since: null,
    final: false,
    distance: 10,
    dayKind: 'school',
    action: {
      text: 'Hold it.',
      label: 'Record a PEP meeting',
      form: 'pep-meeting',
      record: null,
      prefill: null,
    },
    ...given,
  }) as Card
