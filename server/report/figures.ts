import type { Unit } from './shapes.ts'

/** What a figure is called in a table, what it counts and who is counted. */
export interface FigureWords {
  readonly label: string
  readonly unit: Unit
  readonly who: string
}

/** Groups of children a report tells apart; all but `all` exclude each other. */
export const groupWords = {
  'looked-after': 'Looked after',
  'social-worker': 'Child in need or protection plan',
  previously: 'Previously looked after',
  past: 'Had a social worker in the past six years',
  kinship: 'In kinship care alone',
  all: 'All in this report',
} as const
export type ReportGroup = keyof typeof groupWords
export const reportGroups = Object.keys(groupWords) as ReportGroup[]

export const terms = ['autumn', 'spring', 'summer'] as const
export type ReportTerm = (typeof terms)[number]

const inReport =
  'Children on roll on a day of the year who were then looked after, previously looked after, on a plan, in kinship care, or had a social worker within six years.'
const groupThen = 'A child who left counts in the group of the last day on roll.'

const children = (label: string, who: string): FigureWords => ({ label, unit: 'children', who })
const plans = (label: string, who: string): FigureWords => ({ label, unit: 'plans', who })

const byGroup = (id: string, words: (group: ReportGroup) => FigureWords) =>
  reportGroups.map((group) => [`${id}.${group}`, words(group)] as const)

const due = 'Terms in which a child was looked after and on roll here on at least 20 working days.'
const planLevels = (id: string, when: string) =>
  [
    [`${id}.due`, plans(`Due${when}`, due)],
    [`${id}.on-time`, plans(`Completed in the term${when}`, 'Held and completed within the term’s window.')],
    [`${id}.late`, plans(`Completed after the term${when}`, 'Completed after the window had ended.')],
    [`${id}.missing`, plans(`Not completed${when}`, 'Not completed, and the window has ended.')],
    [`${id}.to-do`, plans(`Still to complete${when}`, 'Not completed, and the window is open.')],
  ] as const

/** Every count and amount of the report by its id. What the measures make has its words here, and the other way round. */
export const figureWords: ReadonlyMap<string, FigureWords> = new Map<string, FigureWords>([
  // 1 Numbers
  ...byGroup('numbers.now', (group) =>
    children(groupWords[group], 'On roll on the day of the report, by the group of that day.'),
  ),
  ...byGroup('numbers.before', (group) =>
    children(groupWords[group], 'On roll a year before, by the group of that day.'),
  ),
  ...byGroup('numbers.year', (group) => children(groupWords[group], `${inReport} ${groupThen}`)),
  ['numbers.joined', children('Joined the school in the year', 'Admitted on or after 1 September.')],
  ['numbers.left', children('Left the school in the year', 'The last day on roll is in the year and past.')],
  [
    'numbers.care-long',
    children('Looked after for 12 months or more', 'On roll and looked after on the day.'),
  ],
  [
    'numbers.care-short',
    children('Looked after for less than 12 months', 'On roll and looked after on the day.'),
  ],
  [
    'numbers.own-authority',
    children('Looked after by the school’s own authority', 'On roll and looked after on the day.'),
  ],
  [
    'numbers.other-authority',
    children('Looked after by another authority', 'On roll and looked after on the day.'),
  ],
  ['numbers.stage.early', children('Nursery and reception', 'On roll on the day.')],
  ['numbers.stage.ks1', children('Years 1 and 2', 'On roll on the day.')],
  ['numbers.stage.ks2', children('Years 3 to 6', 'On roll on the day.')],
  ['numbers.stage.ks3', children('Years 7 to 9', 'On roll on the day.')],
  ['numbers.stage.ks4', children('Years 10 and 11', 'On roll on the day.')],
  ['numbers.stage.post16', children('Years 12 to 14', 'On roll on the day.')],

  // 4 Personal education plans. `closed`: every term that has ended, of this year and the last, taken together.
  ...planLevels('pep.closed', ''),
  ...planLevels('pep.year', ''),
  ...planLevels('pep.last-year', ''),
  ...terms.flatMap((term) => planLevels(`pep.${term}`, '')),
  ['pep.quality.rated', plans('Completed and rated', 'Completed in the year, with a quality given.')],
  ['pep.quality.good', plans('Rated gold or green', 'Of the plans rated.')],
  ['pep.quality.poor', plans('Rated amber or red', 'Of the plans rated.')],
  ['pep.held', plans('Meetings held', 'Meetings of the year held while the child was looked after.')],
  ['pep.attended.social-worker', plans('With the social worker', 'Of the meetings held.')],
  ['pep.attended.designated-teacher', plans('With the designated teacher', 'Of the meetings held.')],
  ['pep.attended.carer', plans('With the carer', 'Of the meetings held.')],
  ['pep.views', plans('With the child’s own views', 'Of the meetings held.')],

  // 5 Attainment, where it is recorded: the newest assessment of the year of each child and subject counts once a child
  [
    'attainment.assessed',
    children(
      'With an assessment recorded',
      'Looked-after children with an assessment of the year that says whether they are at the standard expected.',
    ),
  ],
  [
    'attainment.expected',
    children('At the expected standard in all that was assessed', 'Of the children assessed.'),
  ],
  [
    'attainment.progress-known',
    children('With progress recorded', 'Looked-after children with progress against their own target.'),
  ],
  [
    'attainment.progress-made',
    children(
      'With the progress expected, or more',
      'In all that was assessed, of the children with progress recorded.',
    ),
  ],

  // 6 Attendance
  ...byGroup('attendance.counted', (group) =>
    children(groupWords[group], `${inReport} With at least one possible session. ${groupThen}`),
  ),
  ...byGroup('attendance.persistent', (group) =>
    children(
      `Missed a tenth or more: ${groupWords[group].toLowerCase()}`,
      'Missed at least 10 % of their possible sessions.',
    ),
  ),
  ...byGroup('attendance.severe', (group) =>
    children(
      `Missed half or more: ${groupWords[group].toLowerCase()}`,
      'Missed at least 50 % of their possible sessions.',
    ),
  ),
  [
    'attendance.counted.others',
    children(
      'Other children',
      'Children of the school who are not in this report, with at least one possible session in a register in this dashboard.',
    ),
  ],
  [
    'attendance.persistent.others',
    children('Missed a tenth or more: other children', 'Missed at least 10 % of their possible sessions.'),
  ],
  [
    'attendance.severe.others',
    children('Missed half or more: other children', 'Missed at least 50 % of their possible sessions.'),
  ],
  ...byGroup('attendance.rate', (group): FigureWords => ({
    label: `Sessions missed: ${groupWords[group].toLowerCase()}`,
    unit: 'percent',
    who: 'Sessions missed of sessions possible, 1 September to the day, children with at least one.',
  })),
  [
    'attendance.rate.everyone',
    {
      label: 'Sessions missed: everybody whose register is here',
      unit: 'percent',
      who: 'All children of the school with a register in this dashboard, those of the report among them.',
    },
  ],

  // 7 Suspension and exclusion
  ...byGroup('suspension.children', (group) =>
    children(
      `Suspended: ${groupWords[group].toLowerCase()}`,
      `Suspended by this school at least once in the year. ${groupThen}`,
    ),
  ),
  ...byGroup('suspension.repeat', (group) =>
    children(`Suspended more than once: ${groupWords[group].toLowerCase()}`, 'Of the children suspended.'),
  ),
  ...byGroup('suspension.times', (group): FigureWords => ({
    label: `Suspensions: ${groupWords[group].toLowerCase()}`,
    unit: 'suspensions',
    who: 'Suspensions of the year by this school, those over lunchtimes among them; cancelled ones are not.',
  })),
  ...byGroup('suspension.half-days', (group): FigureWords => ({
    label: `School days: ${groupWords[group].toLowerCase()}`,
    unit: 'half-days',
    who: 'School days of those suspensions that fall in the year, a lunchtime being half a day.',
  })),
  ['suspension.permanent', children('Permanently excluded', 'By this school in the year, not cancelled.')],
  [
    'suspension.cancelled',
    {
      label: 'Suspensions and exclusions cancelled',
      unit: 'suspensions',
      who: 'By the headteacher of this school in the year, whenever they were decided.',
    },
  ],
  [
    'suspension.decided',
    {
      label: 'Suspensions of children with a social worker',
      unit: 'suspensions',
      who: 'Of looked-after children and children on a plan on the day of the decision.',
    },
  ],
  [
    'suspension.asked',
    {
      label: 'The Virtual School or the social worker was asked before',
      unit: 'suspensions',
      who: 'For a looked-after child the Virtual School, for a child on a plan the social worker; recorded before the decision. A message left counts, a call that nobody answered does not.',
    },
  ],
  [
    'suspension.stayed',
    {
      label: 'Considered, and the child stayed in school',
      unit: 'decisions',
      who: 'Decided not to suspend, in the year.',
    },
  ],
  ['suspension.off-site', children('Directed to another site', 'At least once in the year.')],
  ['suspension.managed-move', children('Managed move agreed', 'In the year.')],
  ['suspension.part-time', children('On a part-time timetable', 'At any time in the year.')],
  [
    'suspension.sent-home',
    children('Sent home without a suspension', 'At least once in the year. It is unlawful.'),
  ],

  // 8 Special educational needs
  [
    'need.known',
    children(
      'Whose needs are recorded',
      'Looked-after children on roll on the day with an entry on special educational needs.',
    ),
  ],
  ['need.plan', children('With an education, health and care plan', 'Of those whose needs are recorded.')],
  ['need.support', children('With special educational needs support', 'Of those whose needs are recorded.')],
  ['need.none', children('With no special educational need', 'Of those whose needs are recorded.')],

  // 11 Money
  [
    'money.looked-after.received',
    {
      label: 'Pupil premium plus received',
      unit: 'pounds',
      who: 'Recorded as received in the academic year to the day.',
    },
  ],
  [
    'money.looked-after.spent',
    {
      label: 'Pupil premium plus spent',
      unit: 'pounds',
      who: 'Recorded as spent in the academic year to the day.',
    },
  ],
  [
    'money.previously.received',
    {
      label: 'Pupil premium for previously looked-after children received',
      unit: 'pounds',
      who: 'Recorded as received in the academic year to the day.',
    },
  ],
  [
    'money.previously.spent',
    {
      label: 'Pupil premium for previously looked-after children spent',
      unit: 'pounds',
      who: 'Recorded as spent in the academic year to the day.',
    },
  ],

  // 13 Working together: how fast what the dashboard raised was acted on
  [
    'alert.raised',
    {
      label: 'Alerts raised',
      unit: 'alerts',
      who: 'Duties that were due or broken for a child of this report, raised in the year.',
    },
  ],
  ['alert.answered', { label: 'Alerts answered or closed', unit: 'alerts', who: 'Of those raised.' }],
  [
    'alert.days',
    {
      label: 'Days until an alert was answered or closed, half of them within',
      unit: 'days',
      who: 'Calendar days from raised to answered or closed.',
    },
  ],
])
