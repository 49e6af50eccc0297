/** A draft as a page sends one: a suspension of a day and a half from Monday 16 March 2026. */
export const aDraft = (values: Readonly<Record<string, unknown>> = {}) => ({
  kind: 'suspension',
  startedOn: '2026-03-16',
  startSession: 'AM',
  halfDays: 3,
  missesExam: null,
  examOn: null,
  happenedAt: '2026-03-13T08:50',
  whatHappened: 'Threw a chair.',
  whatBefore: 'A change of room.',
  reasons: ['DB'],
  ringBack: '01632 960123',
  ...values,
})

/** A call that reached somebody just now. */
export const aCall = (values: Readonly<Record<string, unknown>> = {}) => ({
  withRole: 'virtual-school',
  outcome: 'reached',
  how: 'phone',
  note: null,
  contactedAt: null,
  ...values,
})

/** Bodies that the routes of the pathway take, were there anything at their addresses. */
export const pathwayBodies: Readonly<Record<string, unknown>> = {
  'PUT /api/considerations/:id': { fields: aDraft() },
  'POST /api/considerations/:id/contacts': aCall(),
  'POST /api/considerations/:id/decide': {
    decision: 'not-suspended',
    instead: 'Time with the key adult.',
    withoutContact: null,
  },
  'POST /api/considerations/:id/withdraw': { reason: 'Another child.' },
  'POST /api/suspensions/:id/cancel': { reason: 'Further evidence came.' },
  'POST /api/inbox/:id/advice': { words: 'Ask for an interim review first.' },
}
