import { addDays, type IsoDate } from '../calendar/iso-date.ts'
import type {
  CareFacts,
  IdentityFacts,
  InterventionFact,
  OffSiteDirectionFact,
  SuspensionFacts,
} from '../facts/child-facts.ts'
import { cohortsOn } from '../law/cohorts.ts'
import { isCompulsorySchoolAge } from '../law/compulsory-school-age.ts'
import type { Evidence } from './finding.ts'
import type { RuleContext } from './rule.ts'
import { stillFollowed } from './still-followed.ts'
import {
  aboutSuspension,
  decisionDay,
  decisionWords,
  isUndone,
  suspensionEvidence,
  suspensionName,
  suspensionsHere,
} from './suspension-duty.ts'
import { capital, dateWords, dayWords } from './words.ts'

/** What an interim review of a looked-after child's plan is considered for. */
export interface PepChange {
  readonly about: string
  /** `Off-site direction from Tue 15 September`. */
  readonly what: string
  /** `suspension of 15 September`, and what a plan held because of it was `after` or `for`. */
  readonly name: { readonly of: string; readonly when: string }
  readonly day: IsoDate
  /** A plan held from this day on has it in view. */
  readonly since: IsoDate
  readonly evidence: readonly Evidence[]
  readonly prefill: Readonly<Record<string, string>>
}

interface Facts {
  readonly identity: IdentityFacts
  readonly care: CareFacts
  readonly suspension: SuspensionFacts
  readonly intervention: readonly InterventionFact[]
  readonly offSiteDirection: readonly OffSiteDirectionFact[] | null
}

/** Looked after before and on the day of admission, and of an age at which a child comes from another school. */
const cameInCare = ({ admittedOn, dateOfBirth }: IdentityFacts, { episodes }: CareFacts): boolean =>
  isCompulsorySchoolAge(dateOfBirth, admittedOn) &&
  cohortsOn(episodes, addDays(admittedOn, -1)).cla &&
  cohortsOn(episodes, admittedOn).cla

/**
 * The latest suspension here, each move to alternative provision or off site, and the change to this school, of a
 * child who was looked after then; from a day on. A plan held up to `daysBefore` a move counts for it.
 */
export function pepChanges(
  { identity, care, suspension, intervention, offSiteDirection }: Facts,
  context: Pick<RuleContext<unknown>, 'on' | 'year' | 'calendar'>,
  { from, daysBefore }: { readonly from: IsoDate; readonly daysBefore: number },
): readonly PepChange[] {
  const { on } = context
  const latest = suspensionsHere(suspension, context).findLast(
    (each) => each.groupsThen.cla && !isUndone(each) && decisionDay(each) >= from,
  )
  const moves = [
    ...(offSiteDirection ?? []).map(({ id, startsOn }) => ({
      kind: 'off-site-direction',
      words: 'off-site direction',
      id,
      day: startsOn,
    })),
    ...intervention
      .filter(({ what }) => what === 'alternative-provision')
      .map(({ id, startedOn }) => ({
        kind: 'intervention',
        words: 'alternative provision',
        id,
        day: startedOn,
      })),
  ].filter(
    ({ day }) =>
      day >= from &&
      (day > on || stillFollowed(day, context)) &&
      cohortsOn(care.episodes, day < on ? day : on).cla,
  )
  const came = cameInCare(identity, care) && identity.admittedOn >= from ? identity.admittedOn : null
  return [
    ...(came === null || !stillFollowed(came, context)
      ? []
      : [
          {
            about: `admission:${came}`,
            what: `Came to this school on ${dayWords(came, on)}`,
            name: { of: `change of school of ${dateWords(came, on)}`, when: 'for the change of school' },
            day: came,
            since: addDays(came, -daysBefore),
            evidence: [{ label: 'Admitted', value: dayWords(came, on), on: came }],
            prefill: {},
          },
        ]),
    ...(latest === undefined
      ? []
      : [
          {
            about: aboutSuspension(latest),
            what: decisionWords(latest, on),
            name: { of: suspensionName(latest, on), when: 'after the suspension' },
            day: decisionDay(latest),
            since: decisionDay(latest),
            evidence: [
              suspensionEvidence(latest, on),
              { label: 'Decision', value: decisionWords(latest, on), on: decisionDay(latest) },
            ],
            prefill: { suspensionId: latest.id },
          },
        ]),
    ...moves.map(({ kind, words, id, day }) => ({
      about: `${kind}:${id}`,
      what: `${capital(words)} from ${dayWords(day, on)}`,
      name: { of: `${words} of ${dateWords(day, on)}`, when: `for the ${words}` },
      day,
      since: addDays(day, -daysBefore),
      evidence: [{ label: 'Begins', value: dayWords(day, on), on: day, record: { kind, id } }],
      prefill: {},
    })),
  ]
}
