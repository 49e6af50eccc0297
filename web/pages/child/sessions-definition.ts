import type { ChildPage } from '../../api.ts'
import type { Definition } from '../../components/vs-definition.ts'
import { count, plainDay, rate } from '../../format.ts'

/** How the sessions missed were added up, and where that is written. */
export function sessionsDefinition({ attendance, evaluatesOn, findings }: ChildPage): Definition {
  const { absent = 0, possible = 0, authorised = 0, unauthorised = 0, missing = 0 } = attendance ?? {}
  const source = findings
    .flatMap((area) => area.findings)
    .find(({ ruleId }) => ruleId === 'persistent-absence')?.duty
  const sum = `${authorised} authorised + ${unauthorised} unauthorised = ${absent}; of ${count(possible, 'possible session')} that is ${rate(absent, possible || 1)}.`
  return {
    what: `Half-day sessions missed this academic year up to ${plainDay(evaluatesOn)}, of those the child could attend.`,
    sum,
    notCounted: `Sessions the child was not required to attend${missing > 0 ? `, and ${count(missing, 'session')} without a mark` : ''}.`,
    ...(source && { source: { title: source.sourceTitle, url: source.url ?? '' } }),
  }
}
