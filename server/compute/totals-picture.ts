import { academicYearOf, type AcademicYear } from '../calendar/academic-year.ts'
import { isoDate } from '../calendar/iso-date.ts'
import { percentToOneDecimal } from '../law/attendance.ts'
import { hasSocialWorker } from '../law/cohorts.ts'
import type { ChildPicture } from './child-picture.ts'

const isWithSocialWorker = ({ cohorts }: ChildPicture): boolean => hasSocialWorker(cohorts)
const isLookedAfter = ({ cohorts }: ChildPicture): boolean => cohorts.cla

const sumOf = (children: readonly ChildPicture[], value: (child: ChildPicture) => number): number =>
  children.reduce((total, child) => total + value(child), 0)

function cohortTotals(onRoll: readonly ChildPicture[]) {
  const countOf = (group: keyof ChildPicture['cohorts']) =>
    onRoll.filter(({ cohorts }) => cohorts[group]).length
  return {
    on_roll: onRoll.length,
    cwsw: onRoll.filter(isWithSocialWorker).length,
    cla: countOf('cla'),
    previously_cla: countOf('previously_cla'),
    cin: countOf('cin'),
    cp: countOf('cp'),
    kinship: countOf('kinship'),
    ever6: countOf('ever6'),
  }
}

function absenceTotals(children: readonly ChildPicture[]) {
  const counted = children.filter(({ attendance }) => attendance.possible > 0).length
  const persistent = children.filter(({ attendance }) => attendance.persistent).length
  const possible = sumOf(children, ({ attendance }) => attendance.possible)
  const absent = sumOf(children, ({ attendance }) => attendance.authorised + attendance.unauthorised)
  return {
    children: children.length,
    children_with_possible_sessions: counted,
    persistent,
    persistent_percent: percentToOneDecimal(persistent, counted),
    severe: children.filter(({ attendance }) => attendance.severe).length,
    possible,
    absent,
    absence_percent: percentToOneDecimal(absent, possible),
  }
}

interface PepTotals {
  required: number
  held: number
  overdue: number
  due: number
  held_percent: number | null
}

function pepTotals(children: readonly ChildPicture[]) {
  const totals: Record<string, Record<string, PepTotals>> = {}
  for (const { pep } of children) {
    for (const [year, { terms }] of Object.entries(pep.years)) {
      const ofYear = (totals[year] ??= {})
      for (const [term, { state }] of Object.entries(terms)) {
        const ofTerm = (ofYear[term] ??= { required: 0, held: 0, overdue: 0, due: 0, held_percent: null })
        if (state === 'not-required') continue
        ofTerm.required += 1
        ofTerm[state] += 1
        ofTerm.held_percent = percentToOneDecimal(ofTerm.held, ofTerm.required)
      }
    }
  }
  return totals
}

function daysOver(children: readonly ChildPicture[], by: 'days_by_term' | 'days_by_year') {
  const totals: Record<string, number> = {}
  for (const { suspensions } of children)
    for (const [key, days] of Object.entries(suspensions[by])) totals[key] = (totals[key] ?? 0) + days
  return totals
}

/** Lunchtimes are suspensions too; a permanent exclusion is none. */
const isSuspension = ({ kind }: ChildPicture['suspensions']['list'][number]): boolean => kind !== 'permanent'

function suspensionTotals(children: readonly ChildPicture[], year: AcademicYear) {
  const inYear = (child: ChildPicture) =>
    child.suspensions.list.filter(({ started_on }) => academicYearOf(isoDate(started_on)) === year)
  const rows = children.flatMap(inYear)
  const rowsOf = (kind: string) => rows.filter((row) => row.kind === kind).length
  const daysThisYear = (some: readonly ChildPicture[]) =>
    sumOf(some, ({ suspensions }) => suspensions.days_current_year)
  return {
    days_by_term: daysOver(children, 'days_by_term'),
    days_by_year: daysOver(children, 'days_by_year'),
    rows_in_year: {
      suspension: rowsOf('suspension'),
      permanent: rowsOf('permanent'),
      lunchtime: rowsOf('lunchtime'),
    },
    children_suspended_in_year: children.filter((child) => inYear(child).some(isSuspension)).length,
    days_current_year_cla: daysThisYear(children.filter(isLookedAfter)),
    days_current_year_cwsw: daysThisYear(children.filter(isWithSocialWorker)),
    repeated_suspension: children.filter(({ suspensions }) => suspensions.repeated_suspension).length,
    over_45: children.filter(({ suspensions }) => suspensions.over_45).length,
  }
}

/** The school's totals (D28): cohorts and absence of children on roll, plans and suspensions of all. */
export function totalsPicture(children: readonly ChildPicture[], year: AcademicYear) {
  const onRoll = children.filter(({ on_roll }) => on_roll)
  return {
    cohorts: cohortTotals(onRoll),
    absence: {
      all: absenceTotals(onRoll),
      cla: absenceTotals(onRoll.filter(isLookedAfter)),
      cwsw: absenceTotals(onRoll.filter(isWithSocialWorker)),
    },
    pep: pepTotals(children),
    suspensions: suspensionTotals(children, year),
  }
}
