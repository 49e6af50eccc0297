import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../../server/calendar/iso-date.ts'
import {
  byUrgency,
  isDone,
  isOpen,
  isToConsider,
  markOf,
  schoolDaysTo,
  whenOfTask,
  type Task,
} from '../../../../web/pages/suspension/tasks.ts'
import { aTask } from '../../../support/build/a-suspensions-page.ts'

const days = ['2026-03-12', '2026-03-13', '2026-03-16', '2026-03-17', '2026-03-18']
const when = (changed: Partial<Task>) => {
  const { big, small } = whenOfTask(aTask(changed), '2026-03-13', days)
  return `${big}|${small}`.replaceAll('\u00a0', ' ')
}
const on = (day: string) => isoDate(day)

describe('a task after a decision', () => {
  it('counts the school days that are left, the weekend not among them', () => {
    expect(when({ status: 'due', dueOn: on('2026-03-16') })).toBe('In 1 school day|by Mon 16 March')
    expect(when({ status: 'due', dueOn: on('2026-03-13') })).toBe('Today|Fri 13 March')
    expect(when({ status: 'due', dueOn: on('2026-05-01') })).toBe('By Fri 1 May|')
    expect(when({ status: 'due', dueOn: null })).toBe('Now|')
  })

  it('done too late is shown late, for good', () => {
    const late = aTask({ status: 'breach', final: true, dueOn: on('2026-03-12') })
    expect(markOf(late)).toBe('late')
    expect(isDone(late)).toBe(true)
    expect(when(late)).toBe('Done late|was due Thu 12 March')
  })

  it('late and still to do counts the days', () => {
    const late = aTask({ status: 'breach', dueOn: on('2026-03-12') })
    expect(markOf(late)).toBe('breach')
    expect(isOpen(late)).toBe(true)
    expect(when(late)).toBe('1 school day late|since Thu 12 March')
    expect(when({ status: 'breach', dueOn: null })).toBe('Late|')
  })

  it('that had to come before the decision can never be mended', () => {
    const never = aTask({ ruleId: 'virtual-school-not-contacted-before', status: 'breach', final: true })
    expect(markOf(never)).toBe('breach')
    expect(when(never)).toBe('Cannot be undone|')
  })

  it('of which nobody told us is not known, never met', () => {
    expect(when({ status: 'no-data' })).toBe('Not known|')
    expect(isDone(aTask({ status: 'no-data' }))).toBe(false)
    expect(isToConsider(aTask({ status: 'watch' }))).toBe(true)
  })

  it('stands by how urgent it is, what is done last, done late before done in time', () => {
    const tasks = [
      aTask({ title: 'met' }),
      aTask({ title: 'done late', status: 'breach', final: true }),
      aTask({ title: 'due later', status: 'due', dueOn: on('2026-03-18') }),
      aTask({ title: 'due soon', status: 'due', dueOn: on('2026-03-16') }),
      aTask({ title: 'not known', status: 'no-data' }),
      aTask({ title: 'late', status: 'breach' }),
    ]
    expect(byUrgency(tasks).map(({ title }) => title)).toEqual([
      'late',
      'due soon',
      'due later',
      'not known',
      'done late',
      'met',
    ])
  })

  it('of one day begins with the people who wait for a word', () => {
    const due = (ruleId: string) => aTask({ ruleId, title: ruleId, status: 'due', dueOn: on('2026-03-16') })
    const tasks = [due('day-one-education-missing'), due('local-authority-not-told'), due('parent-not-told')]
    expect(byUrgency(tasks).map(({ title }) => title)).toEqual([
      'parent-not-told',
      'local-authority-not-told',
      'day-one-education-missing',
    ])
  })

  it('past the known calendar has no count of days', () => {
    expect(schoolDaysTo('2026-03-13', '2026-03-17', days)).toBe(2)
    expect(schoolDaysTo('2026-03-17', '2026-03-12', days)).toBe(-3)
    expect(schoolDaysTo('2026-03-13', '2026-03-19', days)).toBeNull()
    expect(schoolDaysTo('2026-03-13', '2026-03-17', [])).toBeNull()
  })
})
