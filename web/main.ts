import { html } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import './components/vs-shell.ts'
import { applyPreferences, loadPreferences } from './components/preferences.ts'
import { navigate, showDay, startRouter, type Route } from './router.ts'

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
shell.addEventListener(
  'choose',
  (event) => void navigate((event as CustomEvent<{ href: string }>).detail.href),
)

await shell.updateComplete
await startRouter(routes, ({ route, params, path, on }) => {
  shell.path = path
  // A new element for each address and day, so that no page shows what belongs to another.
  shell.content = keyed(
    `${path} ${on ?? ''}`,
    route?.page(params) ?? html`<h1 tabindex="-1">There is no such page.</h1>`,
  )
})
