import type { InboxItem } from '../../../../server/pathway/shapes.ts'

/** A flag in an inbox, unread since 07:12 on 13 March, unless said otherwise. */
export const anItem = (given: Partial<InboxItem> = {}): InboxItem => ({
  id: 'one',
  version: 1,
  school: { id: 'a', name: 'Ashbrook Vale School' },
  child: { id: 'k', name: 'Kwame McIntyre', yearGroup: '10', statuses: ['cla'] },
  openedAt: '2026-03-13T07:12:00.000Z',
  openedBy: 'David Whitlock',
  ringBack: '01632 960100',
  state: 'open',
  words: 'Considering 3 days from Monday.',
  decidedAt: null,
  read: null,
  advice: [],
  waitedMinutes: null,
  ...given,
})
