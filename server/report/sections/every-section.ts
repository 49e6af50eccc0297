import { actions } from './actions.ts'
import { attainment } from './attainment.ts'
import { attendance } from './attendance.ts'
import { designatedTeacher } from './designated-teacher.ts'
import { educationPlans } from './education-plans.ts'
import { money } from './money.ts'
import { needs } from './needs.ts'
import { numbers } from './numbers.ts'
import { developmentPlan, policies, strengths, wellbeing } from './persons-words.ts'
import { suspension } from './suspension.ts'
import { training } from './training.ts'
import { workingTogether } from './working-together.ts'
import type { WriteSection } from './writing.ts'

/** A head of the report as governors have it. */
export interface Head {
  readonly number: number
  readonly name: string
  readonly write: WriteSection
  /** Whether the front page of a term has it. */
  readonly isTermly?: true
  /** Whether it tells of the school and not of children, so that it stands where these are too few. */
  readonly isOfSchool?: true
}

/** The fifteen heads, in their order. */
export const heads: readonly Head[] = [
  { number: 1, name: 'Numbers', write: numbers, isTermly: true },
  { number: 2, name: 'The designated teacher', write: designatedTeacher, isOfSchool: true },
  { number: 3, name: 'Training', write: training, isOfSchool: true },
  { number: 4, name: 'Education plans', write: educationPlans, isTermly: true },
  { number: 5, name: 'Attainment and progress', write: attainment },
  { number: 6, name: 'Attendance', write: attendance, isTermly: true },
  { number: 7, name: 'Suspension and exclusion', write: suspension, isTermly: true },
  { number: 8, name: 'Special educational needs', write: needs },
  { number: 9, name: 'Strengths and talents', write: strengths },
  { number: 10, name: 'Wellbeing', write: wellbeing },
  { number: 11, name: 'Money', write: money },
  { number: 12, name: 'Policies and voice', write: policies, isOfSchool: true },
  { number: 13, name: 'Working together', write: workingTogether },
  { number: 14, name: 'Development plan', write: developmentPlan, isOfSchool: true },
  { number: 15, name: 'Actions', write: actions, isTermly: true, isOfSchool: true },
]
