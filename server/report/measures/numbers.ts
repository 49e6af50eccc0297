import { addYears, type IsoDate } from '../../calendar/iso-date.ts'
import type { ReportFacts } from '../../facts/report-facts.ts'
import { reportGroups } from '../figures.ts'
import { longDay } from '../words/days.ts'
import { Counting, sumOf, type Part } from './counting.ts'
import { childrenHere, childrenOf, countedOn, groupAtom, oneGroups, type CountedChild } from './who.ts'

const stages = ['early', 'ks1', 'ks2', 'ks3', 'ks4', 'post16'] as const
type Stage = (typeof stages)[number]

/** The key stage of a year group; nursery and reception are early years. */
function stageOf(yearGroup: string): Stage {
  const year = Number(yearGroup)
  if (!(year >= 1)) return 'early'
  if (year <= 2) return 'ks1'
  if (year <= 6) return 'ks2'
  if (year <= 9) return 'ks3'
  return year <= 11 ? 'ks4' : 'post16'
}

const early: readonly Stage[] = ['early', 'ks1', 'ks2']
const late: readonly Stage[] = ['ks3', 'ks4', 'post16']

/** Whether a school of the phase has these years at all. */
function hasStage(phase: ReportFacts['school']['phase'], stage: Stage): boolean {
  if (phase === 'nursery') return stage === 'early'
  if (phase === 'primary') return early.includes(stage)
  return phase !== 'secondary' || late.includes(stage)
}

/** Of a looked-after child: in care without a break since at least a year before the day. */
const isLong = ({ facts }: CountedChild, on: IsoDate): boolean =>
  (facts.care?.spells ?? []).some(
    ({ startedOn, endedOn }) => startedOn <= addYears(on, -1) && (endedOn === null || endedOn >= on),
  )

function authorityOf({ facts }: CountedChild, own: string): 'own' | 'other' | 'unsaid' {
  const authority = facts.care?.authorityNow ?? null
  if (authority === null) return 'unsaid'
  return authority.code === own ? 'own' : 'other'
}

/** 1 Numbers: how many children, of which groups, who came and went; last year's beside. */
export function countNumbers(facts: ReportFacts, children: readonly CountedChild[]): Part {
  const part = new Counting()
  part.declare(...oneGroups.map(groupAtom))
  part.declare(...oneGroups.flatMap((group) => [`place:${group}:here`, `place:${group}:left`]))
  part.declare('joined:yes', 'joined:no', 'care:long', 'care:short')
  part.declare('authority:own', 'authority:other', 'authority:unsaid')
  part.declare(...stages.map((stage) => `stage:${stage}`))
  for (const child of children) {
    const { id, group, isHere, joined } = child
    part.add(groupAtom(group), id)
    part.add(`place:${group}:${isHere ? 'here' : 'left'}`, id)
    part.add(`joined:${joined ? 'yes' : 'no'}`, id)
    if (!isHere) continue
    part.add(`stage:${stageOf(child.facts.identity.yearGroup)}`, id)
    if (group !== 'looked-after') continue
    part.add(`care:${isLong(child, facts.on) ? 'long' : 'short'}`, id)
    part.add(`authority:${authorityOf(child, facts.school.authorityCode)}`, id)
  }
  for (const group of oneGroups)
    part.adds(sumOf(`place:${group}:here`, `place:${group}:left`), sumOf(groupAtom(group)))
  part.adds(sumOf('joined:yes', 'joined:no'), childrenOf('all'))
  part.adds(sumOf(...stages.map((stage) => `stage:${stage}`)), childrenHere('all'))
  part.adds(sumOf('care:long', 'care:short'), childrenHere('looked-after'))
  part.adds(sumOf('authority:own', 'authority:other', 'authority:unsaid'), childrenHere('looked-after'))

  for (const group of reportGroups) {
    const isAll = group === 'all'
    part.figure(`numbers.now.${group}`, childrenHere(group), {
      within: isAll ? 'numbers.year.all' : 'numbers.now.all',
    })
    part.figure(`numbers.year.${group}`, childrenOf(group), {
      within: isAll ? null : 'numbers.year.all',
      neverFalls: isAll,
    })
  }
  const ofYear = { within: 'numbers.year.all', neverFalls: true }
  part.figure('numbers.joined', sumOf('joined:yes'), ofYear)
  part.figure('numbers.left', sumOf(...oneGroups.map((group) => `place:${group}:left`)), ofYear)
  const lookedAfter = { within: 'numbers.now.looked-after' }
  part.figure('numbers.care-long', sumOf('care:long'), lookedAfter)
  part.figure('numbers.care-short', sumOf('care:short'), lookedAfter)
  part.figure('numbers.own-authority', sumOf('authority:own'), lookedAfter)
  part.figure('numbers.other-authority', sumOf('authority:other'), lookedAfter)
  for (const stage of stages) {
    if (hasStage(facts.school.phase, stage))
      part.figure(`numbers.stage.${stage}`, sumOf(`stage:${stage}`), { within: 'numbers.now.all' })
    else part.isUnknown('The school has no such years.', `numbers.stage.${stage}`)
  }
  countYearBefore(part, facts)
  return part
}

/** The same a year earlier, from the same histories. */
function countYearBefore(part: Counting, { children, on, calendar }: ReportFacts): void {
  const then = addYears(on, -1)
  if (!calendar.knowsDay(then)) {
    part.isUnknown(`The school’s terms here do not reach back to ${longDay(then)}.`, 'numbers.before')
    return
  }
  part.declare(...oneGroups.map((group) => `before:${group}`))
  for (const facts of children) {
    const child = countedOn(facts, then)
    if (child?.isHere) part.add(`before:${child.group}`, child.id)
  }
  for (const group of reportGroups) {
    const atoms = (group === 'all' ? oneGroups : [group]).map((each) => `before:${each}`)
    part.figure(`numbers.before.${group}`, sumOf(...atoms), {
      within: group === 'all' ? null : 'numbers.before.all',
      besides: `numbers.now.${group}`,
    })
  }
}
