import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../../server/calendar/iso-date.ts'
import {
  byUrgency,
  isDeed,
  isDone,
  isOpen,
  isToConsider,
  markOf,
  noticesToRecord,
  whenOfTask,
  type Task,
} from '../../../../web/pages/suspension/tasks.ts'
import { aTask } from '../../../support/build/a-suspensions-page.ts'

const when = (changed: Partial<Task>) => {
  const { big, small } = whenOfTask(aTask(changed), '2026-03-13')
  return `${big}|${small}`.replaceAll('\u00a0', ' ')
}
const on = (day: string) => isoDate(day)

describe('a task after a decision', () => {
  it('says how many days are left, where that is known', () => {
    expect(when({ status: 'due', dueOn: on('2026-03-16'), distance: 1 })).toBe(
      'In 1 school day|by Mon 16 March',
    )
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

  it('late and still to do says how late, in the days that its rule counts', () => {
    const late = aTask({ status: 'breach', since: on('2026-03-12'), distance: -2 })
    expect(markOf(late)).toBe('breach')
    expect(isOpen(late)).toBe(true)
    expect(when(late)).toBe('2 school days late|since Thu 12 March')
    expect(when({ ...late, dayKind: 'working', distance: -1 })).toBe('1 working day late|since Thu 12 March')
    expect(when({ ...late, distance: 0 })).toBe('Late|since Thu 12 March')
    expect(when({ status: 'breach' })).toBe('Late|')
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

  it('names each who is still to be told of the suspension once, the parent first', () => {
    const notice = (ruleId: string, withRole: string, rest: Partial<Task> = {}) =>
      aTask({ ruleId, status: 'due', prefill: { withRole, purpose: 'suspension-notice' }, ...rest })
    expect(
      noticesToRecord([
        notice('local-authority-not-told', 'local-authority'),
        notice('local-authority-not-told', 'local-authority'),
        notice('local-authority-not-told', 'home-authority', { status: 'watch' }),
        notice('parent-not-told', 'parent', { status: 'breach' }),
        notice('board-not-told', 'governing-board', { status: 'no-data' }),
        notice('social-worker-not-told', 'social-worker', { status: 'met' }),
        notice('virtual-school-not-told', 'virtual-school', { status: 'breach', final: true }),
        notice('education-notice-late', 'parent', {
          prefill: { withRole: 'parent', purpose: 'education-notice' },
        }),
        notice('suspension-time-unknown', 'parent', { form: 'suspension', prefill: {} }),
      ]),
    ).toEqual(['parent', 'local-authority', 'governing-board'])
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

  it('is a deed, where it is more than being within a limit', () => {
    expect(isDeed(aTask())).toBe(true)
    for (const ruleId of ['suspension-repeated', 'term-total-near-limit', 'year-total-near-limit'])
      expect(isDeed(aTask({ ruleId }))).toBe(false)
  })
})
