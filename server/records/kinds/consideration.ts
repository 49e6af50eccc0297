import { z } from 'zod'
import {
  choice,
  defineKind,
  optionalChoice,
  optionalDay,
  optionalHalfDays,
  optionalMinute,
  pupilRecord,
  requiredText,
  text,
  yesNo,
} from '../kind.ts'
import { suspensionKindWords } from './suspension.ts'

const stateWords = {
  open: 'Being considered',
  'not-suspended': 'Not suspended',
  suspended: 'Suspended or excluded',
  withdrawn: 'Opened by mistake',
} as const

const lines: Readonly<Record<keyof typeof stateWords, string>> = {
  open: 'Suspending is being considered',
  'not-suspended': 'Suspending was considered: the child stayed in school',
  suspended: 'Suspending was considered, and decided',
  withdrawn: 'Suspending was considered: opened by mistake',
}

export default defineKind({
  kind: 'consideration',
  subject: 'child',
  title: 'Suspending considered',
  plural: 'Suspending considered',
  process: '/before-suspending',
  dataClass: 8,
  naturalDate: 'openedAt',
  fields: z.object({
    openedAt: requiredText({ label: 'Opened' }),
    openedBy: requiredText({ label: 'By' }),
    state: choice(stateWords, { label: 'What came of it' }),
    happenedAt: optionalMinute({ label: 'When it happened' }),
    whatHappened: text({ label: 'What happened', widget: 'textarea' }, 2000),
    whatBefore: text({ label: 'What came just before', widget: 'textarea' }, 2000),
    reasons: z.array(z.string()).max(3).meta({ label: 'Reasons' }),
    kind: optionalChoice(suspensionKindWords, { label: 'What is considered' }),
    startedOn: optionalDay({ label: 'First day' }),
    startSession: optionalChoice({ AM: 'Morning', PM: 'Afternoon' }, { label: 'From' }),
    halfDays: optionalHalfDays({ label: 'How long, in school days' }),
    missesExam: yesNo({ label: 'Would a public examination or National Curriculum test be missed?' }),
    examOn: optionalDay({ label: 'Day of the examination or test' }),
    ringBack: text({ label: 'Whom to ring back' }),
    decidedAt: optionalMinute({ label: 'Decided' }),
    decidedBy: text({ label: 'Decided by' }),
    instead: text({ label: 'What happens instead', widget: 'textarea' }, 2000),
    withoutContact: text({ label: 'Why it was decided before anybody was asked', widget: 'textarea' }, 2000),
    readAt: text({ label: 'First read by the Virtual School' }),
    readBy: text({ label: 'Read by' }),
  }),
  summary: ({ state }) => lines[state as keyof typeof stateWords],
  retention: pupilRecord,
})
