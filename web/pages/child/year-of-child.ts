import type { ChildPage } from '../../api.ts'
import type { CalendarDay, CalendarMark } from '../../charts/attendance-calendar-series.ts'
import type { ChildYear, SessionKind } from '../../charts/child-year-series.ts'
import { careWord, countInWords, dayWithYear, halfDaysInWords, inWords, type Status } from '../../format.ts'
import { statusOfPep } from '../cohort/pep-terms.ts'
import { contactMarks } from './contact-marks.ts'

type Line = ChildPage['yearLine']
type Suspension = Line['suspensions'][number]

const KINDS: Readonly<Record<string, SessionKind>> = {
  PRES: 'present',
  AEA: 'present',
  AUTH: 'authorised',
  UNAUTH: 'unauthorised',
  NP: 'not-required',
  ADMIN: 'not-required',
}

const suspendedSessions = ({ suspensions }: Line) =>
  new Set(
    suspensions
      .filter(({ kind, atOtherSchool }) => kind === 'suspension' && !atOtherSchool)
      .flatMap(({ sessions }) => sessions ?? [])
      .map(({ on, session }) => `${on} ${session}`),
  )

/** Each school day of the year with its marks: what was suspended is shown so, whatever its code. */
export function calendarDays({ sessions, yearLine, child }: ChildPage): CalendarDay[] {
  const suspended = suspendedSessions(yearLine)
  const mark = (on: string, session: 'AM' | 'PM', code: string | null): CalendarMark | null => {
    const isOnRoll = on >= child.admittedOn && (child.leftOn === null || on <= child.leftOn)
    if (code === null) return isOnRoll ? null : { code: '', kind: 'not-required' }
    const kind = suspended.has(`${on} ${session}`)
      ? 'suspended'
      : (KINDS[sessions.codes[code]?.class ?? ''] ?? 'missing')
    return { code, kind }
  }
  return sessions.days.map(({ on, am, pm }) => ({ on, am: mark(on, 'AM', am), pm: mark(on, 'PM', pm) }))
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

function pepWords(cell: Line['peps'][number]['cell']): { status: Status; words: string } {
  if (!cell) return { status: 'not-applicable', words: 'not a duty' }
  const { state, text, detail } = cell
  const by = /\bby .*$/.exec(detail)?.[0]
  const isSaidByDots = state === 'on-time' || state === 'late' || detail === ''
  const words = isSaidByDots ? text : by ? `${text} ${by}` : `${text}, ${detail}`
  return { status: statusOfPep(cell), words: lower(words) }
}

function suspensionLabel({ kind, halfDays }: Suspension): string {
  if (kind === 'permanent') return 'permanent exclusion'
  if (kind === 'lunchtime') return countInWords(halfDays ?? 0, 'lunchtime')
  return halfDaysInWords(halfDays ?? 0)
}

/** The child's year as the drawing takes it. */
export function yearOfChild(page: ChildPage): ChildYear {
  const { yearLine, evaluatesOn } = page
  const seen = (day: string) => dayWithYear(day, evaluatesOn)
  return {
    on: evaluatesOn,
    days: calendarDays(page).map(({ on, am, pm }) => ({ on, am: am?.kind ?? null, pm: pm?.kind ?? null })),
    terms: yearLine.terms.map(({ name, firstDay, lastDay }) => ({ name, from: firstDay, to: lastDay })),
    care: yearLine.care.map(({ status, from, to, authority }) => ({
      from,
      to,
      label: `${careWord(status)}${authority ? ` by ${authority}` : ''} since ${seen(from)}`,
      isLookedAfter: status === 'cla',
    })),
    peps: yearLine.peps
      .filter(({ cell }) => cell !== null)
      .map(({ term, firstDay, lastDay, cell, meetings }) => ({
        term,
        from: firstDay,
        to: lastDay,
        ...pepWords(cell),
        meetings,
      })),
    suspensions: yearLine.suspensions.map((one) => ({
      from: one.startedOn,
      to:
        one.kind === 'permanent' && one.halfDays === null
          ? null
          : (one.sessions?.at(-1)?.on ?? one.startedOn),
      halfDays: one.halfDays ?? 0,
      label: suspensionLabel(one),
    })),
    contacts: contactMarks(page),
  }
}

/** PEPs of the year that are not done, worst first, as `one PEP late, one to hold`. */
function pepParts({ yearLine }: ChildPage): string[] {
  const cells = yearLine.peps.flatMap(({ cell }) => (cell ? [cell.state] : []))
  const said = (
    [
      ['missing', 'not done in time'],
      ['late', 'late'],
      ['to-hold', 'to hold'],
      ['to-complete', 'to complete'],
      ['not-known', 'not known'],
    ] as const
  )
    .map(([state, words]) => [cells.filter((one) => one === state).length, words] as const)
    .filter(([many]) => many > 0)
  return said.map(([many, words], at) => {
    const noun = at > 0 ? '' : many === 1 ? ' PEP' : ' PEPs'
    return `${inWords(many)}${noun} ${words}`
  })
}

/** The finding of the year: what stands before the number, the number, and what follows. */
export function yearHeading(page: ChildPage): { before: string; number: string; after: string } {
  const { attendance, suspension } = page
  const peps = pepParts(page)
  const days = suspension?.yearHalfDays ?? 0
  const parts = [
    ...peps,
    ...(peps.length === 0 && days > 0 ? [`${halfDaysInWords(days)} of suspension`] : []),
    ...(suspension?.permanent ? ['a permanent exclusion'] : []),
  ]
  const rest = parts.map((part) => `, ${part}`).join('')
  const isKnown = attendance !== null && attendance.possible > 0
  return {
    before: 'The year so far: ',
    number: isKnown ? `${attendance.absent} of ${attendance.possible} sessions` : '',
    after: isKnown ? ` missed${rest}` : `no sessions known yet${rest}`,
  }
}

/** Under the name of the lane: `6 days in Spring 2026`. */
export function suspensionNote({ suspension }: Pick<ChildPage, 'suspension'>): string {
  if (!suspension) return 'not known'
  const { yearHalfDays, permanent } = suspension
  if (yearHalfDays === 0) return permanent ? 'permanent' : 'none'
  return `${halfDaysInWords(yearHalfDays)} this year`
}
