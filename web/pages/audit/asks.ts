import type { InferResponseType } from 'hono/client'
import { api, RefusedError, sentenceOf } from '../../api.ts'

const { audit } = api.client

/** What was done, as far as the role reads it. */
export type Acts = InferResponseType<typeof audit.$get, 200>
export type Line = Acts['lines'][number]
/** Who has seen one child. */
export type Asked = InferResponseType<typeof audit.child.$post, 200>
export type Person = Asked['people'][number]
export type Chain = InferResponseType<typeof audit.chain.$get, 200>

/** Which child: by its id, or by the pupil number of whoever sees no children. */
export type Which = { childId: string } | { upn: string }

export const ACT_GROUPS = ['views', 'changes', 'exports', 'access'] as const
export type ActGroup = (typeof ACT_GROUPS)[number]

export const askActs = (what: ActGroup | 'all', before: number | null): Promise<Acts> =>
  api.bodyOf<Acts>(
    audit.$get({
      query: { ...(what === 'all' ? {} : { what }), ...(before === null ? {} : { before: `${before}` }) },
    }),
  )

export const askChild = (which: Which, since: string | null, before: number | null): Promise<Asked> =>
  api.bodyOf<Asked>(
    audit.child.$post({
      json: { ...which, ...(since === null ? {} : { since }), ...(before === null ? {} : { before }) },
    }),
  )

export const askChain = (): Promise<Chain> => api.bodyOf<Chain>(audit.chain.$get())

/** Why something asked for here did not come. */
export const whyNot = (error: unknown): string => sentenceOf(error, 'Something went wrong in this page.')

/** Takes the record away as a file, of one child or as far as the role reads it. Throws `RefusedError`. */
export async function takeAway(reason: string, childId: string | null): Promise<void> {
  const response = await audit.export
    .$post({ json: { reason, ...(childId === null ? {} : { childId }) } })
    .catch(() => {
      throw new RefusedError(0, { code: 'offline', message: 'The server cannot be reached. Try again.' })
    })
  if (!response.ok)
    throw new RefusedError(response.status, (await response.json().catch(() => ({}))) as { message?: string })
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1]
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name ?? 'who-looked.csv'
  link.click()
  URL.revokeObjectURL(address)
}
