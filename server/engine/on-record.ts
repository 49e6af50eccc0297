import { addDays, type IsoDate } from '../calendar/iso-date.ts'
import { breach, due, met, noData, type Evidence, type Finding } from './finding.ts'

/** A duty with a last day, of which only a record made here can show that it was done. */
export interface RecordedDuty {
  readonly about: string
  /** The day it was done; null without a record. */
  readonly doneOn: IsoDate | null
  /** The last day on which it is in time. */
  readonly lastDay: IsoDate
  /** Done on its very last day, and too late by hours. */
  readonly isLateThatDay?: boolean
  /** The day to act by, when it is not the last day itself. */
  readonly actBy?: IsoDate
  /** The clock runs. It does not for what a file told us of: no record of it then proves nothing either way. */
  readonly runs: boolean
  /** What is said of it, each a whole sentence. */
  readonly says: {
    readonly done: string
    readonly late: string
    readonly due: string
    readonly missing: string
    readonly unknown: string
  }
  /** What stands at the head, without a full stop. */
  readonly heads: { readonly due?: string; readonly late: string; readonly missing: string }
  readonly evidence: readonly Evidence[]
  readonly record?: { kind: string; id: string }
  readonly prefill?: Readonly<Record<string, string>>
}

/** Due up to its last day, then broken; what was done late stays late. Without a clock, no record is no data. */
export function recordedFinding(duty: RecordedDuty, on: IsoDate): Finding {
  const { about, doneOn, lastDay, says, heads, evidence } = duty
  const form = {
    ...(duty.record ? { record: duty.record } : {}),
    ...(duty.prefill ? { prefill: duty.prefill } : {}),
  }
  const isLateThatDay = doneOn === lastDay && duty.isLateThatDay === true
  const since = isLateThatDay ? lastDay : addDays(lastDay, 1)
  if (doneOn !== null && doneOn <= lastDay && !isLateThatDay) return met(about, says.done, { evidence })
  if (doneOn !== null)
    return breach(about, says.late, { ...form, evidence, since, final: true, headline: heads.late })
  if (!duty.runs) return noData(about, says.unknown, form)
  if (on <= lastDay) {
    const headline = heads.due === undefined ? {} : { headline: heads.due }
    return due(about, says.due, { ...form, ...headline, evidence, dueOn: duty.actBy ?? lastDay })
  }
  return breach(about, says.missing, { ...form, evidence, since, headline: heads.missing })
}
