import type { AttendanceFacts } from '../../facts/child-facts.ts'
import type { ReportFacts } from '../../facts/report-facts.ts'
import { isPersistent, isSevere } from '../../law/attendance.ts'
import { reportGroups } from '../figures.ts'
import { Counting, sumOf, type Part } from './counting.ts'
import { rateTells } from './rate-tells.ts'
import { groupAtom, oneGroups, type CountedChild, type OneGroup } from './who.ts'

/** A rate of fewer children says more of one of them than of all. */
const FEWEST = 10

const levels = ['none', 'under', 'persistent', 'severe'] as const

const absent = ({ authorised, unauthorised }: AttendanceFacts): number => authorised + unauthorised

function levelOf(register: AttendanceFacts | null): (typeof levels)[number] {
  if (register === null || register.possible === 0) return 'none'
  const [missed, possible] = [absent(register), register.possible]
  if (isSevere(missed, possible)) return 'severe'
  return isPersistent(missed, possible) ? 'persistent' : 'under'
}

const atoms = (groups: readonly OneGroup[], ...wanted: readonly (typeof levels)[number][]) =>
  sumOf(...groups.flatMap((group) => wanted.map((level) => `attendance:${group}:${level}`)))

interface Registered {
  readonly id: string
  readonly register: AttendanceFacts | null
}

/** Sessions missed in whole percent of sessions possible, half up from the exact fraction; 0 of none. */
function rateOf(registers: readonly Registered[]) {
  const by = new Map<string, number>()
  let [missed, possible] = [0, 0]
  for (const { id, register } of registers) {
    if (register === null || register.possible === 0) continue
    by.set(id, register.possible)
    missed += absent(register)
    possible += register.possible
  }
  return { by, value: possible === 0 ? 0 : Math.floor((200 * missed + possible) / (2 * possible)) }
}

/** 6 Attendance by group, from the registers up to the day; of leavers, up to the last day on roll. */
export function countAttendance(facts: ReportFacts, children: readonly CountedChild[]): Part {
  const part = new Counting()
  const everyone = facts.children.map(({ identity, attendance }) => ({
    id: identity.childId,
    register: attendance,
  }))
  if (everyone.every(({ register }) => register === null)) {
    part.isUnknown(`No attendance register of ${facts.year} is here.`, 'attendance')
    return part
  }
  part.declare(...oneGroups.flatMap((group) => levels.map((level) => `attendance:${group}:${level}`)))
  for (const { id, group, facts: child } of children)
    part.add(`attendance:${group}:${levelOf(child.attendance)}`, id)
  for (const group of oneGroups) {
    part.adds(atoms([group], ...levels), sumOf(groupAtom(group)))
    // That a child on roll has a register is believed by whoever reads; it is told where it is so.
    const unregistered = atoms([group], 'none')
    if (part.valueOf(unregistered) === 0) part.nothingIn(unregistered)
  }

  for (const group of reportGroups) {
    const groups = group === 'all' ? oneGroups : [group]
    const counted = atoms(groups, 'under', 'persistent', 'severe')
    const persistent = atoms(groups, 'persistent', 'severe')
    const severe = atoms(groups, 'severe')
    const ofCounted = { within: `attendance.counted.${group}`, isHarm: true, zero: 'said' } as const
    part.figure(`attendance.counted.${group}`, counted, { within: `numbers.year.${group}` })
    part.figure(`attendance.persistent.${group}`, persistent, ofCounted)
    part.figure(`attendance.severe.${group}`, severe, ofCounted)
    const registers = children
      .filter((child) => group === 'all' || child.group === group)
      .map(({ id, facts: child }) => ({ id, register: child.attendance }))
    const { by, value } = rateOf(registers)
    part.amount(`attendance.rate.${group}`, {
      value,
      family: 'attendance.rate',
      by,
      children: counted,
      atLeast: FEWEST,
      tells: rateTells(value, counted, persistent, part),
    })
  }
  countEveryone(part, everyone, children)
  return part
}

const otherAtoms = (...wanted: readonly (typeof levels)[number][]) =>
  sumOf(...wanted.map((level) => `registered:other:${level}`))

/** All whose register is here: the others beside the children of the report, and the rate of them together. */
function countEveryone(
  part: Counting,
  everyone: readonly Registered[],
  children: readonly CountedChild[],
): void {
  const own = new Set(children.map(({ id }) => id))
  const registered = otherAtoms('under', 'persistent', 'severe')
  part.declare(...registered.map(({ atom }) => atom))
  for (const { id, register } of everyone) {
    const level = levelOf(register)
    if (!own.has(id) && level !== 'none') part.add(`registered:other:${level}`, id)
  }
  const ofCounted = { within: 'attendance.counted.others', isHarm: true, zero: 'said' } as const
  part.figure('attendance.counted.others', registered)
  part.figure('attendance.persistent.others', otherAtoms('persistent', 'severe'), ofCounted)
  part.figure('attendance.severe.others', otherAtoms('severe'), ofCounted)
  const { by, value } = rateOf(everyone)
  part.amount('attendance.rate.everyone', {
    value,
    family: 'attendance.rate',
    by,
    children: [...atoms(oneGroups, 'under', 'persistent', 'severe'), ...registered],
    atLeast: FEWEST,
  })
}
