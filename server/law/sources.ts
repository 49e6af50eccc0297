/** How strongly a source binds: law must be followed, statutory guidance needs a good reason not to be. */
export type SourceForce = 'law' | 'statutory-guidance' | 'guidance' | 'local-policy'

/** Whether the words of the source itself were read, or what others write about it, or neither. */
export type Verified = 'primary' | 'secondary' | 'unverified'

export interface Source {
  readonly title: string
  /** For a link beside a finding. */
  readonly short: string
  /** Null for a line that a school draws itself. */
  readonly url: string | null
  readonly force: SourceForce
  /** First day on which it holds. */
  readonly from: string
  /** Last day on which it holds; absent while it does. */
  readonly to?: string
  readonly verified: Verified
}

const register = {
  'care-planning-2010': {
    title: 'Care Planning, Placement and Case Review (England) Regulations 2010',
    short: 'Care Planning Regulations 2010',
    url: 'https://www.legislation.gov.uk/uksi/2010/959',
    force: 'law',
    from: '2011-04-01',
    verified: 'primary',
  },
  'exclusions-2012': {
    title: 'School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012',
    short: 'Exclusions Regulations 2012',
    url: 'https://www.legislation.gov.uk/uksi/2012/1033',
    force: 'law',
    from: '2012-09-01',
    verified: 'primary',
  },
  'exclusions-2022': {
    title:
      'School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012 as amended in 2022: social worker and Virtual School Head are told',
    short: 'Exclusions Regulations 2012, amended 2022',
    url: 'https://www.legislation.gov.uk/uksi/2022/788',
    force: 'law',
    from: '2022-09-01',
    verified: 'primary',
  },
  'exclusions-2023': {
    title:
      'School Discipline (Pupil Exclusions and Reviews) (England) Regulations 2012 as amended in 2023: cancelling, remote meetings',
    short: 'Exclusions Regulations 2012, amended 2023',
    url: 'https://www.legislation.gov.uk/uksi/2023/571',
    force: 'law',
    from: '2023-09-01',
    verified: 'primary',
  },
  'excluded-provision-2007': {
    title: 'Education (Provision of Full-Time Education for Excluded Pupils) (England) Regulations 2007',
    short: 'Excluded Pupils Provision Regulations 2007',
    url: 'https://www.legislation.gov.uk/uksi/2007/1870',
    force: 'law',
    from: '2007-09-01',
    verified: 'primary',
  },
  'exclusion-guidance': {
    title:
      'Suspension and permanent exclusion from maintained schools, academies and pupil referral units in England, including pupil movement',
    short: 'Exclusion guidance',
    url: 'https://www.gov.uk/government/publications/school-exclusion',
    force: 'statutory-guidance',
    from: '2022-09-01',
    verified: 'secondary',
  },
  'exclusion-guidance-2026': {
    title:
      'Suspension and permanent exclusion from maintained schools, academies and pupil referral units in England, including pupil movement (July 2026 edition)',
    short: 'Exclusion guidance, July 2026',
    url: 'https://www.gov.uk/government/publications/school-exclusion',
    force: 'statutory-guidance',
    from: '2026-07-26',
    verified: 'secondary',
  },
  'off-site-2010': {
    title:
      'Education (Educational Provision for Improving Behaviour) Regulations 2010 as amended in 2012 and 2026: off-site direction',
    short: 'Off-site Direction Regulations 2010',
    url: 'https://www.legislation.gov.uk/uksi/2010/1156',
    force: 'law',
    from: '2010-09-01',
    verified: 'secondary',
  },
  'restraint-2025': {
    title:
      'Education and Inspections Act 2006, section 93A, and Schools (Recording and Reporting of Seclusion and Restraint) (No. 2) (England) Regulations 2025',
    short: 'Seclusion and Restraint Regulations 2025',
    url: 'https://www.legislation.gov.uk/ukpga/2006/40/section/93A',
    force: 'law',
    from: '2026-04-01',
    verified: 'secondary',
  },
  'restraint-guidance': {
    title: 'Restrictive interventions, including use of reasonable force, in schools',
    short: 'Restrictive interventions guidance',
    url: 'https://www.gov.uk/government/publications/use-of-reasonable-force-in-schools',
    force: 'statutory-guidance',
    from: '2026-04-01',
    verified: 'secondary',
  },
  'pupil-registration-2024': {
    title: 'School Attendance (Pupil Registration) (England) Regulations 2024',
    short: 'Pupil Registration Regulations 2024',
    url: 'https://www.legislation.gov.uk/uksi/2024/208',
    force: 'law',
    from: '2024-08-19',
    verified: 'primary',
  },
  'attendance-guidance': {
    title: 'Working together to improve school attendance',
    short: 'Attendance guidance',
    url: 'https://www.gov.uk/government/publications/working-together-to-improve-school-attendance',
    force: 'statutory-guidance',
    from: '2024-08-19',
    verified: 'secondary',
  },
  'absence-statistics': {
    title: 'Department for Education, Pupil absence statistics: methodology',
    short: 'National absence definitions',
    url: 'https://explore-education-statistics.service.gov.uk/methodology/pupil-absence-in-schools-in-england',
    force: 'guidance',
    from: '2018-09-01',
    verified: 'primary',
  },
  'promoting-education': {
    title: 'Promoting the education of looked-after children and previously looked-after children',
    short: 'Promoting education guidance',
    url: 'https://www.gov.uk/government/publications/promoting-the-education-of-looked-after-children',
    force: 'statutory-guidance',
    from: '2018-02-26',
    verified: 'secondary',
  },
  'designated-teacher': {
    title: 'The designated teacher for looked-after and previously looked-after children',
    short: 'Designated teacher guidance',
    url: 'https://www.gov.uk/government/publications/designated-teacher-for-looked-after-children',
    force: 'statutory-guidance',
    from: '2018-02-26',
    verified: 'secondary',
  },
  'role-extension': {
    title:
      'Promoting the education of children with a social worker and children in kinship care arrangements: virtual school head role extension',
    short: 'Virtual School role extension',
    url: 'https://www.gov.uk/government/publications/virtual-school-head-role-extension-to-children-with-a-social-worker',
    force: 'guidance',
    from: '2021-06-16',
    verified: 'primary',
  },
  'pupil-premium': {
    title: 'Pupil premium: allocations and conditions of grant of each financial year',
    short: 'Pupil premium',
    url: 'https://www.gov.uk/government/publications/pupil-premium',
    force: 'guidance',
    from: '2022-04-01',
    verified: 'secondary',
  },
  'bank-holidays': {
    title: 'UK bank holidays: England and Wales',
    short: 'Bank holidays',
    url: 'https://www.gov.uk/bank-holidays',
    force: 'guidance',
    from: '2020-01-01',
    verified: 'primary',
  },
  'local-policy': {
    title: 'A line the school draws itself; it can be changed in the settings',
    short: 'Local choice',
    url: null,
    force: 'local-policy',
    from: '1900-01-01',
    verified: 'primary',
  },
} as const satisfies Readonly<Record<string, Source>>

export type SourceId = keyof typeof register

/** Every act, regulation, guidance and local line that the product rests on, by id. */
export const sources: Readonly<Record<SourceId, Source>> = register
