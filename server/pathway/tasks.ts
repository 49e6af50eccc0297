import type { LoadedRule } from '../engine/load-rules.ts'
import type { RuleFinding } from '../engine/run-rules.ts'
import type { Task } from './shapes.ts'

/** An alert as far as a task needs it. */
export interface AlertOf {
  readonly id: string
  readonly ruleId: string
  readonly about: string
}

/** What is to be done about one suspension, gravest and soonest first, what is done last. */
export function tasksOf(
  _suspensionId: string,
  _findings: readonly RuleFinding[],
  _rules: ReadonlyMap<string, LoadedRule>,
  _alerts: readonly AlertOf[],
): readonly Task[] {
  throw new Error('Not written yet')
}
