/** Bodies that the routes of a report take, were there anything at their addresses. */
export const reportBodies: Readonly<Record<string, unknown>> = {
  'PUT /api/reports/:id': { on: '2026-03-13', threshold: 5 },
  'PUT /api/reports/:id/words/:section': { words: 'We opened a quiet room in October.' },
  'POST /api/reports/:id/warnings': { words: 'The board asked for a report on reading.' },
  'POST /api/reports/:id/actions': { text: 'Ask again in June.', owner: null, dueOn: '2026-06-30' },
  'PUT /api/report-actions/:id': {
    text: 'Ask again in June.',
    owner: null,
    dueOn: '2026-06-30',
    outcome: 'partly',
    outcomeNote: null,
  },
  'POST /api/reports/:id/return': { reason: 'Say more of attendance.' },
  'POST /api/reports/:id/publish': { meetingOn: '2026-03-26' },
  'POST /api/reports/:id/minute': { on: '2026-03-13', minute: 'Noted, with thanks.' },
  'POST /api/reports/:id/remove': { reason: 'Begun by mistake.' },
}
