import type { Kysely } from 'kysely'
import type { Change } from '../../db/queries/record-shape.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import type { ReportTable } from '../../db/tables/report.ts'
import { academicYearOf } from '../calendar/academic-year.ts'
import { isoDate, type IsoDate } from '../calendar/iso-date.ts'
import { longDay } from '../report/words/days.ts'
import { tooLow } from './approve.ts'
import { earlierThan } from './earlier.ts'
import { takeStep, type SeenReport, type Stepped } from './stepping.ts'

type Doing = [db: Kysely<Database>, scope: Scope, seen: SeenReport, change: Change]

/** The day and the threshold of a draft. */
export const setUp = (...[db, scope, seen, change, given]: [...Doing, { on: IsoDate; threshold: number }]) =>
  takeStep(
    db,
    scope,
    seen,
    {
      action: 'report.change',
      from: ['draft'],
      isDone: ({ asOn, threshold }) => asOn === given.on && threshold === given.threshold,
      changes: async (trx, row) => {
        if (academicYearOf(given.on) !== row.academicYear)
          return { field: 'on', message: `This report is of ${row.academicYear}: choose a day of that year.` }
        const { lowest } = await earlierThan(trx, scope, { ...row, asOn: given.on })
        if (given.threshold < lowest) return { field: 'threshold', message: tooLow(lowest) }
        return { asOn: given.on, threshold: given.threshold }
      },
    },
    change,
  )

/** The designated teacher hands it to the headteacher. */
export const send = (...[db, scope, seen, change]: Doing): Promise<Stepped> =>
  takeStep(
    db,
    scope,
    seen,
    {
      action: 'report.send',
      from: ['draft'],
      isDone: ({ state, sentBy }) => state === 'sent' && sentBy === change.changedBy,
      changes: async () => ({
        state: 'sent',
        sentAt: change.at,
        sentBy: change.changedBy,
        returnedReason: null,
      }),
    },
    change,
  )

/** The headteacher sends it back with what to change. */
export const sendBack = (...[db, scope, seen, change, reason]: [...Doing, string]): Promise<Stepped> =>
  takeStep(
    db,
    scope,
    seen,
    {
      action: 'report.return',
      from: ['sent'],
      isDone: ({ state, returnedReason }) => state === 'draft' && returnedReason === reason,
      changes: async () => ({ state: 'draft', sentAt: null, sentBy: null, returnedReason: reason }),
    },
    change,
  )

/** It goes before the governors, for a meeting where one is known. */
export const publish = (
  ...[db, scope, seen, change, meetingOn]: [...Doing, IsoDate | null]
): Promise<Stepped> =>
  takeStep(
    db,
    scope,
    seen,
    {
      action: 'report.publish',
      from: ['approved'],
      isDone: (row) => row.state === 'published' && row.meetingOn === meetingOn,
      changes: async () => ({
        state: 'published',
        publishedAt: change.at,
        publishedBy: change.changedBy,
        meetingOn,
      }),
    },
    change,
  )

const beforeItWent = ({ publishedAt }: Pick<ReportTable, 'publishedAt'>) =>
  `This is before the report went to the governors, on ${longDay(isoDate((publishedAt ?? '').slice(0, 10)))}.`

/** The minute in which the board noted it; written again where it was a slip. */
export const minute = (
  ...[db, scope, seen, change, given]: [...Doing, { on: IsoDate; minute: string }]
): Promise<Stepped> =>
  takeStep(
    db,
    scope,
    seen,
    {
      action: 'report.minute',
      from: ['published'],
      isDone: (row) => row.minutedOn === given.on && row.minute === given.minute,
      changes: async (_trx, row) =>
        given.on < (row.publishedAt ?? '').slice(0, 10)
          ? { field: 'on', message: beforeItWent(row) }
          : { minutedOn: given.on, minute: given.minute },
    },
    change,
  )

/** A draft is taken out; its reason is on record. */
export const remove = (...[db, scope, seen, change, reason]: [...Doing, string]): Promise<Stepped> =>
  takeStep(
    db,
    scope,
    seen,
    {
      action: 'report.remove',
      from: ['draft'],
      isDone: () => false,
      changes: async () => ({ removedAt: change.at, removedReason: reason }),
      reason,
    },
    change,
  )
