import type { SuspensionsPage } from '../../api.ts'
import type { SuspensionMonth } from '../../charts/suspension-month-series.ts'
import type { TallyRow } from '../../charts/tally-series.ts'
import {
  count,
  countInWords,
  halfDays,
  halfDaysInWords,
  inWords,
  list,
  longDay,
  sentence,
} from '../../format.ts'
import { askable, atThisSchool, isUndone } from './year-of-suspensions.ts'

const has = (many: number) => (many === 1 ? 'has' : 'have')
const isOr = (many: number) => (many === 1 ? 'is' : 'are')

function howMany(page: SuspensionsPage): string {
  const rows = atThisSchool(page)
  const permanent = rows.filter(({ kind }) => kind === 'permanent').length
  const others = rows.length - permanent
  return list([
    ...(others > 0 ? [countInWords(others, 'suspension')] : []),
    ...(permanent > 0 ? [countInWords(permanent, 'permanent exclusion')] : []),
  ])
}

/** The finding of the page: what is considered now, then the year and what is late. */
export function picturePageSentence(page: SuspensionsPage): string {
  const now = page.considered.length
  const considered =
    now === 0 ? '' : `A suspension is being considered for ${countInWords(now, 'child', 'children')}.`
  if (!page.isKnown) return [considered, 'Suspensions are not known yet.'].filter(Boolean).join(' ')
  const rows = atThisSchool(page)
  if (rows.length === 0) return [considered, 'Nobody has been suspended this year.'].filter(Boolean).join(' ')
  // Of one that never began, too, somebody has to hear that it was cancelled.
  const listed = page.rows.filter(({ atOtherSchool }) => !atOtherSchool)
  const late = listed.filter(({ open }) => open.breach > 0).length
  const due = listed.filter(({ open }) => open.due > 0).length
  const unknown = listed.filter(({ open }) => open.noData > 0).length
  const year = `${sentence(howMany(page))} this year`
  const who = (many: number) => (listed.length === 1 ? 'it has' : `${inWords(many)} ${has(many)}`)
  const what =
    late > 0
      ? `${who(late)} something late`
      : due > 0
        ? `${who(due)} something to do`
        : unknown > 0
          ? `${unknown === listed.length ? '' : `of ${inWords(unknown)} `}not everything is known`
          : 'everybody was told in time'
  return [considered, `${year}; ${what}.`].filter(Boolean).join(' ')
}

/** Who is counted, up to when. */
export function pictureLead({ academicYear, evaluatesOn, rows }: SuspensionsPage): string {
  const elsewhere = rows.filter(({ atOtherSchool }) => atOtherSchool).length
  const others =
    elsewhere === 0
      ? ''
      : ` ${sentence(countInWords(elsewhere, 'suspension'))} at another school ${isOr(elsewhere)} listed, not drawn.`
  const undone = rows.filter((row) => !row.atOtherSchool && isUndone(row)).length
  const never =
    undone === 0
      ? ''
      : ` ${sentence(countInWords(undone, 'suspension'))} cancelled before ${undone === 1 ? 'it' : 'they'} began ${isOr(undone)} listed, not drawn.`
  return `Everybody of whom you may know, in the school year ${academicYear} up to ${longDay(evaluatesOn)}.${others}${never}`
}

/** `7.5 of 20 days of suspension were repeats`. */
export function monthsFinding(months: readonly SuspensionMonth[]): string {
  const sum = (key: 'first' | 'repeated') => months.reduce((all, one) => all + one[key], 0)
  const [all, repeated] = [sum('first') + sum('repeated'), sum('repeated')]
  if (all === 0) return 'No day of suspension this year'
  if (repeated === 0) return `${sentence(halfDaysInWords(all))} of suspension this year, none a repeat`
  return `${halfDays(repeated)} of ${count(all / 2, 'day')} of suspension were repeats`
}

/** The reason given most, or that there is none. */
export function reasonsFinding(rows: readonly TallyRow[], suspensions: number): string {
  const [first, second] = rows
  if (!first) return 'No reason is recorded'
  const many = first.marks.length
  if (many === 1 && rows.length > 1) return 'No reason was given more than once'
  if (second?.marks.length === many) {
    const same = rows.filter(({ marks }) => marks.length === many).length
    return `${sentence(inWords(same))} reasons were given most, each in ${many} of ${suspensions}`
  }
  return `${first.label} is the reason given most: in ${many} of ${suspensions}`
}

/** `Four of nine suspended children were suspended again`. */
export function againFinding(rows: readonly TallyRow[]): string {
  const marks = rows.flatMap((row) => row.marks)
  const again = marks.filter(({ shape }) => shape === 'solid').length
  if (marks.length === 0) return 'Nobody was suspended'
  if (again === 0)
    return marks.length === 1
      ? 'The one suspended child was suspended once'
      : `None of ${count(marks.length, 'suspended child', 'suspended children')} was suspended again`
  if (marks.length === 1) return 'The one suspended child was suspended again'
  return `${again} of ${count(marks.length, 'suspended child', 'suspended children')} ${again === 1 ? 'was' : 'were'} suspended again`
}

/** `Before 3 of 7 decisions everybody was asked; before two somebody never was`. */
export function askedFinding(page: SuspensionsPage): string {
  const rows = askable(page)
  const many = (asked: string) => rows.filter(({ askedFirst }) => askedFirst === asked).length
  if (rows.length === 0) return 'No decision yet before which somebody is asked'
  const [before, never] = [many('before'), many('never')]
  if (before === rows.length)
    return rows.length === 1
      ? 'Before the one decision everybody was asked'
      : `Before each of ${rows.length} decisions everybody was asked`
  const said = `Before ${before} of ${count(rows.length, 'decision')} everybody was asked`
  return never === 0 ? said : `${said}; before ${inWords(never)} somebody never was`
}

/** What came of the considerations: the child in school is the success. */
export function outcomesFinding(rows: readonly TallyRow[]): string {
  const marks = rows.flatMap((row) => row.marks)
  const stays = marks.filter(({ shape }) => shape === 'met').length
  if (marks.length === 0) return 'No decision has begun on the page Before you suspend'
  if (stays === 0) return `None of ${count(marks.length, 'child', 'children')} considered stays in school`
  if (marks.length === 1) return 'The one child considered stays in school'
  return stays === marks.length
    ? `${stays === 2 ? 'Both' : `All ${stays}`} times the child stays in school`
    : `${stays} of ${marks.length} times the child stays in school`
}

/** How many were cancelled in each term that has begun, which the headteacher tells the board; empty without terms. */
export function cancelledSentence({ cancelled }: Pick<SuspensionsPage, 'cancelled'>): string {
  const terms = cancelled.map(({ term, count: many }) => `${many === 0 ? 'none' : many} in ${term}`)
  return terms.length === 0 ? '' : `For the governing board, suspensions cancelled: ${terms.join(', ')}.`
}

/** How many had a social worker, which asks for somebody to be told. */
export function groupsFinding(page: SuspensionsPage): string {
  const rows = atThisSchool(page)
  const withWorker = rows.filter(
    ({ child }) => child.group === 'cla' || child.group === 'social-worker',
  ).length
  if (rows.length === 0) return 'No suspension in any group'
  if (rows.length === 1)
    return `The one decision is of a child ${withWorker === 1 ? 'with' : 'without'} a social worker`
  const noun = rows.some(({ kind }) => kind === 'permanent') ? 'suspensions and exclusions' : 'suspensions'
  return withWorker === 1
    ? `1 of ${rows.length} ${noun} is of a child with a social worker`
    : `${withWorker} of ${rows.length} ${noun} are of children with a social worker`
}
