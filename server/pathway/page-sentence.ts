import { capital } from '../engine/words.ts'
import type { Cohorts } from '../law/cohorts.ts'
import { yearGroupWords } from './message.ts'
import type { AskedRole, ConsiderationView, ContactStep } from './shapes.ts'

export interface Sentence {
  readonly title: string
  readonly lead: string
}

export interface SentenceOf {
  /** How the child is called, such as `Chidi`. */
  readonly calledName: string
  /** As the page shows it, such as `Chidi Taylor`. */
  readonly fullName: string
  readonly yearGroup: string
  readonly cohorts: Cohorts | null
  /** Name of the authority that looks after the child or holds the plan. */
  readonly authorityName: string | null
  readonly contacts: readonly ContactStep[]
  readonly considering: Pick<ConsiderationView, 'state' | 'kind'> | null
  /** Whether who reads it is the one who decides. */
  readonly mayDecide: boolean
}

/** What is known of the child's care, as the end of `Chidi Taylor, Year 9, …`. */
function careWords(cohorts: Cohorts | null, authorityName: string | null): string {
  if (cohorts === null)
    return 'has no care status on record: if there is a social worker, ring the social worker first'
  if (cohorts.cla)
    return authorityName === null
      ? 'is looked after; by which authority is not recorded'
      : `is looked after by ${authorityName}`
  if (cohorts.cin || cohorts.cp) return 'has a social worker'
  if (cohorts.previouslyCla) return 'was looked after before'
  if (cohorts.kinship) return 'lives in kinship care'
  if (cohorts.ever6) return 'had a social worker in the last six years'
  return 'has no social worker on record'
}

/** Those who are asked in one role, in words that fit one or several. */
interface Asked {
  readonly role: AskedRole
  readonly name: string
  readonly isMany: boolean
  readonly isDone: boolean
  readonly steps: readonly ContactStep[]
}

const isAtHome = (role: AskedRole): boolean => role === 'parent' || role === 'carer'

function askedOf(steps: readonly ContactStep[], role: AskedRole, authorityName: string | null): Asked {
  const ofRole = steps.filter((step) => step.role === role)
  const isOne = ofRole.length === 1 && ofRole[0]?.name !== null
  const isMany = isAtHome(role) && !isOne
  const names: Readonly<Record<AskedRole, string>> = {
    'virtual-school': authorityName ?? 'the Virtual School',
    'social-worker': 'the social worker',
    'safeguarding-lead': 'the safeguarding lead',
    carer: isMany ? 'the carers' : 'the carer',
    parent: isMany ? 'the parents' : 'the parent',
  }
  return { role, name: names[role], isMany, isDone: ofRole.some(({ isDone }) => isDone), steps: ofRole }
}

const toAsk = ({ role, name }: Asked): string => `${isAtHome(role) ? 'speak to' : 'ring'} ${name}`

/** `Barnet has been rung.`, by how the newest contact that counts was made. */
function hasBeenAsked({ role, name, isMany, steps }: Asked): string {
  const counted = steps[0]?.attempts.find(({ outcome }) => outcome !== 'no-answer')
  const verb = isMany ? 'have' : 'has'
  const how = counted?.how ?? 'phone'
  if (counted?.outcome === 'message-left') return `${capital(name)} ${verb} been left a message.`
  if (how === 'meeting' || (how === 'phone' && isAtHome(role)))
    return `${capital(name)} ${verb} been spoken to.`
  return `${capital(name)} ${verb} been ${how === 'phone' ? 'rung' : 'told'}.`
}

/**
 * The sentence of the page and the one below it: the next act, then who the child is. It reads well before a
 * call, between two, after them, after a decision, and where there is nobody to ring; without gendered words.
 */
export function pageSentence(of: SentenceOf): Sentence {
  const { calledName, fullName, yearGroup, cohorts, authorityName, contacts, considering } = of
  const who = `${fullName}, ${yearGroupWords(yearGroup)}, ${careWords(cohorts, authorityName)}.`
  if (considering?.state === 'not-suspended')
    return { title: `${calledName} stays in school.`, lead: `${who} What happens instead is on record.` }
  if (considering?.state === 'suspended') {
    const [is, noun] =
      considering.kind === 'permanent' ? ['permanently excluded', 'exclusion'] : ['suspended', 'suspension']
    return {
      title: `${calledName} is ${is}.`,
      lead: `${who} What is to be done now, and by when, stands with the ${noun}.`,
    }
  }

  const undecided = 'Nothing is decided yet.'
  const first = contacts[0]
  if (first === undefined)
    return {
      title: `There is nobody to ring before you suspend ${calledName}.`,
      lead: `${who} Everybody on record is marked as not to be contacted. ${undecided}`,
    }
  const roles = [
    ...new Set(contacts.filter((step) => step.isNeeded || step === first).map(({ role }) => role)),
  ]
  const asked = roles.map((role) => askedOf(contacts, role, authorityName))
  const done = asked.find(({ isDone }) => isDone)
  const open = asked.find(({ isDone }) => !isDone)
  if (done === undefined && open !== undefined)
    return {
      title: `Before you suspend ${calledName}, ${toAsk(open)}.`,
      lead: `${who} ${isAtHome(open.role) ? 'A talk' : 'A call'} now can find another way; nothing is decided yet.`,
    }
  const after = done === undefined ? '' : hasBeenAsked(done)
  // Agreed to, and not asked yet: the one call that is left can still be made.
  const adviser = contacts.find(
    ({ agreement, agreed, isDone }) => agreement === 'needed' && agreed && !isDone,
  )
  if (open === undefined && adviser)
    return { title: `${after} Now ${adviser.title} can advise.`, lead: `${who} ${undecided}` }
  const next = of.mayDecide ? 'Decide what happens next.' : 'The headteacher decides what happens next.'
  return open === undefined
    ? { title: `${after} ${next}`, lead: `${who} ${undecided}` }
    : { title: `${after} Now ${toAsk(open)}.`, lead: `${who} ${undecided}` }
}
