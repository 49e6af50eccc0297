import type { Transaction } from 'kysely'
import { insertAccessReview } from '../../db/queries/access-review.ts'
import type { Database } from '../../db/schema.ts'
import { keep, notAllowed, stale, type Granting, type NotDone } from './granting.ts'
import { extentOf } from './permissions.ts'

/** A term of the school; `year` and `season` together name it, also when it is kept as two half terms. */
export interface ReviewTerm {
  readonly season: string
  readonly year: string
  readonly firstDay: string
  readonly lastDay: string
}

export interface ReviewState {
  /** Such as `spring`. */
  readonly season: string
  readonly year: string
  /** The last day of the term. */
  readonly dueOn: string
  /** `late`: the term is over and nobody has looked. */
  readonly state: 'done' | 'due' | 'late'
}

/** Halves of a term are one. Ascending. */
function wholeTerms(terms: readonly ReviewTerm[]): readonly ReviewTerm[] {
  const whole = new Map<string, ReviewTerm>()
  for (const term of terms) {
    const key = `${term.year} ${term.season}`
    const { firstDay, lastDay } = whole.get(key) ?? term
    whole.set(key, {
      ...term,
      firstDay: firstDay < term.firstDay ? firstDay : term.firstDay,
      lastDay: lastDay > term.lastDay ? lastDay : term.lastDay,
    })
  }
  return [...whole.values()].toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1))
}

/**
 * Whether this term’s review of who has access is done. A term lasts until the next begins: a review in the holidays
 * after it still counts for it. Null when no term has begun that anybody told us of.
 */
export function reviewState(
  terms: readonly ReviewTerm[],
  reviewedOn: readonly string[],
  today: string,
): ReviewState | null {
  const all = wholeTerms(terms)
  const at = all.findLastIndex(({ firstDay }) => firstDay <= today)
  const term = all[at]
  if (!term) return null
  const until = all[at + 1]?.firstDay ?? '9999-12-31'
  const done = reviewedOn.some((day) => day >= term.firstDay && day < until)
  const { season, year, lastDay } = term
  return { season, year, dueOn: lastDay, state: done ? 'done' : today > lastDay ? 'late' : 'due' }
}

/** One account as it stands in a review. */
export interface ReviewedAccount {
  readonly accountId: string
  readonly version: number
  readonly posts: readonly { readonly id: string; readonly version: number }[]
}

const asText = (accounts: readonly ReviewedAccount[]) =>
  JSON.stringify(
    accounts
      .map(({ accountId, version, posts }) => [
        accountId,
        version,
        posts.map((post) => `${post.id} ${post.version}`).toSorted(),
      ])
      .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
  )

/** What is kept of each account in a review. */
export interface Snapshot extends ReviewedAccount {
  readonly lastSignInAt: string | null
}

/**
 * Keeps that a headteacher went through every account and said that it is right. Nothing is kept when one of them
 * changed after it was shown: what was confirmed is what is there.
 */
export async function keepReview(
  trx: Transaction<Database>,
  granting: Granting,
  seen: readonly ReviewedAccount[],
  now: readonly Snapshot[],
): Promise<{ outcome: 'ok'; id: string } | NotDone> {
  const { actor, change } = granting
  if (extentOf(actor.role, 12, 'approve') !== 'school' || actor.schoolId === null)
    return notAllowed('not-allowed', 'The headteacher confirms who has access.')
  if (asText(seen) !== asText(now)) return stale
  const id = crypto.randomUUID()
  await insertAccessReview(trx, {
    id,
    schoolId: actor.schoolId,
    reviewedAt: change.at,
    reviewedBy: actor.accountId,
    accounts: JSON.stringify(
      now.map(({ accountId, posts, lastSignInAt }) => ({
        accountId,
        posts: posts.map((post) => post.id),
        lastSignInAt,
      })),
    ),
  }).execute()
  await keep(trx, granting, {
    action: 'access-review',
    kind: 'access-review',
    recordId: id,
    detail: { accounts: now.length },
  })
  return { outcome: 'ok', id }
}
