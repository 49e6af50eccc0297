import type { ContactTable } from '../../db/tables/contact.ts'
import type { SuspensionTable } from '../../db/tables/suspension.ts'
import { dayOf, isoDate, localMinute, type IsoDate, type LocalMinute } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import { dateWords, schoolDayWords } from '../engine/words.ts'
import type { SuspensionFacts } from '../facts/child-facts.ts'
import { servedHalfDays } from '../law/suspension-served.ts'
import type { FieldProblem, FieldValues } from '../records/kind.ts'
import { overYear } from './consequences.ts'
import { lacking } from './decide.ts'
import { withoutRow } from './joined.ts'
import { overlapOf } from './overlap.ts'
import type { Proposal } from './shapes.ts'

/** The columns of a suspension that a form sets and that were decided. */
export type Decided = Pick<
  SuspensionTable,
  | 'kind'
  | 'startedOn'
  | 'startSession'
  | 'halfDays'
  | 'reasons'
  | 'decidedAt'
  | 'atOtherSchool'
  | 'missesExam'
  | 'examOn'
>

type Held = Decided & Pick<SuspensionTable, 'id' | 'considerationId' | 'cancelledAt'>

export interface CorrectingDay {
  /** The local minute of the correction, and the day as at which it is worked out. */
  readonly now: LocalMinute
  readonly on: IsoDate
  readonly calendar: SchoolCalendar
}

const ANEW = 'cancel it and decide anew'

const isMoved = (row: Decided, after: Decided): boolean =>
  after.startedOn !== row.startedOn || after.startSession !== row.startSession

/**
 * What a correction would change of a decision that was made here. A typing mistake may be put right; but it is not
 * turned into another kind, made longer (2012 Regulations, as the guidance reads them), moved to another time of
 * decision, nor are half days that were served taken out of it.
 */
export function againstDecision(
  row: Held,
  after: Decided,
  leftOn: string | null,
  { now, on, calendar }: CorrectingDay,
): FieldProblem[] {
  if (row.considerationId === null) return []
  const problems: FieldProblem[] = []
  const refuse = (field: keyof Decided, message: string) => void problems.push({ field, message })
  if (after.kind !== row.kind)
    refuse('kind', `It was decided so here, and is not turned into another: ${ANEW}.`)
  if (after.decidedAt !== row.decidedAt)
    refuse('decidedAt', `The time was kept when it was decided here, and stays: else ${ANEW}.`)
  if (after.atOtherSchool !== row.atOtherSchool)
    refuse('atOtherSchool', `It was decided here, at this school: if it was not, ${ANEW} there.`)
  const length = row.halfDays ?? 0
  const lengthAfter = after.halfDays ?? 0
  if (lengthAfter > length) refuse('halfDays', `A suspension is not made longer: ${ANEW}.`)
  else if (lengthAfter < length) {
    const end = row.cancelledAt !== null && row.cancelledAt < now ? localMinute(row.cancelledAt) : now
    const served = servedHalfDays({ ...row, startedOn: isoDate(row.startedOn) }, end, calendar)
    if (lengthAfter < served)
      refuse(
        'halfDays',
        `${schoolDayWords(served)} of it have been served, and count: it is not shorter. If the child came back earlier, cancel it from then.`,
      )
  }
  if (isMoved(row, after)) {
    const decidedOn = row.decidedAt === null ? null : dayOf(localMinute(row.decidedAt))
    if (decidedOn !== null && after.startedOn < decidedOn)
      refuse('startedOn', `It was decided on ${dateWords(decidedOn, on)}: it cannot have begun before that.`)
    else if (row.startedOn <= on && after.startedOn > on)
      refuse('startedOn', `It has begun, and does not begin again: ${ANEW}.`)
    else {
      const at = row.decidedAt === null ? now : localMinute(row.decidedAt)
      const asDecided = lacking({ ...after, happenedAt: null }, { at, today: dayOf(at), calendar }, leftOn)
      problems.push(...asDecided.filter(({ field }) => field === 'startedOn' || field === 'startSession'))
    }
  }
  return problems
}

/** Whether half days are new in it, against what it was: it is new, moved or longer. */
const hasMore = (row: Held | null, after: Decided): boolean =>
  row === null ||
  isMoved(row, after) ||
  after.kind !== row.kind ||
  after.atOtherSchool !== row.atOtherSchool ||
  (after.halfDays ?? 0) > (row.halfDays ?? 0)

/**
 * Why a suspension of this school cannot be kept with these values: with what is recorded it would come to more than
 * 45 days in a school year, or half days of it lie in another already. One that only becomes shorter can. `row`: what
 * it was; null of a new one.
 */
export function againstOthers(
  facts: SuspensionFacts | null,
  row: Held | null,
  after: Decided,
  { on, calendar }: CorrectingDay,
): FieldProblem[] {
  if (after.atOtherSchool === 1 || after.kind === 'permanent' || !hasMore(row, after)) return []
  const proposal: Proposal = {
    kind: after.kind,
    startedOn: isoDate(after.startedOn),
    startSession: after.startSession,
    halfDays: after.halfDays,
    missesExam: null,
    examOn: null,
  }
  const others = withoutRow(facts, row?.id, calendar)
  const overlaps = overlapOf({ ...after, startedOn: isoDate(after.startedOn) }, others, calendar)
  const message = overYear(others, proposal, calendar, on)
  return [
    ...(message === null
      ? []
      : [
          {
            field: 'halfDays',
            message: `${message} What went beyond it is recorded as sent home without a suspension.`,
          },
        ]),
    ...(overlaps === undefined
      ? []
      : [
          {
            field: 'startedOn',
            message: `Some of it lies in the suspension of ${dateWords(overlaps.startedOn, on)} already, and would count twice: open that one and correct it.`,
          },
        ]),
  ]
}

/** The columns of a contact by which somebody was asked. */
export type Asked = Pick<ContactTable, 'withRole' | 'purpose' | 'contactedAt' | 'outcome'>

const asked = ({ withRole, purpose, contactedAt, outcome }: Asked, decidedAt: string): string | null =>
  purpose === 'before-suspension' && outcome !== 'no-answer' && contactedAt < decidedAt ? withRole : null

/**
 * Why a contact that was kept before a decision cannot be corrected so after it: somebody would have been asked
 * before it who was not. What else was typed wrongly may be put right.
 */
export function againstAsking(row: Asked, after: Asked, decidedAt: string): FieldProblem[] {
  const then = asked(after, decidedAt)
  if (then === null || then === asked(row, decidedAt)) return []
  const changed = (['withRole', 'purpose', 'contactedAt', 'outcome'] as const).find(
    (name) => row[name] !== after[name],
  )
  return [
    {
      field: changed ?? 'contactedAt',
      message:
        'It was decided on what was recorded then. Record another contact: it is shown as recorded afterwards.',
    },
  ]
}

/** Kinds of what follows a decision, by the day of theirs that cannot be before it. */
export const followsDecision: Readonly<Record<string, string>> = {
  'board-meeting': 'meetsOn',
  reintegration: 'offeredOn',
  'review-panel': 'boardDecisionToldOn',
}

/** Why a record of what follows a decision cannot stand on a day before it; null: no time of it is recorded. */
export function beforeDecision(
  kind: string,
  values: FieldValues,
  decidedAt: string | null,
  on: IsoDate,
): FieldProblem[] {
  const field = followsDecision[kind]
  const day = field === undefined ? undefined : values[field]
  if (field === undefined || typeof day !== 'string' || decidedAt === null) return []
  const decidedOn = dayOf(localMinute(decidedAt))
  return day < decidedOn
    ? [
        {
          field,
          message: `It was decided on ${dateWords(decidedOn, on)}: this cannot have been before that.`,
        },
      ]
    : []
}
