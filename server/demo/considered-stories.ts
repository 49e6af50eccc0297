/** Times of a story are minutes on the clock of a school day so many school days back. */
export interface AdviceStory {
  at: string
  by: string
  words: string
}

/** A suspension of the files that began on the page “Before you suspend”. */
export interface SuspendedStory {
  child: string
  /** School days back that it began, which says which of the child's it is. */
  back: number
  whatHappened: string
  whatBefore: string | null
  read?: { at: string; by: string }
  advice?: AdviceStory
  withoutContact?: string
}

export const suspendedStories: readonly SuspendedStory[] = [
  {
    child: 'Damson Ferrybank',
    back: 7,
    whatHappened: 'Kicked a door through in the corridor after the football was taken away.',
    whatBefore: 'Told in front of the class that there would be no match on Thursday.',
    read: { at: '11:04', by: 'Marcus Sandgrouse' },
    advice: {
      at: '11:18',
      by: 'Marcus Sandgrouse',
      words: 'If it has to be, one day and no more, with his mentor there on the morning he is back.',
    },
  },
  {
    child: 'Perry Burdock',
    back: 8,
    whatHappened: 'Hit two children with a stick at lunch; one needed stitches.',
    whatBefore: 'A game that had turned into chasing.',
  },
  {
    child: 'Tansy Coppergate',
    back: 13,
    whatHappened: 'Swore at a midday supervisor and would not leave the hall.',
    whatBefore: 'Sent to the end of the queue.',
    withoutContact:
      'Her social worker’s telephone was off and nobody answered at the team; a child had been hurt and had to feel safe.',
  },
  {
    child: 'Tansy Coppergate',
    back: 34,
    whatHappened: 'Pushed a teaching assistant, who fell.',
    whatBefore: 'Had not slept; said so on arrival.',
  },
  {
    child: 'Sorrel Quillfeather',
    back: 6,
    whatHappened: 'Threw a chair; it broke a window.',
    whatBefore: 'A supply teacher, and no warning of the change.',
    withoutContact: 'Nobody here had a number for Saltmere’s Virtual School.',
  },
  {
    child: 'Sorrel Quillfeather',
    back: 44,
    whatHappened: 'Left the grounds twice in one morning.',
    whatBefore: null,
  },
]

/** A consideration that ended with the child in school. */
export interface KeptStory {
  child: string
  back: number
  openedAt: string
  decidedAt: string
  halfDays: number
  whatHappened: string
  whatBefore: string | null
  instead: string
  read?: { at: string; by: string }
  advice?: AdviceStory
  asked: readonly { withRole: 'virtual-school' | 'social-worker' | 'carer' | 'parent'; at: string }[]
}

export const keptStories: readonly KeptStory[] = [
  {
    child: 'Wren Alderbrook',
    back: 3,
    openedAt: '11:40',
    decidedAt: '13:05',
    halfDays: 2,
    whatHappened: 'Ran out of a lesson and would not come in from the field.',
    whatBefore: 'Contact at the weekend had been cancelled.',
    instead: 'The afternoon with her key adult, and an interim PEP on Thursday with her carer there.',
    read: { at: '11:52', by: 'Kit Whinchat' },
    advice: {
      at: '12:10',
      by: 'Kit Whinchat',
      words:
        'I can come on Thursday. Could the interim PEP be then, and could she be told today what Thursday is for?',
    },
    asked: [
      { withRole: 'social-worker', at: '11:55' },
      { withRole: 'carer', at: '12:30' },
    ],
  },
  {
    child: 'Teasel Otterby',
    back: 6,
    openedAt: '10:12',
    decidedAt: '10:50',
    halfDays: 1,
    whatHappened: 'Tore up the work of the whole table.',
    whatBefore: 'The room had been changed without telling him the day before.',
    instead: 'He mended the books with Mr Heron at break. Changes of room are told the day before.',
    read: { at: '10:16', by: 'Kit Whinchat' },
    asked: [{ withRole: 'social-worker', at: '10:30' }],
  },
  {
    child: 'Rowan Harebell',
    back: 9,
    openedAt: '13:20',
    decidedAt: '14:05',
    halfDays: 2,
    whatHappened: 'Bit a child who took a toy.',
    whatBefore: 'Nobody had seen that the toy was hers.',
    instead: 'Two mornings in the nurture room, and a box for what children bring from home.',
    asked: [
      { withRole: 'social-worker', at: '13:34' },
      { withRole: 'parent', at: '13:50' },
    ],
  },
]

/** A consideration that is open now; minutes are counted back from now. */
export interface OpenStory {
  child: string
  openedAgo: number
  happenedAgo: number
  halfDays: number
  startSession: 'AM' | 'PM'
  reasons: string
  whatHappened: string
  whatBefore: string | null
  ringBack: string
  readAgo?: number
  advice?: { ago: number; words: string }
  /** The social worker's telephone took a message so long ago. */
  messageAgo?: number
}

export const openStories: readonly OpenStory[] = [
  {
    child: 'Clover Thistledown',
    openedAgo: 40,
    happenedAgo: 65,
    halfDays: 6,
    startSession: 'AM',
    reasons: 'PP',
    whatHappened: 'Threw a stone at break; another child’s eyebrow was cut.',
    whatBefore: 'Had been left out of a game three times this week.',
    ringBack: '01632 960144, ask for Mrs Curlew',
  },
  {
    child: 'Hazel Millstream',
    openedAgo: 95,
    happenedAgo: 140,
    halfDays: 1,
    startSession: 'PM',
    reasons: 'DB',
    whatHappened: 'Shouted over assembly and pulled a display down.',
    whatBefore: 'Told on the way in that her brother would not be at the next visit.',
    ringBack: '01632 960144',
    readAgo: 83,
    advice: {
      ago: 80,
      words:
        'Please hold off until I have spoken to her carer. Could she spend the afternoon with Mr Heron? I can be with you at two.',
    },
    messageAgo: 88,
  },
]
