import {
  actDay,
  count,
  countInWords,
  dayWithYear,
  figure,
  NO_BREAK,
  plainDay,
  sentence,
} from '../../format.ts'
import { dayNumber, type Day } from '../../days.ts'
import type { Acts, Asked, Chain, Line, Person } from './asks.ts'

const isPerson = ({ role }: Pick<Person, 'role'>) => role !== null
const people = (list: readonly Pick<Person, 'key' | 'role'>[]) =>
  new Set(list.filter(isPerson).map(({ key }) => key)).size

/** `since September`, `since 6 March`, `so far`: from when on is counted. */
export function sinceWords(since: Day, on: Day): string {
  if (since < '2010') return 'so far'
  const days = dayNumber(on) - dayNumber(since)
  if (since.endsWith('-09-01') && days < 366) return 'since September'
  return `since ${dayWithYear(since, on)}`
}

/** `Seven people have seen Asha Example’s record since September.` */
export function whoSentence(asked: Pick<Asked, 'people' | 'since' | 'on'>): {
  before: string
  after: string
} {
  const saw = people(asked.people.filter(({ depth }) => depth !== 'log'))
  const who =
    saw === 0
      ? 'Nobody has'
      : saw === 1
        ? 'One person has'
        : `${sentence(countInWords(saw, 'person', 'people'))} have`
  return { before: `${who} seen `, after: `’s record ${sinceWords(asked.since, asked.on)}.` }
}

/** How deep they looked, and that this look is kept too. */
export function whoLead({ people: all }: Pick<Asked, 'people'>): string {
  const deep = people(all.filter(({ depth }) => depth === 'page' || depth === 'change'))
  const lists = people(all.filter(({ depth }) => depth === 'list'))
  const parts = [
    ...(deep > 0 ? [`${countInWords(deep, 'person', 'people')} opened the page or the records`] : []),
    ...(lists > 0 ? [`${countInWords(lists, 'person', 'people')} saw only lists with other children`] : []),
  ]
  const how = parts.length > 0 ? `${sentence(parts.join('; '))}. ` : ''
  return `${how}That you asked is on record too.`
}

const lookedAtChildren = ({ children, what }: Line) =>
  children !== null && children > 0 && what !== 'asked who had looked' && what !== 'read this record'

/** What the list of acts says before a child is chosen. */
export function actsSentence({
  read,
  lines,
  on,
  next,
}: Pick<Acts, 'read' | 'lines' | 'on' | 'next'>): string {
  if (read === 'own') {
    const own = lines.filter(lookedAtChildren)
    const first = own.at(-1)?.on
    if (first === undefined) return 'You have not opened a child’s record yet.'
    const times = own.reduce((sum, line) => sum + line.times, 0)
    return `You have looked at children’s records ${count(times, 'time')} since ${actDay(first)}.`
  }
  const today = lines.filter((line) => line.on === on)
  const many = next !== null && today.length === lines.length ? 'At least ' : ''
  const said = (number: number, one: string, several: string, none: string) => {
    if (number === 0) return none
    const who = number === 1 ? 'one person has' : `${countInWords(number, 'person', 'people')} have`
    return sentence(`${many.toLowerCase()}${who} ${number === 1 ? one : several} today.`)
  }
  const persons = (list: readonly Line[]) =>
    new Set(list.filter(({ role }) => role !== null).map(({ name }) => name)).size
  if (read === 'technical') {
    const signedIn = persons(today.filter(({ what }) => what === 'signed in'))
    return said(signedIn, 'signed in', 'signed in', 'Nobody has signed in today.')
  }
  const looked = persons(today.filter(lookedAtChildren))
  const opened = 'looked at children’s records'
  return said(looked, opened, opened, 'Nobody has looked at a child’s record today.')
}

export const READ_WORDS: Readonly<Record<Acts['read'], string>> = {
  school: 'Every look at a child of your school and every change, latest first.',
  all: 'Every look and every change in this installation, latest first. No child is named to you.',
  technical:
    'Signing in, roles given and taken, and what was refused. What people see of children is not told here.',
  own: 'What you did yourself. Those who answer for the children can read it too.',
  staff:
    'What you did yourself, and the looks of your authority’s own staff at the children whom it looks after.',
}

const REFUSED: Readonly<Record<string, string>> = {
  'not-allowed': 'the role does not open it',
  'not-found': 'not there, or not one of their children',
  confirm: 'asked to show the second factor again',
  'second-factor': 'the second factor was missing',
  'sign-in': 'not signed in',
}

/** Why, behind a line; undefined where nothing is told. */
export const reasonWords = ({ what, reason }: Pick<Line, 'what' | 'reason'>): string | undefined =>
  reason === null ? undefined : what === 'was refused' ? (REFUSED[reason] ?? reason) : `“${reason}”`

/** `09:30`, `08:10 to 15:42`. */
export const timesWords = ({ from, to }: Pick<Line, 'from' | 'to'>): string =>
  from === to ? to : `${from} to ${to}`

/** `today`, `yesterday`, `Fri 6 March`, `Fri 6 March 2025` from another school year. */
export function dayWords(day: Day, on: Day): string {
  const back = dayNumber(on) - dayNumber(day)
  if (back === 0) return 'today'
  if (back === 1) return 'yesterday'
  return dayWithYear(day, on) === plainDay(day) ? actDay(day) : `${actDay(day)}${NO_BREAK}${day.slice(0, 4)}`
}

/** How the record itself stands: a sentence, and how much of it could still be changed unseen. */
export function chainWords({ events, broken, sealed, sinceSealed, checked }: Chain): {
  isWhole: boolean
  said: string
  more: string
} {
  if (broken !== null) return { isWhole: false, said: 'This record has been changed.', more: broken }
  const when = sealed && `last sealed ${dayWords(sealed.on, checked.on)} ${sealed.time}`
  const said = `Nothing has been changed: ${count(events, 'event')}${when ? `, ${when}` : ', not sealed yet'}.`
  const open =
    sealed === null
      ? 'It is sealed once a day and with each backup.'
      : sinceSealed === 0
        ? 'Nothing has been added since.'
        : `${figure(sinceSealed)} since then: until the next seal, whoever holds the database itself could still rewrite ${sinceSealed === 1 ? 'it' : 'them'}.`
  return {
    isWhole: true,
    said,
    more: `${open} Gone through ${dayWords(checked.on, checked.on)} ${checked.time}.`,
  }
}
