import { access, type Me, type SignedIn } from './access.ts'
import { RefusedError, standAtGate } from './api.ts'
import { hideNames, namesAreHidden } from './components/preferences.ts'
import { watchIdle } from './idle.ts'
import { setAside } from './set-aside.ts'
import type { VsSignInPage } from './pages/vs-sign-in-page.ts'

/** Why somebody stands before the sign-in page. */
export type Why = 'start' | 'locked' | 'ended' | 'leaving'

/** What tabs of one browser tell each other; no message holds anything about anyone. */
type News = 'here' | 'lock' | 'changed' | 'out' | 'hide-names' | 'show-names'

const IDLE_MINUTES = 10
const channel = new BroadcastChannel('vs-signed-in')
const tellTabs = (news: News) => channel.postMessage(news)

let person: SignedIn | undefined
let gate: VsSignInPage | undefined
let away: Promise<void> | undefined
let idle: ReturnType<typeof watchIdle> | undefined
let warn: (soon: boolean) => void = () => undefined

/** Who is signed in in this tab; undefined before. */
export const whoIsIn = (): SignedIn | undefined => person

/** Takes everything off the screen and starts anew at an address of ours. */
export function restart(path = '/'): void {
  document.body.replaceChildren()
  location.replace(path)
}

/**
 * Asks who is there, lets them sign in if need be, and opens the product. From then on a call that wants a sign-in
 * brings the sign-in page, and a screen that nobody uses locks.
 */
export async function whenSignedIn(
  open: (me: SignedIn) => Promise<void>,
  onWarn: (soon: boolean) => void,
): Promise<void> {
  warn = onWarn
  channel.addEventListener('message', ({ data }: MessageEvent<News>) => hear(data))
  standAtGate({ signIn: () => stepAway('ended').then(() => true), confirm })
  addEventListener('pagehide', () => document.body.replaceChildren())
  addEventListener('pageshow', (event) => event.persisted && location.reload())
  const me = await askWho()
  person = typeof me === 'object' && me.state === 'in' ? me : await atGate('start', firstThen(me, askWho))
  document.body.replaceChildren()
  await open(person)
  watch(person)
}

function watch({ idleMinutes }: SignedIn) {
  idle?.stop()
  idle = watchIdle({
    minutes: Math.min(IDLE_MINUTES, idleMinutes),
    warn: (soon) => warn(soon),
    lock: () => void lock(),
    tell: () => tellTabs('here'),
  })
}

/** What the server says of who is there, or the sentence why it says nothing. */
export type Asked = Me | string

const askWho = (): Promise<Asked> => access.me().catch((error: unknown) => sentenceOf(error))

/** Locks at the server; a sign-in that is locked already is as good. */
const askLocked = (): Promise<Asked> =>
  access
    .lock()
    .then(askWho, (error: unknown) =>
      error instanceof RefusedError && error.status === 401
        ? askWho()
        : `It is locked on this screen alone. ${sentenceOf(error)}`,
    )

/** An answer that is there already, and what is asked from the second time on. */
function firstThen(answer: Asked, then: () => Promise<Asked>): () => Promise<Asked> {
  let isFirst = true
  return () => {
    const asked = isFirst ? Promise.resolve(answer) : then()
    isFirst = false
    return asked
  }
}

/** Shows the sign-in page and waits for whoever comes through. */
async function atGate(why: Why, ask: () => Promise<Asked>): Promise<SignedIn> {
  document.title = `${why === 'locked' ? 'Locked' : 'Sign in'} · Virtual School dashboard`
  await import('./pages/vs-sign-in-page.ts')
  const page: VsSignInPage = document.createElement('vs-sign-in-page')
  Object.assign(page, { why, ask, ...(person && { nameBefore: person.name }) })
  gate = page
  page.addEventListener('leave', () => void signOut())
  document.body.replaceChildren(page)
  return new Promise((resolve) => {
    page.addEventListener('signed-in', (event) => {
      gate = undefined
      tellTabs('changed')
      resolve((event as CustomEvent<SignedIn>).detail)
    })
  })
}

/**
 * Puts the page aside until the same person is back, then brings it back as it was. Somebody else gets a fresh one.
 */
function stepAway(why: Why, ask: () => Promise<Asked> = askWho): Promise<void> {
  away ??= (async () => {
    idle?.stop()
    const bringBack = setAside()
    const back = await atGate(why, ask)
    const same = person && (await asBefore(person, back))
    if (!same) {
      restart()
      return new Promise<never>(() => undefined)
    }
    person = same
    bringBack()
    watch(same)
  })().finally(() => (away = undefined))
  return away
}

/** Whether it is the same person; in the role they acted in before, where they still hold it. */
async function asBefore(before: SignedIn, now: SignedIn): Promise<SignedIn | undefined> {
  if (before.email !== now.email) return undefined
  const post = before.posts.find(({ current }) => current)
  const school = before.schools.find(({ current }) => current)
  const isActing = now.posts.find(({ current }) => current)?.id === post?.id
  const isThere = now.schools.find(({ current }) => current)?.id === school?.id
  if (isActing && isThere) return now
  if (!post || !now.posts.some(({ id }) => id === post.id)) return undefined
  return access.act({ postId: post.id, ...(school && { schoolId: school.id }) }).then(
    () => ({ ...before, confirmedAt: now.confirmedAt }),
    () => undefined,
  )
}

/** Locks this screen and those of other tabs at once; a factor opens them again. */
export async function lock(): Promise<void> {
  if (away || !person) return
  tellTabs('lock')
  await stepAway('locked', askLocked)
}

/** Ends the sign-in at the server, then leaves nothing of it on the screen or behind the back button. */
export async function signOut(): Promise<void> {
  idle?.stop()
  setAside()
  const end = (): Promise<Asked> =>
    access.signOut().then(
      () => gone(),
      (error: unknown) =>
        error instanceof RefusedError && error.status === 401
          ? gone()
          : `You may still be signed in. ${sentenceOf(error)}`,
    )
  await atGate('leaving', firstThen(await end(), end))
}

function gone(): Promise<never> {
  tellTabs('out')
  restart()
  return new Promise(() => undefined)
}

/** Acts in another post, or at another school, from the start page of that role on. */
export async function actIn(chosen: { postId: string; schoolId?: string }): Promise<void> {
  await access.act(chosen)
  tellTabs('changed')
  restart()
}

/** Blanks names in all tabs, or shows them again. */
export function blankNames(hide = !namesAreHidden()): void {
  hideNames(hide)
  tellTabs(hide ? 'hide-names' : 'show-names')
}

/** After something was changed at the account, such as the person's own sign-ins. */
export const accountChanged = (): void => tellTabs('changed')

function hear(news: News) {
  if (news === 'here') idle?.here()
  else if (news === 'lock') void (person && stepAway('locked', askLocked))
  else if (news === 'out') restart()
  else if (news === 'changed') void lookAgain()
  else hideNames(news === 'hide-names')
}

/** Another tab signed in, out or into another role: this one follows, or starts anew. */
async function lookAgain() {
  if (gate) return gate.lookAgain()
  if (!person || away) return
  const me = await access.me().catch(() => undefined)
  if (me?.state !== 'in') return
  const placeOf = ({ email, posts, schools }: SignedIn) =>
    [email, ...[...posts, ...schools].filter(({ current }) => current).map(({ id }) => id)].join()
  if (placeOf(me) !== placeOf(person)) restart()
}

let confirming: Promise<boolean> | undefined

/** Asks for a factor over the page; false when the person goes back instead. */
function confirm(): Promise<boolean> {
  confirming ??= (async () => {
    await away
    const { askForFactor } = await import('./pages/sign-in/vs-confirm.ts')
    return askForFactor()
  })().finally(() => (confirming = undefined))
  return confirming
}

const sentenceOf = (error: unknown) =>
  error instanceof RefusedError && error.code !== 'offline'
    ? error.message
    : 'The server cannot be reached. Try again.'
