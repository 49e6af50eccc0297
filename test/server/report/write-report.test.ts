import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../server/calendar/iso-date.ts'
import type { ReportFacts } from '../../../server/facts/report-facts.ts'
import { control } from '../../../server/report/disclosure/control.ts'
import { figureWords } from '../../../server/report/figures.ts'
import { lastYearIn } from '../../../server/report/last-year.ts'
import { measure } from '../../../server/report/measures/measure.ts'
import type { ReportAction } from '../../../server/report/shapes.ts'
import { sheetTitle } from '../../../web/pages/report/sentences.ts'
import { randomSchool } from '../../support/random-school.ts'
import { aSchool, controlledOf, reportOf, type Told } from '../../support/controlled.ts'

const sectionOf = (told: Readonly<Record<string, Told>>, number: number) =>
  reportOf(told).sections.find((section) => section.number === number)!

describe('the report', () => {
  it('has fifteen sections in order, each with a headline and one or two questions', () => {
    const { sections } = reportOf({})
    expect(sections.map(({ number }) => number)).toEqual([...Array(15).keys()].map((n) => n + 1))
    for (const { headline, questions } of sections) {
      expect(headline).not.toMatch(/\.$/)
      expect(questions.length).toBeGreaterThanOrEqual(1)
      expect(questions.length).toBeLessThanOrEqual(2)
      for (const question of questions) expect(question).toMatch(/\?$/)
    }
  })

  it('of a term has numbers, plans, attendance, suspension and actions alone', () => {
    expect(reportOf({}, { kind: 'term' }).sections.map(({ number }) => number)).toEqual([1, 4, 6, 7, 15])
  })

  it('says why what cannot be worked out cannot be said', () => {
    const section = sectionOf({ 'suspension.children.all': 'No suspensions are recorded here.' }, 7)
    expect(section.headline).toBe('It cannot be said how many children were suspended')
    expect(section.sentences[0]).toBe('No suspensions are recorded here.')
  })

  it('carries the designated teacher’s words to their section', () => {
    const report = reportOf({}, { words: new Map([[10, ' We opened a quiet room. ']]) })
    expect(report.sections[9]).toMatchObject({
      words: 'We opened a quiet room.',
      headline: 'How we care for wellbeing, in the designated teacher’s words',
    })
  })
})

describe('suspensions', () => {
  it('of nobody are said to be none, and none of those before which somebody was reached', () => {
    const facts = randomSchool(4, { children: 40, allTold: true, groups: { cla: 1, cin: 1 } })
    const children = facts.children.map((child) => ({
      ...child,
      suspension: child.suspension && { ...child.suspension, rows: [] },
    }))
    const measures = measure({ ...facts, children })
    const controlled = control(measures, { threshold: 5, earlier: [] })
    expect(reportOf({}, { controlled }).sections[6]!.headline).toBe('No child in this report was suspended')
    expect(controlled.shown.get('suspension.decided')).toEqual({ as: 'exact', value: 0 })
  })

  it('that may be none have nobody of them', () => {
    const told = {
      'suspension.children.all': [0, 5],
      'suspension.repeat.all': 0,
      'suspension.children.looked-after': 0,
    } as const
    expect(sectionOf(told, 7).sentences).toEqual([])
  })
})

describe('a permanent exclusion', () => {
  it('that is printed between two numbers is said, and asked about first', () => {
    const told = {
      'suspension.children.all': 19,
      'suspension.repeat.all': 12,
      'suspension.permanent': [1, 6],
      'suspension.decided': 36,
      'suspension.asked': 27,
    } as const
    const { sentences, questions } = sectionOf(told, 7)
    expect(sentences.at(-1)).toBe('Between one and six children were permanently excluded.')
    expect(questions).toEqual([
      'Before a permanent exclusion, what had been tried, and who was asked to help?',
      'What would make sure that the Virtual School or the social worker is asked before each decision?',
    ])
  })
})

describe('those who missed a tenth', () => {
  it('are told of once where looked-after children and all have the same two numbers', () => {
    const of = (lookedAfter: Told, all: Told) =>
      sectionOf(
        {
          'numbers.now.looked-after': 18,
          'attendance.persistent.looked-after': lookedAfter,
          'attendance.persistent.all': all,
        },
        6,
      ).sentences.filter((sentence) => sentence.includes('tenth'))
    expect(of([1, 6], [1, 6])).toEqual([
      'Between one and six children in this report missed a tenth or more of their sessions, looked-after children among them.',
    ])
    expect(of([1, 6], [6, 11])).toHaveLength(2)
  })
})

describe('alerts', () => {
  it('whose number is printed are not passed over because it is not printed how many were answered', () => {
    const told = { 'alert.raised': 24, 'alert.answered': [0, 24] } as const
    expect(sectionOf(told, 13).headline).toBe('Twenty-four alerts about duties were raised this year')
  })
})

describe('the development plan', () => {
  it('is asked about by what is written of it, where something is', () => {
    const questionsOf = (words: ReadonlyMap<number, string>) =>
      reportOf({}, { words }).sections[13]!.questions
    expect(questionsOf(new Map())).toEqual(['Where in the development plan would we find these children?'])
    expect(questionsOf(new Map([[14, 'A calm start is its second aim.']]))).toEqual([
      'How will the board see by the next report that the development plan helped these children?',
    ])
  })
})

describe('what a report rests on', () => {
  it('names each address once, with all its years', () => {
    const { sources } = reportOf({ 'numbers.now.all': 34 })
    const addresses = sources.map(({ url }) => url)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(sources.map(({ title }) => title)).toContain(
      'Department for Education, Outcomes for children in need, including children looked after, 2024/25 and 2020/21',
    )
  })
})

describe('the lead', () => {
  it('says what was found with its numbers, and then of how many children', () => {
    const { lead } = reportOf({
      'numbers.now.all': 34,
      'numbers.now.looked-after': 18,
      'pep.closed.due': 43,
      'pep.closed.on-time': 36,
      'pep.last-year.due': 30,
      'suspension.children.all': 19,
      'suspension.half-days.all': 298,
      'suspension.decided': 36,
      'suspension.asked': 27,
      'attendance.rate.looked-after': 10,
      'attendance.counted.looked-after': 18,
    })
    expect(lead).toBe(
      'Seven of 43 education plans in the last four terms were not completed in their term. Nineteen children in this report were suspended, for 149 school days in all. It is recorded that the Virtual School or the social worker was asked before 27 of 36 suspensions of children with a social worker. Looked-after children, 18 of them, missed 10\u00a0% of their sessions. This is the school year to 13 March 2026, with 34 children on roll on that day; section 1 says who is counted.',
    )
  })

  it('says who is in the report where no number of them is printed', () => {
    expect(reportOf({}).lead).toBe(
      'What was done for them stands below, as far as it can be told without pointing at a child. This is the school year to 13 March 2026 for children who are or were looked after, have or had a social worker, or live in kinship care.',
    )
  })
})

describe('the table of looked-after children', () => {
  it('is said to have who joined and left only where it has', () => {
    const told = { 'numbers.now.looked-after': 18, 'numbers.care-long': 18 }
    const captionOf = (more: Readonly<Record<string, Told>>) =>
      sectionOf({ ...told, ...more }, 1).tables.find(({ id }) => id === 'numbers-looked-after')?.caption
    expect(captionOf({ 'numbers.joined': 12 })).toBe('Looked-after children on roll, and who joined and left')
    expect(captionOf({ 'numbers.joined': [0, 5] })).toBe('Looked-after children on roll')
  })
})

describe('a section of which nothing is recorded', () => {
  it('is asked about as such, and not about what it would tell', () => {
    const told = { 'numbers.now.looked-after': 18, 'money.looked-after.received': 'No pupil premium.' }
    expect(sectionOf(told, 11).questions).toEqual([
      'How much came in for these children, and who here can say what it was spent on?',
    ])
  })
})

describe('the front page of a term', () => {
  it('is called the year so far, because its numbers begin in September', () => {
    expect(reportOf({}, { kind: 'term' }).title).toBe(
      'The year so far for children who have, or had, a social worker',
    )
    expect(reportOf({}, { kind: 'term' }).title).toBe(sheetTitle({ kind: 'term' }))
    expect(reportOf({}).title).toBe(sheetTitle({ kind: 'annual' }))
  })
})

describe('what stands for hidden numbers', () => {
  const numbers = { 'numbers.now.all': 34, 'numbers.now.looked-after': [0, 5] } as const

  it('is explained as far as it stands in the tables, and promises no more than is kept', () => {
    const told = { ...numbers, 'numbers.year.all': null, 'money.looked-after.spent': null }
    expect(reportOf(told).hiddenNote).toBe(
      '“c” stands for a number that is not printed. Numbers are printed so that a number from one to five does not follow from this report and those before it; whoever knows more may still guess.',
    )
    expect(reportOf({ ...numbers, 'numbers.year.all': [30, 35] }).hiddenNote).toMatch(/^Two numbers, such as/)
    expect(reportOf({ 'money.looked-after.spent': null }).hiddenNote).toBeNull()
  })
})

describe('a group that is not shown to be larger than the threshold', () => {
  const ofOthers = randomSchool(3, { children: 30, allTold: true, groups: { cin: 1, past: 1 } })
  const facts: ReportFacts = {
    ...ofOthers,
    told: { ...ofOthers.told, pep: false },
    money: [],
    children: ofOthers.children.map((child) => ({ ...child, specialNeed: [], attainment: [] })),
  }
  const written = (changes: Partial<ReportFacts>, kind: 'annual' | 'term' = 'annual') => {
    const measures = measure({ ...facts, ...changes })
    const controlled = control(measures, { threshold: 5, earlier: [] })
    expect(controlled.isSmall).toBe(false)
    const report = reportOf({}, { kind, controlled, school: measures.school, on: measures.on })
    return { measures, controlled, report }
  }
  const [first, ...others] = facts.children
  const recorded: Partial<ReportFacts> = {
    told: { ...facts.told, pep: true },
    money: (['looked-after', 'previously-looked-after'] as const).map((fund) => ({
      on: facts.on,
      fund,
      direction: 'received' as const,
      pounds: 2630,
    })),
    children: [
      {
        ...first!,
        specialNeed: [
          { id: 'need', provision: 'sen-support', startedOn: isoDate('2024-09-01'), endedOn: null },
        ],
        attainment: [
          { id: 'reading', subject: 'reading', assessedOn: facts.on, expected: true, progress: null },
        ],
      },
      ...others,
    ],
  }

  it('has the same report whether something of its own is recorded or nothing', () => {
    for (const kind of ['annual', 'term'] as const) {
      const [nothing, something] = [written({}, kind), written(recorded, kind)]
      expect(JSON.stringify(something.report)).toBe(JSON.stringify(nothing.report))
    }
  })

  it('tells the school’s own staff what is not recorded', () => {
    const { measures, controlled } = written({})
    for (const id of ['pep.closed.due', 'need.known', 'money.looked-after.received']) {
      expect(measures.unknown.has(id)).toBe(true)
      expect(controlled.shown.get(id)!.as).toBe('unknown')
    }
  })

  it('has no row, no bar and no sentence on attendance and suspension, and the note names it', () => {
    const told = {
      'numbers.now.all': 34,
      'numbers.year.looked-after': [0, 5],
      'numbers.year.kinship': null,
      'numbers.now.social-worker': 8,
      'attendance.counted.all': 34,
      'attendance.persistent.all': 15,
      'attendance.counted.looked-after': [0, 5],
      'attendance.persistent.looked-after': [1, 6],
      'attendance.counted.kinship': null,
      'attendance.severe.kinship': 0,
      'attendance.counted.social-worker': 8,
      'attendance.persistent.social-worker': [1, 6],
      'suspension.children.all': 19,
      'suspension.children.looked-after': 0,
      'suspension.times.looked-after': 0,
      'suspension.children.kinship': 0,
      'suspension.children.social-worker': 7,
    } as const
    for (const number of [6, 7]) {
      const { tables, charts, sentences } = sectionOf(told, number)
      const labels = ['Child in need or protection plan', 'All in this report']
      expect(tables[0]!.rows.map(({ label }) => label)).toEqual(labels)
      expect(tables[0]!.note).toMatch(
        / Too few to print, or none: Looked after\. Not printed: .*In kinship care alone\.$/,
      )
      expect(charts.flatMap(({ rows }) => rows.map(({ label }) => label))).toEqual(number === 7 ? labels : [])
      expect(sentences.join(' ')).not.toMatch(/looked.after/i)
    }
  })

  it('is said to be recorded nothing of where it is shown', () => {
    const told = { 'need.known': 'Nothing is recorded here.', 'numbers.now.looked-after': 18 } as const
    expect(sectionOf(told, 8).sentences).toEqual(['Nothing is recorded here.'])
    expect(sectionOf({ ...told, 'numbers.now.looked-after': [0, 5] }, 8).sentences).toEqual([])
  })
})

describe('absence beside what is published', () => {
  const told = {
    'numbers.now.looked-after': 40,
    'attendance.counted.looked-after': 40,
    'attendance.persistent.looked-after': 20,
    'attendance.severe.looked-after': [1, 6],
    'attendance.rate.looked-after': 14,
  } as const
  const overYear = { on: isoDate('2026-08-01') }
  const besideOf = (report: ReturnType<typeof reportOf>) => {
    const { tables, sentences, charts } = report.sections[5]!
    const { rows } = tables.find(({ id }) => id === 'attendance-beside')!
    const row = ({ label, cells }: (typeof rows)[number]) => [
      label,
      ...cells.map((cell) => ('text' in cell ? cell.text : cell.shown.as === 'exact' && cell.shown.value)),
    ]
    return { rows: rows.map(row), sentences, charts }
  }

  it('has shares of ten children or more, the phase of the school and all schools of the county', () => {
    const { rows, charts } = besideOf(reportOf(told))
    expect(rows.slice(0, 3)).toEqual([
      ['Looked after, here (40 children)', 14, 50, 'Not printed'],
      ['Looked after, England (secondary, 2024/25)', 12, 28, 10],
      ['Looked after, Hertfordshire (all schools, 2024/25)', 8, 18, 4],
    ])
    expect(rows.at(-1)).toEqual(['All pupils, Hertfordshire (secondary, 2025/26)', 8, 22, 'Not given'])
    const chart = charts.find(({ name }) => name === 'persistent-absence')!
    expect(chart.title).toBe('Twenty of 40 looked-after children missed a tenth or more')
    expect(chart.rows).toHaveLength(3)
  })

  it('is said to be more only of a year that is over and by more children than the threshold', () => {
    const said = (changes: object, options = {}) =>
      besideOf(reportOf({ ...told, ...changes }, options)).sentences.filter((each) => /England/.test(each))
    const looked = 'children looked after for at least 12 months in secondary schools'
    const when = '(2024/25, full year).'
    expect(said({}, overYear)).toEqual([
      `In England, ${looked} missed 12\u00a0% ${when}`,
      `50\u00a0% of the 40 looked-after children here missed a tenth or more of their sessions, a larger share than in England, where 28\u00a0% of ${looked} missed a tenth or more ${when}`,
    ])
    const only = [
      `In England, ${looked} missed 12\u00a0%, and 28\u00a0% of them missed a tenth or more ${when}`,
    ]
    expect(said({})).toEqual(only)
    expect(said({ 'attendance.persistent.looked-after': 16 }, overYear)).toEqual(only)
    const fewer = { 'attendance.counted.looked-after': 18, 'attendance.persistent.looked-after': 12 }
    expect(said(fewer, overYear)).toEqual(only)
    expect(said({ 'attendance.rate.looked-after': null })).toEqual([
      `In England, 28\u00a0% of ${looked} missed a tenth or more ${when}`,
    ])
  })

  it('compares nothing of fewer than ten children, or of a group that may be few; what is published stands there all the same', () => {
    for (const few of [
      { 'attendance.counted.looked-after': 9, 'attendance.persistent.looked-after': 7 },
      { 'numbers.now.looked-after': [0, 5], 'attendance.counted.looked-after': [0, 5] },
    ] as const) {
      const { rows, sentences, charts } = besideOf(
        reportOf({ ...told, 'attendance.rate.looked-after': null, ...few }, overYear),
      )
      expect(rows.filter(([label]) => String(label).includes(', here'))).toEqual([])
      expect(rows.length).toBeGreaterThan(4)
      expect(sentences.join(' ')).not.toMatch(/England/)
      expect(charts).toEqual([])
    }
  })

  it('has everybody where those of the report and the others are both printed', () => {
    const all = { 'attendance.counted.all': 60, 'attendance.persistent.all': 24 }
    const others = { 'attendance.counted.others': 440, 'attendance.persistent.others': 76 }
    const everybody = (told: Readonly<Record<string, Told>>) =>
      besideOf(reportOf(told)).rows.find(([label]) =>
        String(label).startsWith('Everybody whose register is here'),
      )
    expect(everybody({ ...all, ...others })).toEqual([
      'Everybody whose register is here (500 children)',
      'Not printed',
      20,
      'Not printed',
    ])
    expect(everybody({ ...all, ...others, 'attendance.persistent.others': [1, 6] })).toBeUndefined()
  })
})

describe('the year before', () => {
  const then = reportOf(
    {
      'attendance.rate.all': 11,
      'attendance.counted.all': 34,
      'attendance.persistent.all': [6, 11],
      'suspension.children.all': 12,
      'money.looked-after.received': 20_000,
    },
    {
      on: isoDate('2025-03-14'),
      school: {
        ...aSchool,
        trainings: [
          { on: isoDate('2024-09-03'), forWhom: 'all-staff', title: 'Loss', hours: 2, impact: null },
        ],
      },
    },
  )
  const lastYear = lastYearIn(then)
  const now = {
    'attendance.rate.all': 12,
    'attendance.counted.all': 40,
    'suspension.children.all': 19,
    'suspension.half-days.all': 40,
    'money.looked-after.received': null,
  }
  const report = (changes: Partial<Parameters<typeof reportOf>[1]> = {}) =>
    reportOf(now, { lastYear, ...changes })
  const years = (of: ReturnType<typeof reportOf>, id: string) =>
    of.sections.flatMap(({ tables }) => tables).find((table) => table.id === `${id}-years`)?.rows

  it('stands beside this one as it was printed, in attendance, suspension, training and money', () => {
    const of = report()
    expect(years(of, 'attendance')!.map(({ label }) => label)).toEqual([
      'Sessions missed: all in this report',
      'Missed a tenth or more: all in this report',
    ])
    expect(years(of, 'attendance')![1]!.cells[1]).toMatchObject({ shown: { as: 'range', from: 6, to: 11 } })
    expect(years(of, 'suspension')!.map(({ cells }) => cells[1])).toEqual([
      { figure: 'last-year.suspension.children.all', unit: 'children', shown: { as: 'exact', value: 12 } },
      { text: 'Not printed' },
    ])
    expect(years(of, 'money')).toHaveLength(1)
    const notes = of.sections.flatMap(({ tables }) =>
      tables.flatMap(({ id, note }) =>
        /^(attendance|suspension|money)-years$/.test(id) ? (note ?? '') : [],
      ),
    )
    expect(notes.map((note) => note.startsWith('The two years need not be of the same children'))).toEqual([
      true,
      true,
      false,
    ])
    expect(years(of, 'training')).toEqual([
      { label: 'All staff', cells: [{ text: 'None recorded' }, { text: '1' }] },
    ])
  })

  it('is held against this one in a sentence only where both are of the same part of their years', () => {
    const said = (of: ReturnType<typeof reportOf>) =>
      of.sections.flatMap(({ sentences }) => sentences).join(' ')
    expect(said(report())).toContain(
      'In all, seven more children were suspended than in the year before, when there were 12.',
    )
    expect(said(report())).toContain('For all its children last year’s report said 11\u00a0%.')
    const ofAll = { ...lastYear, on: isoDate('2025-07-21') }
    expect(said(report({ lastYear: ofAll }))).not.toMatch(/year before|last year/i)
    expect(years(report({ lastYear: ofAll }), 'suspension')).toHaveLength(2)
  })

  it('that printed no number, or of which there is no report, is said so in one phrase', () => {
    const small = lastYearIn(reportOf({}, { controlled: controlledOf({}, { isSmall: true }) }))
    expect(report({ lastYear: small }).sections[0]!.sentences).toContain(
      'The annual report for 2024/25 printed no number of children, so none of that year stands beside these.',
    )
    expect(report({ lastYear: null }).sections[0]!.sentences.at(-1)).toMatch(
      /^There is no annual report for 2024\/25/,
    )
    expect(report({ kind: 'term' }).sections[0]!.sentences.join(' ')).not.toMatch(/annual report/)
    expect(years(report({ kind: 'term' }), 'suspension')).toBeUndefined()
  })
})

describe('what became of the last report’s actions', () => {
  const said = (...outcomes: readonly ReportAction['outcome'][]) =>
    reportOf(
      {},
      {
        lastActions: outcomes.map((outcome, at) => ({
          id: `${at}`,
          text: 'Ask.',
          owner: null,
          dueOn: null,
          outcome,
          outcomeNote: null,
        })),
      },
    ).sections[14]!.sentences.join(' ')

  it.each<[string, readonly ReportAction['outcome'][]]>([
    ['The one action of the last report is done.', ['done']],
    ['Both actions of the last report are done.', ['done', 'done']],
    ['Neither of the two actions of the last report is done; one in part.', ['partly', 'not-done']],
    ['Neither of the two actions of the last report is done; both in part.', ['partly', 'partly']],
    ['All three actions of the last report are done.', ['done', 'done', 'done']],
    ['One of the three actions of the last report is done; one in part.', ['done', 'partly', 'not-done']],
    [
      'None of the three actions of the last report is done; for all nobody has said yet what became of them.',
      [null, null, null],
    ],
  ])('%s', (sentence, outcomes) => {
    expect(said(...outcomes)).toBe(sentence)
  })
})

describe('a school of Hertfordshire', () => {
  it('is told which sections are the two parts of the county’s report, and no other is', () => {
    expect(reportOf({}).parts).toMatch(
      /^Hertfordshire’s Report to Governors has two parts\. .* sections 1 and 4 to 8;/,
    )
    expect(reportOf({}, { kind: 'term' })).not.toHaveProperty('parts')
    expect(reportOf({}, { school: { ...aSchool, area: null } })).not.toHaveProperty('parts')
  })
})

describe('money', () => {
  it('that is not printed is not without a reason', () => {
    expect(sectionOf({ 'money.looked-after.received': null }, 11).sentences).toEqual([
      'Pupil premium is so much for each child, so a sum is printed only beside the exact number of the children it is for.',
    ])
  })
})

describe('a cohort that is too small', () => {
  const words = new Map([...Array(15).keys()].map((n) => [n + 1, `Words ${n + 1}.`]))
  const of = (told: Readonly<Record<string, Told>>, kind: 'annual' | 'term' = 'annual') =>
    reportOf(told, { kind, controlled: controlledOf(told, { isSmall: true }), words })

  it('has the same report for one child as for none, to the byte', () => {
    const one = Object.fromEntries([...figureWords.keys()].map((id): [string, Told] => [id, 1]))
    for (const kind of ['annual', 'term'] as const)
      expect(JSON.stringify(of(one, kind))).toBe(JSON.stringify(of({}, kind)))
  })

  it('carries no words but those of the school’s own sections', () => {
    expect(of({}).sections.flatMap(({ number, words }) => (words === null ? [] : number))).toEqual([
      2, 3, 12, 14, 15,
    ])
  })

  it('has neither a table nor a chart but that of training', () => {
    const tables = of({}).sections.flatMap(({ tables, charts }) => [...tables, ...charts])
    expect(tables).toEqual([])
    expect(aSchool.trainings).toEqual([])
  })
})

describe('education plans', () => {
  it('that are all completed in their term are said to be', () => {
    expect(sectionOf({ 'pep.closed.due': 43, 'pep.closed.on-time': 43 }, 4).headline).toBe(
      'Every education plan that was due in the last four terms was completed in its term',
    )
  })

  it('that were not completed in their term are counted where the count follows from what is shown', () => {
    expect(
      sectionOf(
        {
          'pep.closed.due': 43,
          'pep.closed.on-time': 36,
          'pep.closed.late': null,
          'pep.closed.missing': null,
        },
        4,
      ).headline,
    ).toBe('Seven of 43 education plans in the last four terms were not completed in their term')
  })

  it('are counted over the terms that are known, and last year is not said to be hidden', () => {
    const lastYear = Object.fromEntries(
      ['due', 'on-time', 'late', 'missing', 'to-do'].map((level) => [
        `pep.last-year.${level}`,
        'No plan of 2024/25 is here.',
      ]),
    )
    const ofThis = { 'pep.closed.due': 13, 'pep.closed.on-time': 13, 'pep.autumn.due': 13 }
    const inMarch = sectionOf({ ...lastYear, ...ofThis }, 4)
    expect(inMarch.headline).toBe(
      'Every education plan that was due in the autumn term was completed in its term',
    )
    expect(inMarch.tables[0]!.rows.map(({ label }) => label)).toEqual(['Autumn term'])
    expect(inMarch.tables[0]!.note).toMatch(/ Not known: Last year\.$/)

    const inMay = reportOf({ ...lastYear, ...ofThis }, { on: isoDate('2026-05-13') }).sections[3]!
    expect(inMay.headline).toBe(
      'Every education plan that was due in the last two terms was completed in its term',
    )
    expect(inMay.tables[0]!.rows[0]!.label).toBe('Two terms to 5 April 2026')

    const inOctober = { ...lastYear, 'pep.closed.due': 0, 'pep.autumn.due': 13, 'pep.autumn.to-do': 13 }
    const ofNone = reportOf(inOctober, { on: isoDate('2025-10-13') }).sections[3]!
    expect(ofNone.headline).toBe('No term has ended yet of which the education plans are known')
  })

  it('are those of the whole year on its last school day, though the window is open until 31 July', () => {
    const told = {
      'numbers.now.looked-after': 18,
      'pep.closed.due': 61,
      'pep.closed.on-time': 54,
      'pep.year.due': 49,
      'pep.year.on-time': 49,
      'pep.last-year.due': 30,
      'pep.last-year.on-time': 28,
    }
    const school = { ...aSchool, termNow: { name: 'Summer term', schoolDaysLeft: 0 } }
    const on = isoDate('2026-07-20')
    const { lead, sections } = reportOf(told, { school, on })
    expect(sections[3]!.headline).toBe(
      'Every education plan that was due this year to 20 July was completed in its term',
    )
    expect(sections[3]!.sentences).toContain(
      'The year before, two of 30 education plans were not completed in their term.',
    )
    expect(lead).toContain(
      'Every education plan that was due this year to 20 July was completed in its term.',
    )
    const before = reportOf(told, { school: { ...school, termNow: { name: '', schoolDaysLeft: 1 } }, on })
    expect(before.sections[3]!.headline).toBe(
      'Seven of 61 education plans in the last five terms were not completed in their term',
    )
    const inMay = reportOf(told, { school, on: isoDate('2026-05-22') })
    expect(inMay.sections[3]!.headline).toMatch(/ in the last five terms /)
  })

  it('of this term are not spoken of where more than half of them are left open', () => {
    const of = (due: number, done: readonly [number, number]) =>
      sectionOf(
        {
          'pep.spring.due': due,
          'pep.spring.on-time': done,
          'pep.spring.late': 0,
          'pep.spring.to-do': null,
        },
        4,
      ).sentences
    expect(of(18, [6, 11])).toContain(
      'Between six and eleven of the 18 plans of the spring term are completed, with ten school days left.',
    )
    expect(of(8, [3, 8]).join(' ')).not.toContain('spring term')
  })

  it('are not said to be all completed where one may not be', () => {
    expect(sectionOf({ 'pep.closed.due': 43, 'pep.closed.on-time': [36, 43] }, 4).headline).toBe(
      'Most education plans in the last four terms were completed in their term',
    )
  })
})
