import { daysBetween } from '../../calendar/iso-date.ts'
import { Counting, sumOf, type Part } from './counting.ts'
import { childrenOf, type CountedChild } from './who.ts'

/** The number of days within which half of them lie; 0 of none. */
function halfWithin(days: readonly number[]): number {
  return days.toSorted((a, b) => a - b)[Math.ceil(days.length / 2) - 1] ?? 0
}

/** 13 Alerts on the children of the report raised in the year, and how soon they were answered or closed. */
export function countAlerts(children: readonly CountedChild[]): Part {
  const part = new Counting()
  part.declare('alert:answered', 'alert:open', 'alerted:answered', 'alerted:not')
  const days: number[] = []
  const by = new Map<string, number>()
  for (const { id, facts } of children) {
    const answered = facts.alerts.flatMap(({ raisedOn, answeredOn }) =>
      answeredOn === null ? [] : [daysBetween(raisedOn, answeredOn)],
    )
    days.push(...answered)
    part.add('alert:answered', id, answered.length)
    part.add('alert:open', id, facts.alerts.length - answered.length)
    part.add(`alerted:${answered.length > 0 ? 'answered' : 'not'}`, id)
    if (answered.length > 0) by.set(id, answered.length)
  }
  part.adds(sumOf('alerted:answered', 'alerted:not'), childrenOf('all'))
  part.atMost(sumOf('alerted:answered'), sumOf('alert:answered'))
  part.figure('alert.raised', sumOf('alert:answered', 'alert:open'), { neverFalls: true })
  part.figure('alert.answered', sumOf('alert:answered'), { within: 'alert.raised' })
  part.amount('alert.days', {
    value: halfWithin(days),
    family: 'alert.days',
    by,
    children: sumOf('alerted:answered'),
  })
  return part
}
