import type { ChildPage } from '../../api.ts'
import type { ChildYear } from '../../charts/child-year-series.ts'
import { sentence, type Status } from '../../format.ts'
import type { Finding } from './finding-view.ts'

type Mark = ChildYear['contacts'][number]

const WORST: readonly Status[] = ['breach', 'due', 'no-data', 'error', 'watch', 'met']

/** Rules about telling or asking somebody about a suspension. */
const isAboutTelling = ({ ruleId, status }: Finding) =>
  /-not-(told|contacted-before)$/.test(ruleId) && status !== 'not-applicable'

/** The day of the decision that it was about. */
const decidedOn = ({ evidence }: Finding) => evidence.find(({ label }) => label === 'Decision')?.on

/** `Virtual School not contacted before` of `Virtual School not contacted before the suspension of 21 January`. */
const short = (title: string) => title.replace(/( of)? the (suspension|permanent exclusion|lunchtime).*$/, '')

/** One mark for each day on which somebody was to be told, with what was not done; a dot for any other contact. */
export function contactMarks({ findings, yearLine, year }: ChildPage): Mark[] {
  const byDay = new Map<string, Finding[]>()
  const [from, to] = [`${year.slice(0, 4)}-09-01`, `${Number(year.slice(0, 4)) + 1}-08-31`]
  for (const finding of findings.flatMap((area) => area.findings).filter(isAboutTelling)) {
    const on = decidedOn(finding)
    if (on !== undefined && on >= from && on <= to) byDay.set(on, [...(byDay.get(on) ?? []), finding])
  }
  const duties = [...byDay].map(([on, said]): Mark => {
    const status = WORST.find((one) => said.some((finding) => finding.status === one)) ?? 'met'
    const words = new Set(said.filter((one) => one.status === status).map(({ title }) => short(title)))
    return { on, status, words: status === 'met' ? 'everybody was told' : [...words].join('; ') }
  })
  const others = yearLine.contacts
    .filter(({ suspensionId }) => suspensionId === null)
    .map(({ on, withRole }): Mark => ({ on, status: null, words: sentence(withRole.replaceAll('-', ' ')) }))
  return [...duties, ...others].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
