/**
 * Who may do what with which class of data, and of which children: the one place it is written. The page
 * "Who sees what" shows it, every route asks it, the tests walk it. What is not written is refused.
 */

/** Roles, with the words of the screen. A person may hold several and acts in one at a time. */
export const roleWords = {
  'designated-teacher': 'Designated teacher',
  'safeguarding-lead': 'Designated safeguarding lead',
  headteacher: 'Headteacher',
  'class-staff': 'Class staff',
  governor: 'Governor',
  'virtual-school-head': 'Virtual School head',
  'education-adviser': 'Education adviser',
  administrator: 'System administrator',
  'data-protection-officer': 'Data protection officer',
} as const

export type Role = keyof typeof roleWords
export const roles = Object.keys(roleWords) as Role[]

/** What a role is held at: a school, an authority's Virtual School, or this installation. */
export const heldAt: Readonly<Record<Role, 'school' | 'authority' | 'installation'>> = {
  'designated-teacher': 'school',
  'safeguarding-lead': 'school',
  headteacher: 'school',
  'class-staff': 'school',
  governor: 'school',
  'virtual-school-head': 'authority',
  'education-adviser': 'authority',
  administrator: 'installation',
  'data-protection-officer': 'installation',
}

/** Classes of data by number; 14 to 16 are ours: they hold nothing of a child but follow from it. */
export const dataClassWords = {
  1: 'Identity: name, date of birth, year',
  2: 'Protected identity: carers, contact limits, where a child lives',
  3: 'Care status: looked after, previously, has or had a social worker',
  4: 'Care detail: legal status, category and content of plans, the authority’s own words',
  5: 'Personal education plan',
  6: 'What helps, special needs and health',
  7: 'Attendance',
  8: 'Suspension and exclusion, and whom the school told',
  9: 'Pupil premium plus',
  10: 'Figures of the whole school, its report to governors, and training',
  11: 'Who looked and who changed what',
  12: 'Accounts and roles',
  13: 'Settings of the installation and backup',
  14: 'School calendar, authorities’ numbers, local choices of rules',
  15: 'Answers to alerts',
  16: 'Files brought in',
  17: 'Advice of a Virtual School before a suspension',
} as const

export type DataClass = keyof typeof dataClassWords
export const dataClasses = Object.keys(dataClassWords).map(Number) as DataClass[]

export type Right = 'read' | 'write' | 'approve' | 'export'

/**
 * Whose: `school` all of the school of the post · `assigned` children of the class or caseload · `looked-after`
 * those the post's authority looks after · `card` the need-to-know card alone · `figures` figures after
 * disclosure control alone · `own` what the person did · `all` the installation.
 */
export type Extent = 'school' | 'assigned' | 'looked-after' | 'card' | 'figures' | 'own' | 'all'

export type Grant = Partial<Record<Right, Extent>> & {
  /** What the words before do not say, for the page. */
  note?: string
}

const read = (extent: Extent, note?: string): Grant => ({ read: extent, ...(note ? { note } : {}) })
const write = (extent: Extent, note?: string): Grant => ({ write: extent, ...read(extent, note) })
const ofSchool = read('school')
const keptBySchool = write('school')

const alike = (extent: Extent) => ({ 1: read(extent), 3: read(extent), 5: read(extent), 7: read(extent) })

/** What each role may do with each class of data, and of which children; what is not here is refused. */
export const permissions: Readonly<Record<Role, Readonly<Partial<Record<DataClass, Grant>>>>> = {
  'designated-teacher': {
    1: keptBySchool,
    2: keptBySchool,
    3: write('school', 'plans: that one is open, with its dates'),
    4: read('school', 'of looked-after children; of plans only what the safeguarding lead shares'),
    5: { ...keptBySchool, export: 'school' },
    6: keptBySchool,
    7: keptBySchool,
    8: keptBySchool,
    9: keptBySchool,
    10: { ...keptBySchool, export: 'school' },
    11: read('own', 'and who has looked at the school’s children'),
    14: keptBySchool,
    15: keptBySchool,
    16: write('school', 'not child-in-need and child-protection plans'),
    17: ofSchool,
  },
  'safeguarding-lead': {
    1: keptBySchool,
    2: keptBySchool,
    3: keptBySchool,
    4: keptBySchool,
    5: ofSchool,
    6: ofSchool,
    7: ofSchool,
    8: ofSchool,
    10: { ...ofSchool, export: 'school' },
    11: { ...ofSchool, export: 'school' },
    12: write('school', 'proposes; decides on what the headteacher proposes'),
    14: keptBySchool,
    15: keptBySchool,
    16: keptBySchool,
    17: ofSchool,
  },
  headteacher: {
    1: ofSchool,
    2: ofSchool,
    3: ofSchool,
    4: ofSchool,
    5: { ...ofSchool, approve: 'school' },
    6: ofSchool,
    7: ofSchool,
    8: { ...keptBySchool, approve: 'school' },
    9: { ...ofSchool, approve: 'school' },
    10: { ...keptBySchool, approve: 'school', export: 'school' },
    11: ofSchool,
    12: { ...keptBySchool, approve: 'school' },
    14: keptBySchool,
    15: keptBySchool,
    16: keptBySchool,
    17: ofSchool,
  },
  'class-staff': {
    1: read('assigned'),
    2: read('card', 'the name of the key adult in school'),
    6: read('card', 'the agreed support, and nothing of why'),
    7: read('assigned', 'this term'),
    11: read('own'),
    14: ofSchool,
  },
  governor: {
    3: read('figures'),
    5: read('figures'),
    6: read('figures'),
    7: read('figures'),
    8: read('figures'),
    9: read('figures'),
    10: read('figures'),
    14: ofSchool,
  },
  'virtual-school-head': {
    ...alike('looked-after'),
    2: read('looked-after'),
    4: read('looked-after', 'legal status and social worker; no plans'),
    5: { read: 'looked-after', approve: 'looked-after', export: 'looked-after' },
    6: read('looked-after', 'special needs alone: the plan or support there is, and its dates'),
    8: read('looked-after'),
    9: { ...write('looked-after'), approve: 'looked-after' },
    10: { ...read('looked-after'), export: 'looked-after' },
    11: read('own', 'and what the authority’s own staff looked at'),
    12: { ...write('all', 'accounts of the authority'), approve: 'all' },
    14: ofSchool,
    15: read('looked-after'),
    17: write('looked-after'),
  },
  'education-adviser': {
    ...alike('assigned'),
    2: read('assigned'),
    4: read('assigned', 'social worker'),
    5: write('assigned', 'the authority’s part'),
    6: read('assigned', 'special needs alone: the plan or support there is, and its dates'),
    8: read('assigned'),
    9: read('assigned'),
    10: read('assigned'),
    11: read('own'),
    14: ofSchool,
    15: read('assigned'),
    17: write('assigned'),
  },
  administrator: {
    11: read('all', 'sign-ins, grants and refusals, without children'),
    12: write('all', 'a role that opens children waits for a second person'),
    13: write('all'),
    14: keptBySchool,
  },
  'data-protection-officer': {
    11: { ...read('all'), export: 'all' },
    12: read('all'),
    13: read('all', 'results of backups'),
    14: ofSchool,
  },
}

/** What a role may do with a class of data, and of whom; undefined is no. */
export const extentOf = (role: Role, dataClass: DataClass, right: Right): Extent | undefined =>
  permissions[role][dataClass]?.[right]

/** Whether a role opens children, so that a second person decides on it. */
export const opensChildren = (role: Role): boolean =>
  ([1, 2, 3, 4, 5, 6, 7, 8] as const).some((dataClass) => {
    const extent = extentOf(role, dataClass, 'read')
    return extent !== undefined && extent !== 'figures'
  })

/**
 * Whether a right reaches what is kept of the school itself, such as its money: one to some of its children, to a
 * card or to figures alone does not.
 */
export const reachesSchool = (extent: Extent | undefined): boolean => extent === 'school' || extent === 'all'
