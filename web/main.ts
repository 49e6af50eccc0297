import { html, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { api } from './api.ts'
import './components/vs-shell.ts'
import { applyPreferences, loadPreferences } from './components/preferences.ts'
import { yearGroupWord } from './format.ts'
import { navigate, showDay, startRouter, type Route } from './router.ts'
import { shellFrame } from './shell-frame.ts'

applyPreferences(loadPreferences())

const routes: readonly Route[] = [
  {
    path: '/',
    title: 'Today',
    load: () => import('./pages/vs-today-page.ts'),
    page: () => html`<vs-today-page></vs-today-page>`,
  },
  {
    path: '/cohort',
    title: 'Cohort',
    load: () => import('./pages/vs-cohort-page.ts'),
    page: () => html`<vs-cohort-page></vs-cohort-page>`,
  },
  {
    path: '/child/:id',
    title: 'Child',
    load: () => import('./pages/vs-child-page.ts'),
    page: ({ id }) => html`<vs-child-page child-id=${id ?? ''}></vs-child-page>`,
  },
  {
    path: '/import',
    title: 'Import',
    load: () => import('./pages/vs-import-page.ts'),
    page: () => html`<vs-import-page></vs-import-page>`,
  },
  {
    path: '/rules',
    title: 'Rules',
    load: () => import('./pages/vs-rules-page.ts'),
    page: () => html`<vs-rules-page></vs-rules-page>`,
  },
  {
    path: '/school',
    title: 'School',
    load: () => import('./pages/vs-school-page.ts'),
    page: () => html`<vs-school-page></vs-school-page>`,
  },
]

const shell = document.createElement('vs-shell')
document.body.append(shell)
shell.addEventListener(
  'as-at',
  (event) => void showDay((event as CustomEvent<{ on: string | null }>).detail.on),
)
/** Tabs of a page tell `choose` too: only the search box names an address. */
shell.addEventListener('choose', (event) => {
  const { href } = (event as CustomEvent<{ href?: string }>).detail
  if (href !== undefined) void navigate(href)
})

shell.addEventListener('query', (event) => void search((event as CustomEvent<{ text: string }>).detail.text))

let asked = 0

/** Shows the children whose names begin so; a slower earlier answer never replaces a later one. */
async function search(text: string) {
  const turn = ++asked
  const found = text.trim() === '' ? { children: [] } : await api.search(text).catch(() => ({ children: [] }))
  if (turn !== asked) return
  shell.found = found.children.map(({ id, name, yearGroup, left }) => ({
    id,
    label: name,
    detail: left ? 'has left' : yearGroupWord(yearGroup),
    href: `/child/${id}`,
  }))
}

/** The first page of an empty installation stands in for every other but Import. */
async function pageFor(on: string | null, path: string, page: TemplateResult): Promise<TemplateResult> {
  const school = await api.school(on).catch(() => undefined)
  if (!school) return page
  if (school.setUp) shell.frame = shellFrame(school)
  else if (path !== '/import') {
    await import('./pages/vs-first-run-page.ts')
    return html`<vs-first-run-page></vs-first-run-page>`
  }
  return page
}

let shown = 0

await shell.updateComplete
await startRouter(routes, ({ route, params, path, on }) => {
  const turn = ++shown
  const page = route?.page(params) ?? html`<h1 tabindex="-1">There is no such page.</h1>`
  shell.path = path
  void pageFor(on, path, page).then((content) => {
    // A new element for each address and day, so that no page shows what belongs to another.
    if (turn === shown) shell.content = keyed(`${path} ${on ?? ''}`, content)
  })
})

/** After something was written that stands above every page, such as term dates or the school itself. */
document.addEventListener('school-changed', () => {
  const on = new URLSearchParams(location.search).get('on')
  void api.school(on).then((school) => {
    if (school.setUp) shell.frame = shellFrame(school)
  })
})
