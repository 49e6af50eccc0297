import { figureWords, terms } from '../figures.ts'

/** What governors ask first, in order: an id, or all ids that begin so. By-group details come after all of them. */
const first = [
  'numbers.now.looked-after',
  'numbers.now.all',
  'attendance.counted.looked-after',
  'attendance.persistent.looked-after',
  'suspension.children.all',
  'suspension.times.all',
  'suspension.children.looked-after',
  'pep.closed.due',
  'pep.closed.missing',
  'pep.closed',
  'suspension.permanent',
  'suspension.sent-home',
  'numbers.before.looked-after',
  'numbers.before.all',
  'attendance.counted.all',
  'attendance.persistent.all',
  'suspension.times.looked-after',
  'suspension.decided',
  'suspension.asked',
  'numbers.year.all',
  'numbers.year.looked-after',
  'pep.year',
  ...terms.map((term) => `pep.${term}`),
  'pep.last-year',
  'pep.held',
  'pep.quality',
  'pep.attended',
  'pep.views',
  'suspension.stayed',
  'numbers.joined',
  'numbers.left',
  'numbers.care-long',
  'numbers.care-short',
  'numbers.own-authority',
  'numbers.other-authority',
  'need',
  'attainment',
  'alert',
  'suspension.cancelled',
  'suspension.off-site',
  'suspension.managed-move',
  'suspension.part-time',
  'suspension.repeat.all',
  'attendance.severe.all',
  'numbers.now',
  'numbers.before',
  'numbers.year',
  'attendance.counted',
  'attendance.persistent',
  'suspension.children',
  'suspension.times',
  'suspension.repeat',
  'attendance.severe',
  'numbers.stage',
]

/** Every id in the order in which it matters; one that is named nowhere comes last, as the figures list it. */
const places = new Map(
  [...figureWords.keys()].map((id, listed) => {
    const place = first.findIndex((begin) => id === begin || id.startsWith(`${begin}.`))
    const own = first.indexOf(id)
    const found = own >= 0 ? own : place >= 0 ? place : first.length
    return [id, found * 1000 + listed] as const
  }),
)

/** Order by importance: what comes first is shown exactly before what comes later. */
export const byImportance = (a: { readonly id: string }, b: { readonly id: string }): number =>
  (places.get(a.id) ?? Infinity) - (places.get(b.id) ?? Infinity)
