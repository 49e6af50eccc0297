/** Who is asked when an answer wants a sign-in or a factor; true = send the same call again. */
export interface Gate {
  signIn: () => Promise<boolean>
  confirm: () => Promise<boolean>
}

let gate: Gate = { signIn: () => Promise.resolve(false), confirm: () => Promise.resolve(false) }

/** From now on this one is asked, for every call of every page. */
export const standAtGate = (keeper: Gate): void => void (gate = keeper)

/** Calls by which one signs in: their refusals are answers, and go to who asked. */
const signingIn = /^\/api\/(sign-in|sign-out|links|set-up|enrol|me\/lock)(\/|$)/

let answeredOn: string | null = null
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The day on which the server last answered, by its own clock (HTTP `Date`, in UTC); null before the first answer. */
export function serverDay(): string | null {
  const [, date, month, year] = /^\w{3}, (\d\d) (\w{3}) (\d{4}) /.exec(answeredOn ?? '') ?? []
  const number = MONTHS.indexOf(month ?? '') + 1
  return number > 0 ? `${year}-${`${number}`.padStart(2, '0')}-${date}` : null
}

/** When the server last answered, by its own clock, as an instant; null before the first answer. */
export function serverInstant(): string | null {
  const day = serverDay()
  const time = /(\d\d:\d\d:\d\d) GMT$/.exec(answeredOn ?? '')?.[1]
  return day !== null && time !== undefined ? `${day}T${time}.000Z` : null
}

/** Sends a call; one that is refused for want of a sign-in or a factor is sent again once that is shown. */
export async function sent(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init)
  answeredOn = response.headers.get('Date') ?? answeredOn
  if (response.status !== 401 && response.status !== 403) return response
  const { code } = (await response
    .clone()
    .json()
    .catch(() => ({}))) as Partial<Problem>
  const isSigningIn = signingIn.test(new URL(response.url, location.origin).pathname)
  const wantsSignIn = code === 'sign-in' || code === 'second-factor'
  if (code === 'confirm') return (await gate.confirm()) ? sent(input, init) : response
  if (!wantsSignIn || isSigningIn) return response
  return (await gate.signIn()) ? sent(input, init) : response
}

/** An expected refusal: the sentence to show, and the fields it is about. */
export class RefusedError extends Error {
  override name = 'RefusedError'
  readonly status: number
  readonly code: string
  readonly problems: readonly { field: string; message: string }[]
  /** What is stored now, when somebody else changed it first. */
  readonly current: unknown
  /** Seconds until it may be tried again; null where the server names none. */
  readonly retryAfter: number | null

  constructor(status: number, problem: Partial<Problem>, retryAfter: number | null = null) {
    super(problem.message ?? 'The server did not answer as expected. Try again.')
    this.status = status
    this.code = problem.code ?? 'failed'
    this.problems = problem.problems ?? []
    this.current = problem.current
    this.retryAfter = retryAfter
  }
}

/** The sentence to show for what went wrong: a refusal's own, else the one that is given. */
export const sentenceOf = (error: unknown, otherwise = 'This could not be sent. Try again.'): string =>
  error instanceof RefusedError ? error.message : otherwise

interface Problem {
  code: string
  message: string
  problems: readonly { field: string; message: string }[]
  current: unknown
}

/** The refusal that an answer is. */
export const refused = async (response: Pick<Response, 'status' | 'json' | 'headers'>) =>
  new RefusedError(
    response.status,
    (await response.json().catch(() => ({}))) as Partial<Problem>,
    Number(response.headers.get('Retry-After') ?? '') || null,
  )

/** What is said where no answer came. */
export const offline = () =>
  new RefusedError(0, {
    code: 'offline',
    message: 'The server cannot be reached. What you typed is still here; try again.',
  })

type Answer<T> = Pick<Response, 'ok' | 'status'> & { json(): Promise<T> }

/** The body of an answer; throws `RefusedError` with the sentence to show when there is none. */
export async function bodyOf<T>(asking: Promise<Answer<T>>): Promise<T> {
  const response = await asking.catch(() => {
    throw offline()
  })
  if (!response.ok) throw await refused(response as Response)
  return response.json()
}

/**
 * A call whose answer has a shape of its own; `version` is of what it changes, `key` makes a second sending of the
 * same act no second act.
 */
export const ask = <T>(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  json?: unknown,
  version?: number,
  key?: string,
): Promise<T> =>
  bodyOf<T>(
    sent(`/api/${path}`, {
      method,
      ...(json !== undefined && {
        headers: {
          'Content-Type': 'application/json',
          ...(version !== undefined && { 'If-Match': `"${version}"` }),
          ...(key !== undefined && { 'Idempotency-Key': key }),
        },
        body: JSON.stringify(json),
        // A page that is left still gets its last words through.
        keepalive: method === 'PUT',
      }),
    }),
  )
