import type { ContactTable } from '../../db/tables/contact.ts'
import { localMinute, type IsoDate } from '../calendar/iso-date.ts'
import type { Force } from '../engine/rule.ts'
import type { AuthorityFact } from '../facts/child-facts.ts'
import { type Cohorts, inNoGroup } from '../law/cohorts.ts'
import { agreementOf, withdrawnAt } from './agreement.ts'
import { nobody, reachable, serving, virtualSchoolOf, type Adult, type Reachable } from './people-around.ts'
import type { AskedRole, Attempt, BeforePage, ContactStep } from './shapes.ts'

/** The columns of a contact that asking is read from. */
export type AskingRow = Pick<
  ContactTable,
  'id' | 'withRole' | 'contactedAt' | 'outcome' | 'how' | 'madeBy' | 'note' | 'agreedBy' | 'refusedBy'
>

export interface WhoToAsk {
  /** The child's groups today; null when nobody ever told us of any care status. */
  readonly cohorts: Cohorts | null
  /** The authority that looks after the child today, or holds the plan. */
  readonly authority: AuthorityFact | null
  /** The school's own, whose Virtual School advises on children who were looked after before. */
  readonly schoolAuthority?: AuthorityFact | null
  /** Everybody recorded around the child; those who do not serve on the day are left out. */
  readonly people: readonly Adult[]
  /** What was asked before the decision, in any order. */
  readonly contacts: readonly AskingRow[]
  /** Who holds the role in the school; null when nobody does. */
  readonly safeguardingLead: { readonly name: string; readonly email: string | null } | null
  readonly on: IsoDate
}

const quicker = 'The designated teacher asks, or the headteacher if that is quicker.'
const headteacher = 'The headteacher asks.'
const either = 'The designated teacher or the headteacher asks.'

type Reason = Pick<ContactStep, 'title' | 'why' | 'who' | 'force' | 'isNeeded'>

const reason = (title: string, why: string, who: string, force: Force, isNeeded = false): Reason => ({
  title,
  why,
  who,
  force,
  isNeeded,
})

/** Acts of asking one role, newest first. */
const attemptsOf = (contacts: readonly AskingRow[], role: AskedRole): readonly Attempt[] =>
  contacts
    .filter(({ withRole }) => withRole === role)
    .map(({ id, contactedAt, outcome, how, madeBy, note, agreedBy, refusedBy }) => ({
      contactId: id,
      at: localMinute(contactedAt),
      outcome,
      how,
      madeBy,
      note,
      agreedBy,
      refusedBy,
    }))
    .toSorted((a, b) => (a.at === b.at ? Number(isRefusal(b)) - Number(isRefusal(a)) : a.at < b.at ? 1 : -1))

/** Of one minute what was withdrawn is the last word. */
const isRefusal = ({ refusedBy }: Attempt): boolean => refusedBy !== null

/** A message left counts as asked, and so does a contact of unknown outcome; a call that nobody answered does not. */
const isAsked = ({ outcome }: Attempt): boolean => outcome !== 'no-answer'

/**
 * Whom to ask before a decision, in the order of asking, and who must not be contacted. A looked-after child:
 * the Virtual School of the authority that looks after the child, and the social worker, then the carers
 * (`exclusion-guidance`, `exclusion-guidance-2026`: as soon as a suspension is likely). A child in need or
 * child protection plan: social worker, safeguarding lead, parents (`exclusion-guidance`). Previously looked
 * after: parents, then the Virtual School's advice with their agreement (`promoting-education`). Any other
 * child: those who care for it. All people of a role share what was asked of that role.
 */
export function contactFirst(who: WhoToAsk): {
  readonly contacts: readonly ContactStep[]
  readonly leftOut: BeforePage['leftOut']
} {
  const today = who.people.filter(serving(who.on)).filter(({ role }) => role !== 'clerk')
  const may = today.filter(({ doNotContact }) => doNotContact === 0)
  const cohorts = who.cohorts ?? inNoGroup
  const steps = [...orderOf(cohorts, who, today, may)]
  const agreed = agreementOf(who.contacts)
  const isAdvised = cohorts.previouslyCla && !cohorts.cla
  return {
    contacts: steps.map(({ role, person, because }, index) => {
      const attempts = attemptsOf(who.contacts, role)
      const isAdvice = isAdvised && role === 'virtual-school'
      const isWithheld = isAdvice && agreed === null
      const { personId, authorityCode, name, organisation, phone, email, missing } = isWithheld
        ? { ...person, phone: null, email: null }
        : person
      const { title, why: reason, who: caller, force, isNeeded } = because
      const unagreed = isAdvice
        ? attempts.find((each) => isAsked(each) && agreementOf(who.contacts, each.at) === null)
        : undefined
      const was = unagreed && withdrawnAt(who.contacts, unagreed.at) !== null ? WITHDRAWN : UNAGREED
      const why = unagreed ? `${was} ${reason}` : reason
      return {
        role,
        isFirst: index === 0,
        title,
        personId,
        authorityCode,
        name,
        organisation,
        phone,
        email,
        missing,
        why,
        who: caller,
        force,
        isNeeded,
        agreement: isAdvice ? 'needed' : isAdvised && isFamily(role) ? 'given-here' : null,
        agreed: isAdvice ? agreed : null,
        withdrawnAt: isAdvice ? withdrawnAt(who.contacts) : null,
        attempts,
        isDone: attempts.some(isAsked),
      }
    }),
    leftOut: today
      .filter(({ doNotContact }) => doNotContact === 1)
      .map(({ name, doNotContactReason }) => ({ name, reason: doNotContactReason })),
  }
}

const UNAGREED = 'It was asked before anybody’s agreement was on record.'
const WITHDRAWN = 'It was asked after the agreement was withdrawn.'

const isFamily = (role: AskedRole): boolean => role === 'parent' || role === 'carer'

interface Step {
  readonly role: AskedRole
  readonly person: Reachable
  readonly because: Reason
}

/** The roles in the order of asking, each with its people. */
function* orderOf(
  { cla, cin, cp, previouslyCla, kinship }: Cohorts,
  { authority, schoolAuthority = null, safeguardingLead }: WhoToAsk,
  today: readonly Adult[],
  may: readonly Adult[],
): Generator<Step> {
  const advisers = may.filter(({ role }) => role === 'virtual-school-adviser')
  const of = (role: 'social-worker' | 'carer' | 'parent') =>
    may.filter((person) => person.role === role).map(reachable)
  const isLeftOut = (role: 'social-worker' | 'carer' | 'parent') =>
    today.some((person) => person.role === role)
  const each = (role: AskedRole, people: readonly Reachable[], because: Reason): Step[] =>
    people.map((person) => ({ role, person, because }))

  const socialWorkers = (because: Reason) => {
    const found = of('social-worker')
    const missing = isLeftOut('social-worker')
      ? 'The social worker on record is marked as not to be contacted: add another one'
      : 'No social worker is recorded: add one'
    return each('social-worker', found.length > 0 ? found : [nobody(missing)], because)
  }
  const lead = () =>
    each(
      'safeguarding-lead',
      [
        safeguardingLead === null
          ? nobody('Nobody holds this role at the school: give it to somebody')
          : withName(safeguardingLead),
      ],
      reason(
        'designated safeguarding lead',
        'The safeguarding lead should be asked what a suspension would mean for this child’s safety.',
        headteacher,
        'should',
      ),
    )
  /** Carers first where the child lives with them; nobody is asked for where all are left out. */
  const family = (why: string, caller: string, force: Force, carersFirst = false): Step[] => {
    const carers = each('carer', of('carer'), reason('carer', why, caller, force))
    const parents = each('parent', of('parent'), reason('parent', why, caller, force))
    const found = carersFirst ? [...carers, ...parents] : [...parents, ...carers]
    if (found.length > 0 || isLeftOut('parent') || isLeftOut('carer')) return found
    return each(
      'parent',
      [nobody('No parent or carer is recorded: add one')],
      reason('parent', why, caller, force),
    )
  }

  if (cla) {
    const holder = authority === null ? 'The authority that looks after the child' : authority.name
    const title = authority === null ? 'Virtual School' : `${authority.name} Virtual School`
    const why = `${holder} has the care of this child: its Virtual School should be asked before a decision, to plan support and other ways.`
    yield* each(
      'virtual-school',
      virtualSchoolOf(authority, advisers),
      reason(title, why, quicker, 'should', true),
    )
    yield* socialWorkers(
      reason(
        'social worker',
        'The social worker should hear as early as can be that a suspension is considered.',
        quicker,
        'should',
        true,
      ),
    )
    if (cp) yield* lead()
    const carers = of('carer')
    const because = reason(
      'carer',
      'Carers should hear early, after the Virtual School and the social worker.',
      quicker,
      'should',
    )
    if (carers.length > 0 || !isLeftOut('carer'))
      yield* each('carer', carers.length > 0 ? carers : [nobody('No carer is recorded: add one')], because)
    return
  }
  if (cin || cp) {
    yield* socialWorkers(
      reason(
        'social worker',
        'The social worker should hear as early as can be that a suspension is considered.',
        headteacher,
        'should',
        true,
      ),
    )
    yield* lead()
    yield* family('Parents should hear early that a suspension is considered.', headteacher, 'should')
  } else if (previouslyCla) {
    yield* family(
      'Parents are asked first; if they agree, the Virtual School can advise. Record who agreed.',
      either,
      'advice',
    )
  } else {
    yield* family(
      'Those at home often know what lies behind it, and what helps.',
      headteacher,
      'local',
      kinship,
    )
  }
  if (previouslyCla) {
    const adviser = schoolAuthority ?? authority
    yield* each(
      'virtual-school',
      virtualSchoolOf(adviser, advisers),
      reason(
        adviser === null ? 'Virtual School' : `${adviser.name} Virtual School`,
        'The child was looked after before: the Virtual School advises when the parents agree, and is asked about the child when that is on record.',
        either,
        'advice',
      ),
    )
  }
}

/** Somebody in the building, whom nobody needs to ring. */
const withName = ({ name, email }: { readonly name: string; readonly email: string | null }): Reachable => ({
  personId: null,
  authorityCode: null,
  name,
  organisation: null,
  phone: null,
  email,
  missing: null,
})
