import { academicYear } from '../../server/calendar/academic-year.ts'
import { isoDate } from '../../server/calendar/iso-date.ts'
import type {
  Cell,
  ReportChart,
  ReportDocument,
  ReportSection,
  ReportTable,
  Shown,
  Unit,
} from '../../server/report/shapes.ts'

const exact = (value: number): Shown => ({ as: 'exact', value })
const range = (from: number, to: number | null): Shown => ({ as: 'range', from, to })
const hidden: Shown = { as: 'hidden' }
const unknown = (why: string): Shown => ({ as: 'unknown', why })

const cell = (figure: string, shown: Shown, unit: Unit = 'children'): Cell => ({ figure, unit, shown })
const text = (words: string): Cell => ({ text: words })

const emptySection = (number: number, name: string, headline: string, asks: string): ReportSection => ({
  number,
  name,
  headline,
  sentences: [],
  tables: [],
  charts: [],
  words: null,
  asks,
  questions: [],
})

/** The numbers of a year beside those of the year before: exact, between two numbers and hidden ones. */
export const aNumbersTable: ReportTable = {
  id: 'numbers',
  caption: 'Children on roll, by group',
  columns: ['On roll at 13 March 2026', 'Children', 'A year before'],
  rows: [
    {
      label: 'Looked after',
      cells: [cell('numbers.now.looked-after', exact(18)), cell('numbers.before.looked-after', range(6, 11))],
    },
    {
      label: 'Child in need or protection plan',
      cells: [
        cell('numbers.now.social-worker', hidden),
        cell('numbers.before.social-worker', unknown('The calendar does not reach a year back.')),
      ],
    },
    {
      label: 'Previously looked after',
      cells: [
        cell('numbers.now.previously', range(0, 5)),
        cell('numbers.before.previously', range(12, null)),
      ],
    },
    { label: 'In kinship care alone', cells: [cell('numbers.now.kinship', exact(0)), text('Not counted')] },
    {
      label: 'All in this report',
      cells: [cell('numbers.now.all', exact(31)), cell('numbers.before.all', exact(27))],
    },
  ],
  note: 'A child in two groups is counted once.',
}

export const aSuspensionsTable: ReportTable = {
  id: 'suspensions',
  caption: 'Suspensions by this school, 1 September 2025 to 13 March 2026',
  columns: ['Group', 'Children', 'Suspensions', 'School days'],
  rows: [
    {
      label: 'Looked after',
      cells: [
        cell('suspension.children.looked-after', exact(9)),
        cell('suspension.times.looked-after', range(12, 17), 'suspensions'),
        cell('suspension.half-days.looked-after', exact(93), 'half-days'),
      ],
    },
    {
      label: 'All in this report',
      cells: [
        cell('suspension.children.all', exact(18)),
        cell('suspension.times.all', exact(41), 'suspensions'),
        cell('suspension.half-days.all', range(288, 299), 'half-days'),
      ],
    },
  ],
  note: null,
}

/** One mark is one plan. */
export const aMarksChart: Extract<ReportChart, { kind: 'marks' }> = {
  name: 'plans',
  kind: 'marks',
  title: 'Seven of 43 education plans were not completed in the term',
  alt: 'Four terms to December 2025: 7 plans not in the term, 36 completed. Spring term: 9 still to complete, 9 completed.',
  rows: [
    {
      label: 'Four terms to December 2025',
      marks: [
        { what: 'broken', word: 'not in the term', count: 7 },
        { what: 'met', word: 'completed', count: 36 },
      ],
    },
    {
      label: 'Spring term, to 13 March',
      marks: [
        { what: 'due', word: 'still to complete', count: 9 },
        { what: 'met', word: 'completed', count: 9 },
      ],
    },
  ],
  note: 'One mark is one plan.',
}

/** Rates of ours beside published ones. */
export const aRatesChart: Extract<ReportChart, { kind: 'bars' }> = {
  name: 'attendance',
  kind: 'bars',
  title: 'Looked-after children missed 11 % of school',
  alt: 'Sessions missed: looked after, here 11 %; looked after, England 12 %; all pupils, England 8 %.',
  unit: 'percent',
  rows: [
    { label: 'Looked after, here', from: 11, to: 11, isOurs: true },
    {
      label: 'Looked after, all secondary schools in England, last year',
      from: 12.4,
      to: 12.4,
      isOurs: false,
    },
    { label: 'All pupils, England', from: 8, to: 8, isOurs: false },
  ],
  note: 'Sessions missed of sessions possible. Here: 1 September 2025 to 13 March 2026. England: full year 2024/25, Department for Education.',
}

/** Counts of ours, one of them between two numbers. */
export const aDaysChart: Extract<ReportChart, { kind: 'bars' }> = {
  name: 'suspended-days',
  kind: 'bars',
  title: 'A third of the school days are of looked-after children',
  alt: 'School days of suspensions: looked after 46.5; child in need or protection plan 30 to 41.5; all in this report 144 to 149.5.',
  unit: 'half-days',
  rows: [
    { label: 'Looked after', from: 93, to: 93, isOurs: true },
    { label: 'Child in need or protection plan', from: 60, to: 83, isOurs: true },
    { label: 'All in this report', from: 288, to: 299, isOurs: true },
  ],
  note: 'A lunchtime counts as half a day.',
}

/** A made-up report that has everything a report can have: each kind of cell, both kinds of chart, words, actions. */
export function aReportDocument(changes: Partial<ReportDocument> = {}): ReportDocument {
  return {
    kind: 'annual',
    school: 'Ashbrook Vale School',
    isDemonstration: true,
    year: academicYear('2025/26'),
    on: isoDate('2026-03-13'),
    threshold: 5,
    title: 'How our school looks after the children the state looks after',
    lead: 'This is the year so far for children who have, or had, a social worker. Most duties to them were met. Two were not met often enough: plans finished in the term, and a call to the Virtual School before a suspension.',
    sections: [
      {
        number: 1,
        name: 'Numbers',
        headline: 'Eighteen children here are looked after by a local authority',
        sentences: [
          'The school keeps a place in mind for each child with a social worker, now or in the past six years: 31 children in all.',
          'A year ago there were 27.',
        ],
        tables: [aNumbersTable],
        charts: [],
        words:
          'We opened a quiet room next to the library in October.\n\nTwo of our staff are there every lunchtime, and any child may come.',
        asks: null,
        questions: [
          'More children are looked after than a year ago. Does the designated teacher have more time for them?',
        ],
      },
      {
        ...emptySection(
          2,
          'The designated teacher',
          'Chinwe Łukaszewska-İnan is the designated teacher',
          'Say how much time there is for this work, and what would help.',
        ),
        tables: [
          {
            id: 'training',
            caption: 'Training of the year',
            columns: ['Day', 'For whom', 'Hours', 'What changed'],
            rows: [
              {
                label: '4 September 2025',
                cells: [
                  text('All staff'),
                  text('2'),
                  text('Every tutor now knows whom to ring before a child is sent home.'),
                ],
              },
              {
                label: '21 January 2026',
                cells: [text('Governors'), text('Not recorded'), text('Not recorded')],
              },
            ],
            note: null,
          },
        ],
      },
      {
        number: 4,
        name: 'Personal education plans',
        headline: 'Seven of 43 education plans in the last four terms were not completed in the term',
        sentences: [
          'Every looked-after child should have a personal education plan (PEP) each term.',
          'One term here is too few plans to show without pointing at a child, so four are taken together.',
          'Half of this spring’s plans are completed, with ten school days left.',
        ],
        tables: [
          {
            id: 'plans',
            caption: 'Personal education plans',
            columns: ['Plans', 'Four terms to December 2025', 'Spring term, to 13 March'],
            rows: [
              {
                label: 'Completed in the term',
                cells: [
                  cell('pep.closed.on-time', exact(36), 'plans'),
                  cell('pep.spring.on-time', exact(9), 'plans'),
                ],
              },
              {
                label: 'Still to complete',
                cells: [
                  cell('pep.closed.to-do', exact(0), 'plans'),
                  cell('pep.spring.to-do', exact(9), 'plans'),
                ],
              },
              {
                label: 'Completed after the term',
                cells: [cell('pep.closed.late', hidden, 'plans'), text('Not yet')],
              },
              {
                label: 'Not completed',
                cells: [cell('pep.closed.missing', hidden, 'plans'), text('Not yet')],
              },
              {
                label: 'Due',
                cells: [
                  cell('pep.closed.due', exact(43), 'plans'),
                  cell('pep.spring.due', exact(18), 'plans'),
                ],
              },
            ],
            note: null,
          },
        ],
        charts: [aMarksChart],
        words: null,
        asks: null,
        questions: [
          'What would have to be different for the seven to be done within their term?',
          'Which of the plans still to complete wait for somebody outside the school?',
        ],
      },
      {
        number: 6,
        name: 'Attendance',
        headline: 'Looked-after children missed 11 % of school; a third of them missed a tenth or more',
        sentences: [
          'Absence of looked-after children is a little below that of looked-after children in secondary schools in England last year.',
        ],
        tables: [
          {
            id: 'attendance',
            caption: 'Sessions missed',
            columns: ['Group', 'Children', 'Sessions missed', 'Missed a tenth or more'],
            rows: [
              {
                label: 'Looked after',
                cells: [
                  cell('attendance.counted.looked-after', exact(17)),
                  cell('attendance.rate.looked-after', exact(11), 'percent'),
                  cell('attendance.persistent.looked-after', range(6, 11)),
                ],
              },
            ],
            note: null,
          },
        ],
        charts: [aRatesChart],
        words: null,
        asks: null,
        questions: ['Which of the reasons for absence are in the school’s hands?'],
      },
      {
        number: 7,
        name: 'Suspension and exclusion',
        headline: 'Eighteen children were suspended, for about 146 school days in all',
        sentences: [
          'Half of them are looked after.',
          'The Virtual School was rung before the decision in most cases, not in all.',
        ],
        tables: [aSuspensionsTable],
        charts: [aDaysChart],
        words: null,
        asks: null,
        questions: ['For a child suspended twice, what changed after the first time?'],
      },
      emptySection(
        9,
        'More able children',
        'What the school does for more able children stands in the teacher’s own words',
        'Say what is done for more able children of these groups, without telling who they are.',
      ),
      {
        number: 11,
        name: 'Money',
        headline: 'The school received £18,410 of pupil premium plus and spent £15,275',
        sentences: ['What is left is planned for the summer term.'],
        tables: [
          {
            id: 'money',
            caption: 'Pupil premium, 1 September 2025 to 13 March 2026',
            columns: ['Money', 'Received', 'Spent'],
            rows: [
              {
                label: 'Looked after',
                cells: [
                  cell('money.looked-after.received', exact(18410), 'pounds'),
                  cell('money.looked-after.spent', exact(15275), 'pounds'),
                ],
              },
              {
                label: 'Previously looked after',
                cells: [
                  cell('money.previously.received', hidden, 'pounds'),
                  cell('money.previously.spent', unknown('No spending is recorded.'), 'pounds'),
                ],
              },
            ],
            note: null,
          },
        ],
        charts: [],
        words: null,
        asks: null,
        questions: [],
      },
      {
        ...emptySection(15, 'Actions', 'What we ask of the governing board', ''),
        asks: null,
        words: 'Thank you to the board for the questions in the autumn; they changed how we plan the term.',
      },
    ],
    lastActions: [
      {
        id: 'last-1',
        text: 'Agree a day in each half term on which every plan is looked at.',
        owner: 'Designated teacher',
        dueOn: isoDate('2025-12-19'),
        outcome: 'done',
        outcomeNote: null,
      },
      {
        id: 'last-2',
        text: 'Train the staff who are on duty at lunchtime.',
        owner: null,
        dueOn: isoDate('2026-02-13'),
        outcome: 'partly',
        outcomeNote: 'Booked for 20 April.',
      },
      {
        id: 'last-3',
        text: 'Invite the Virtual School to a meeting of the board.',
        owner: 'Clerk',
        dueOn: null,
        outcome: 'not-done',
        outcomeNote: 'No day was found; asked again for June.',
      },
      {
        id: 'last-4',
        text: 'Put looked-after children into the development plan.',
        owner: null,
        dueOn: null,
        outcome: null,
        outcomeNote: null,
      },
    ],
    nextActions: [
      {
        id: 'next-1',
        text: 'Ask in June how many spring and summer plans were completed in their term.',
        owner: 'Link governor',
        dueOn: isoDate('2026-06-30'),
        outcome: null,
        outcomeNote: null,
      },
      {
        id: 'next-2',
        text: 'Agree half a day a week more for the designated teacher from April.',
        owner: 'Headteacher',
        dueOn: null,
        outcome: null,
        outcomeNote: null,
      },
    ],
    hiddenNote:
      'c stands for a number from 1 to 5, or one hidden so that such a number cannot be worked out.',
    sources: [
      {
        title: 'Pupil absence in schools in England, 2024/25, Department for Education',
        url: 'https://explore-education-statistics.service.gov.uk/find-statistics/pupil-absence-in-schools-in-england',
      },
      {
        title: 'The designated teacher for looked-after and previously looked-after children',
        url: 'https://www.gov.uk/government/publications/designated-teacher-for-looked-after-children',
      },
    ],
    ...changes,
  }
}
