import type { Context } from 'hono'
import type { FieldProblem } from '../../records/kind.ts'

/** The body of every answer that is not what was asked for, as `application/problem+json`. */
export interface Problem {
  /** A word for programs, such as `not-found`. */
  code: string
  /** A sentence for people. */
  message: string
  field?: string
  line?: number
  column?: number
  /** Every field that has to be put right. */
  problems?: readonly FieldProblem[]
  /** What is stored now, when somebody else changed it first. */
  current?: unknown
}

export type RefusalStatus =
  400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 414 | 415 | 421 | 422 | 428 | 429 | 500 | 503

/** An expected refusal on its way to the caller: thrown by routes, so that their answers keep one type. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: RefusalStatus
  readonly problem: Problem
  readonly headers: Readonly<Record<string, string>>

  constructor(status: RefusalStatus, problem: Problem, headers: Readonly<Record<string, string>> = {}) {
    super(problem.code)
    this.status = status
    this.problem = problem
    this.headers = headers
  }
}

/** A child, record or address that does not exist or may not be seen: one and the same answer. */
export const notFound = () => new Refusal(404, { code: 'not-found', message: 'There is nothing here.' })

/** An address that exists, asked in a way it does not take. */
export const wrongMethod = (allowed: readonly string[]) =>
  new Refusal(
    405,
    { code: 'wrong-method', message: 'This address does not take that method.' },
    { Allow: allowed.join(', ') },
  )

/** Fields that cannot be stored as they are; the first is named for callers that show one. */
export function badFields(problems: readonly FieldProblem[]): Refusal {
  const first = problems[0] ?? { field: '', message: 'Something in this cannot be stored.' }
  return new Refusal(422, { code: 'bad-fields', message: first.message, field: first.field, problems })
}

/** A refusal as it goes out, in the form of RFC 9457. */
export const problemResponse = (c: Context, { status, problem, headers }: Refusal): Response =>
  c.body(JSON.stringify(problem), status, { ...headers, 'Content-Type': 'application/problem+json' })
