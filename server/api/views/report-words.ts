import type { Kysely } from 'kysely'
import { childNamesOfSchool } from '../../../db/queries/child.ts'
import { trainingsOfSchool } from '../../../db/queries/report-rows.ts'
import type { Database } from '../../../db/schema.ts'
import type { ChildTable } from '../../../db/tables/child.ts'
import type { ReportActionTable } from '../../../db/tables/report-action.ts'
import type { ReportWordsTable } from '../../../db/tables/report-words.ts'
import type { ReportTable } from '../../../db/tables/report.ts'
import { academicYear, firstDayOf } from '../../calendar/academic-year.ts'
import { isoDate } from '../../calendar/iso-date.ts'
import { describesAChild } from '../../report/describes-a-child.ts'
import type { KeptAction, ReportWords } from '../../report/report-json.ts'
import { longDay } from '../../report/words/days.ts'
import { actionOf } from '../../reporting/actions-kept.ts'
import type { At } from '../../reporting/count-report.ts'

type Names = Parameters<typeof describesAChild>[1]

/** The names of a child, as words are searched for them. */
export const namesIn = ({
  forename,
  surname,
  preferredName: preferred,
}: Pick<ChildTable, 'forename' | 'surname' | 'preferredName'>): Names[number] => ({
  forename,
  surname,
  preferred,
})

/** The names of the school's children, to warn of words that hold one: they go to no browser. */
export async function namesOf(
  db: Kysely<Database>,
  { school, scope }: Pick<At, 'school' | 'scope'>,
): Promise<Names> {
  const rows = await childNamesOfSchool(db, scope, school.id).execute()
  return rows.map(namesIn)
}

/** Words as they are stored, with what they give away. */
export const wordsView = (row: ReportWordsTable, names: Names, threshold: number): ReportWords => ({
  section: row.section,
  words: row.words,
  version: row.version,
  changedAt: row.changedAt,
  changedBy: row.changedBy,
  warnings: describesAChild(row.words, names, threshold),
})

/** The section that prints what is recorded of training, in the words of whoever recorded it. */
const TRAINING = 3

/** Words in a section of which nothing is stored. */
export const noWords = (section: number): ReportWords => ({
  section,
  words: '',
  version: 0,
  changedAt: '',
  changedBy: '',
  warnings: [],
})

/** What the training that an annual report prints says of a child, with its day: it is mended where it is recorded. */
async function trainingWarnings(
  db: Kysely<Database>,
  { scope }: Pick<At, 'scope'>,
  { schoolId, kind, academicYear: year, asOn, threshold }: ReportTable,
  names: Names,
): Promise<readonly string[]> {
  if (kind !== 'annual') return []
  const span = { from: firstDayOf(academicYear(year)), to: asOn }
  const rows = await trainingsOfSchool(db, scope, schoolId, span).execute()
  return rows.flatMap(({ heldOn, title, impact }) =>
    describesAChild([title, impact].join('\n'), names, threshold).map(
      (warning) => `In the training of ${longDay(isoDate(heldOn))}: ${warning}`,
    ),
  )
}

/** The words of a section with what training says beside them, where it is theirs. */
export async function withTraining(
  db: Kysely<Database>,
  at: Pick<At, 'scope'>,
  row: ReportTable,
  names: Names,
  words: ReportWords,
): Promise<ReportWords> {
  if (words.section !== TRAINING) return words
  return { ...words, warnings: [...words.warnings, ...(await trainingWarnings(db, at, row, names))] }
}

/** The words of every section that has some or is warned of. */
export async function everyWord(
  db: Kysely<Database>,
  at: Pick<At, 'scope'>,
  row: ReportTable,
  names: Names,
  stored: readonly ReportWordsTable[],
): Promise<ReportWords[]> {
  const views = stored.map((each) => wordsView(each, names, row.threshold))
  if (!views.some(({ section }) => section === TRAINING)) views.push(noWords(TRAINING))
  const told = await Promise.all(views.map((words) => withTraining(db, at, row, names, words)))
  return told.filter(({ version, warnings }) => version > 0 || warnings.length > 0)
}

/** What the minute of the board gives away, which governors read. */
export const warningsOfMinute = ({ minute, threshold }: ReportTable, names: Names): readonly string[] =>
  minute === null ? [] : describesAChild(minute, names, threshold)

/** What a report asks to be done, with what it gives away. */
export const actionView = (row: ReportActionTable, names: Names, threshold: number): KeptAction => ({
  ...actionOf(row),
  version: row.version,
  warnings: describesAChild([row.words, row.owner, row.outcomeNote].join('\n'), names, threshold),
})
