import type { IsoDate } from '../calendar/iso-date.ts'
import type { SchoolCalendar } from '../calendar/school-calendar.ts'
import type { SuspensionStory } from './cast.ts'
import { oneOf } from './random.ts'
import type { Told } from './told.ts'

const at = (day: IsoDate, time: string) => `${day}T${time}`

export function suspensionRow(told: Told, story: SuspensionStory, on: IsoDate, calendar: SchoolCalendar) {
  const today = calendar.schoolDays.indexOf(calendar.schoolDayOnOrBefore(on)!)
  const startedOn = calendar.schoolDays[today - story.back]
  const decidedOn = calendar.schoolDays[today - story.back - 1]
  if (!startedOn || !decidedOn) return null
  const statuses = told.statuses
    .filter((s) => s.startedOn <= decidedOn && (s.endedOn === null || s.endedOn >= decidedOn))
    .map((s) => s.status)
  const lookedAfter = statuses.includes('cla')
  const socialWorker = lookedAfter || statuses.includes('cin-plan') || statuses.includes('cp-plan')
  const lunchtime = story.kind === 'lunchtime'
  const { telling } = story
  return {
    startedOn,
    halfDays: story.halfDays,
    lunchtime,
    cells: [
      told.upn,
      story.kind ?? 'suspension',
      startedOn,
      lunchtime ? '' : 'AM',
      story.halfDays / 2,
      oneOf(['DB', 'PP', 'VA', 'DB;DM'], `reason ${told.upn} ${story.back}`),
      !lookedAfter || telling === 'virtual-school-never'
        ? ''
        : at(decidedOn, telling === 'virtual-school-after' ? '15:40' : '11:20'),
      !socialWorker || telling === 'social-worker-never' ? '' : at(decidedOn, '11:35'),
      at(decidedOn, '14:10'),
      at(decidedOn, '14:30'),
      telling === 'late' ? '' : at(decidedOn, '15:05'),
      !socialWorker || telling === 'late' ? '' : at(decidedOn, '15:15'),
      !lookedAfter ? '' : at(decidedOn, '15:45'),
    ] as const,
  }
}

export type Suspended = NonNullable<ReturnType<typeof suspensionRow>>
