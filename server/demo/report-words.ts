/** What the invented designated teacher wrote, by section: nothing in it tells of a child. */
export const wordsOfLastYear: readonly (readonly [section: number, words: string])[] = [
  [
    2,
    'I have a day and a half each week for this work, and a deputy who knows every plan. What would help most is a second quiet room for meetings.',
  ],
  [
    4,
    'Plans slipped where a meeting fell in the last week of term. From September we hold them in the first six weeks, and the date is agreed at the meeting before.',
  ],
  [
    6,
    'Most absence was illness in the winter. We now ring on the first morning and offer work by the second day, for everybody.',
  ],
  [
    9,
    'Each child has a place in one club that they chose. The harvest concert and the chess team could not do without them.',
  ],
  [
    10,
    'Every tutor has had the training on how children who have lost much may show it. The lunchtime staff asked for it too, and have it in October.',
  ],
  [
    12,
    'Clubs and trips ask for no money from these families. The school council asked for breakfast before lessons, and there is one now.',
  ],
  [13, 'The Virtual School answered within the hour whenever we rang. We are grateful for it.'],
  [14, 'A calm start to the day is the second aim of the development plan, and these children are why.'],
]

export const wordsOfThisYear: readonly (readonly [section: number, words: string])[] = [
  [
    4,
    'Holding the meetings in the first six weeks works: dates are known early, and social workers can come.',
  ],
  [10, 'The lunchtime staff had their training in October and asked for more.'],
]

/** What the report of last year asked for, and what had become of it by now. */
export const actionsOfLastYear: readonly {
  readonly text: string
  readonly owner: string
  readonly outcome: 'done' | 'partly' | 'not-done'
  readonly outcomeNote: string | null
}[] = [
  {
    text: 'Hold every education plan meeting in the first six weeks of a term.',
    owner: 'Designated teacher',
    outcome: 'done',
    outcomeNote: 'All dates of the autumn were agreed in July.',
  },
  {
    text: 'Find a second quiet room for meetings.',
    owner: 'Headteacher',
    outcome: 'partly',
    outcomeNote: 'The old library office is free on three mornings.',
  },
  {
    text: 'Invite the Virtual School to a meeting of the board.',
    owner: 'Clerk',
    outcome: 'not-done',
    outcomeNote: 'Asked for the spring.',
  },
]

export const actionsOfThisYear: readonly { readonly text: string; readonly owner: string }[] = [
  { text: 'Agree who leads this work when the designated teacher is away.', owner: 'Headteacher' },
]

export const minuteOfLastYear =
  'The board noted the report, asked what would make plans punctual, and thanked the staff.'
