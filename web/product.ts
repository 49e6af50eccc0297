import { html, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import type { SignedIn } from './access.ts'
import { api } from './api.ts'
import { childName } from './components/child-name.ts'
import { startPage } from './components/navigation.ts'
import type { VsShell } from './components/vs-shell.ts'
import './components/vs-shell.ts'
import { yearGroupWord } from './format.ts'
import { followNews } from './news.ts'
import { pages } from './pages.ts'
import { navigate, showDay, startRouter } from './router.ts'
import { actIn, blankNames, lock, signOut, whenSignedIn } from './signed-in.ts'
import { shellFrame } from './shell-frame.ts'

/** Asks who is there, and opens the pages of their role once somebody is. */
export async function openProduct(): Promise<void> {
  const shell: VsShell = document.createElement('vs-shell')
  await whenSignedIn(
    (me) => open(shell, me),
    (soon) => (shell.locksSoon = soon),
  )
}

async function open(shell: VsShell, me: SignedIn): Promise<void> {
  const { name, roleWords, posts, schools, pages: pageIds } = me
  Object.assign(shell, { person: { name, role: roleWords, posts, schools }, pageIds })
  if (pageIds.includes('inbox'))
    shell.whileShown = () => followNews((news) => news && (shell.unread = news.unread ?? null))
  document.body.append(shell)
  listen(shell)
  const start = startPage(pageIds)
  if (
    location.pathname + location.search === '/' &&
    start !== '/' &&
    !(isReload() && pageIds.includes('today'))
  )
    history.replaceState(null, '', start)
  await shell.updateComplete
  let shown = 0
  await startRouter(pages, ({ route, params, path, on }) => {
    const turn = ++shown
    const page = route?.page(params) ?? html`<h1 tabindex="-1">There is no such page.</h1>`
    shell.path = path
    void pageFor(shell, on, page).then((content) => {
      // A new element for each address and day, so that no page shows what belongs to another.
      if (turn === shown) shell.content = keyed(`${path} ${on ?? ''}`, content)
    })
  })
  // After something was written that stands above every page, such as term dates or the school itself.
  document.addEventListener('school-changed', () => {
    const on = new URLSearchParams(location.search).get('on')
    void api.school(on).then((school) => {
      if (school.setUp) shell.frame = shellFrame(school)
    })
  })
}

/** A reload stays where it is, also for whom another page comes first. */
const isReload = () =>
  performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'reload')

function listen(shell: VsShell) {
  const on = <T>(name: string, work: (detail: T) => void) =>
    shell.addEventListener(name, (event) => work((event as CustomEvent<T>).detail))
  on<{ on: string | null }>('as-at', ({ on: day }) => void showDay(day))
  // Tabs of a page tell `choose` too: only the search box names an address.
  on<{ href?: string }>('choose', ({ href }) => href !== undefined && void navigate(href))
  on<{ text: string }>('query', ({ text }) => void search(shell, text))
  on('lock', () => void lock())
  on('sign-out', () => void signOut())
  on('blank-names', () => blankNames())
  on<{ postId: string; schoolId?: string }>('act-in', (chosen) => void actIn(chosen))
}

let asked = 0

/** Shows the children whose names begin so; a slower earlier answer never replaces a later one. */
async function search(shell: VsShell, text: string) {
  const turn = ++asked
  const found = text.trim() === '' ? { children: [] } : await api.search(text).catch(() => ({ children: [] }))
  if (turn !== asked) return
  shell.found = found.children.map(({ id, name, yearGroup, left }) => ({
    id,
    label: childName(name),
    detail: left ? 'has left' : yearGroupWord(yearGroup),
    href: `/child/${id}`,
  }))
}

/** The page, once what stands above it is of its day. */
async function pageFor(shell: VsShell, on: string | null, page: TemplateResult): Promise<TemplateResult> {
  const school = await api.school(on).catch(() => undefined)
  if (school?.setUp) shell.frame = shellFrame(school)
  return page
}
