import { api, ask, RefusedError, sentenceOf } from '../../api.ts'
import type {
  AskedRole,
  Attempt,
  BeforePage,
  ConsiderationView,
  Consequences,
  ContactStep,
} from '../../api.ts'
import type { DraftCalls } from './draft-keeper.ts'

export interface Considered {
  considering: ConsiderationView
}

/** Who is considered now, and what was decided lately: the first page of the two. */
export interface OpenList {
  open: readonly {
    id: string
    child: BeforePage['child']
    openedAt: string
    openedBy: string
    read: ConsiderationView['read']
  }[]
}

/** How a contact ended, in one tap. */
export type Outcome = NonNullable<Attempt['outcome']>

/** The same with what was said of asking the Virtual School, where that needs somebody’s agreement. */
export interface HowItEnded {
  readonly outcome: Outcome
  readonly agreedBy?: string
  readonly refusedBy?: string
}

const at = (id: string) => encodeURIComponent(id)

export const calls = {
  openList: () => ask<OpenList>('GET', 'considerations'),
  page: (childId: string) => ask<BeforePage>('GET', `children/${at(childId)}/before-suspending`),
  /** The same `key` records the same act once, however often it is sent. The server's clock says when. */
  contact: (
    id: string,
    { withRole, key, outcome, ...said }: { withRole: AskedRole; key: string } & HowItEnded,
  ) =>
    ask<Considered & { contacts: readonly ContactStep[] }>(
      'POST',
      `considerations/${at(id)}/contacts`,
      { withRole, outcome, how: 'phone', note: null, contactedAt: null, ...said },
      undefined,
      key,
    ),
  /** Adds what was advised to the contact that was just recorded. */
  async advised(contactId: string, note: string): Promise<void> {
    const param = { kind: 'contact', id: contactId }
    const { version, fields } = await api.bodyOf(api.client.records[':kind'][':id'].$get({ param }))
    await api.bodyOf(
      api.client.records[':kind'][':id'].$put(
        { param, json: { fields: { ...fields, note } } },
        { headers: { 'If-Match': `"${version}"` } },
      ),
    )
  },
  decide: (
    { id, version }: Pick<ConsiderationView, 'id' | 'version'>,
    decision: {
      decision: 'not-suspended' | 'suspended'
      instead: string | null
      withoutContact: string | null
    },
  ) => ask<Considered>('POST', `considerations/${at(id)}/decide`, decision, version),
  withdraw: ({ id, version }: Pick<ConsiderationView, 'id' | 'version'>, reason: string) =>
    ask<Considered>('POST', `considerations/${at(id)}/withdraw`, { reason }, version),
}

/** What is stored now, when somebody else changed it first. */
export function storedElsewhere(error: unknown): ConsiderationView | undefined {
  if (!(error instanceof RefusedError) || (error.status !== 409 && error.status !== 412)) return undefined
  const current = error.current as ConsiderationView | Considered | null | undefined
  if (current === null || current === undefined) return undefined
  return 'considering' in current ? current.considering : current
}

/** The calls by which a draft of this child is kept. */
export const draftCalls = (childId: string): DraftCalls => ({
  open: async () => (await ask<Considered>('POST', 'considerations', { childId })).considering,
  put: ({ id, version }, fields) =>
    ask<Considered & { consequences: Consequences | null }>(
      'PUT',
      `considerations/${at(id)}`,
      { fields },
      version,
    ),
  elsewhere: (error) => {
    const view = storedElsewhere(error)
    return view && { view }
  },
  isOutOfReach: (error) => error instanceof RefusedError && (error.status === 0 || error.status >= 500),
  later: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds)
    return () => clearTimeout(timer)
  },
})

/** Why something asked for here was not done. */
export const whyNot = (error: unknown): string =>
  sentenceOf(error, 'Something went wrong in this page. Try again.')
