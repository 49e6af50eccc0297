import { ChangedReportError } from '../../reporting/frozen.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../http/refusal.ts'

function refused(deps: Pick<Deps, 'log'>, error: unknown): unknown {
  if (!(error instanceof ChangedReportError)) return error
  deps.log.error({ event: 'report.changed', reportId: error.reportId })
  return new Refusal(409, {
    code: 'report-changed',
    message:
      'What is stored of a report is no longer what was approved, so it is not shown. Tell whoever looks after this server.',
  })
}

/**
 * Runs work that reads frozen reports: one that is no longer what was approved is refused in a sentence, and the log
 * says which one without what is in it.
 */
export function whole<T>(deps: Pick<Deps, 'log'>, work: () => T): T {
  const fail = (error: unknown): never => {
    throw refused(deps, error)
  }
  try {
    const done = work()
    return done instanceof Promise ? (done.catch(fail) as T) : done
  } catch (error) {
    return fail(error)
  }
}
