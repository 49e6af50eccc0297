import { html } from 'lit'
import type { Route } from './router.ts'

/** Every page of those who are signed in: its address, its title, its code. A new page joins here. */
export const pages: readonly Route[] = [
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
    path: '/suspensions',
    title: 'Suspensions',
    load: () => import('./pages/vs-suspensions-page.ts'),
    page: () => html`<vs-suspensions-page></vs-suspensions-page>`,
  },
  {
    path: '/suspensions/:id',
    title: 'A suspension',
    load: () => import('./pages/vs-suspension-page.ts'),
    page: ({ id }) => html`<vs-suspension-page suspension-id=${id ?? ''}></vs-suspension-page>`,
  },
  {
    path: '/before-suspending',
    title: 'Before you suspend',
    load: () => import('./pages/before/vs-before-choose.ts'),
    page: () => html`<vs-before-choose></vs-before-choose>`,
  },
  {
    path: '/before-suspending/:id',
    title: 'Before you suspend',
    load: () => import('./pages/vs-before-page.ts'),
    page: ({ id }) => html`<vs-before-page child-id=${id ?? ''}></vs-before-page>`,
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
  {
    path: '/inbox',
    title: 'Inbox',
    load: () => import('./pages/vs-inbox-page.ts'),
    page: () => html`<vs-inbox-page></vs-inbox-page>`,
  },
  {
    path: '/class',
    title: 'My class',
    load: () => import('./pages/vs-class-page.ts'),
    page: () => html`<vs-class-page></vs-class-page>`,
  },
  {
    path: '/report',
    title: 'Governors’ report',
    load: () => import('./pages/vs-report-page.ts'),
    page: () => html`<vs-report-page></vs-report-page>`,
  },
  {
    path: '/report/:id',
    title: 'Governors’ report',
    load: () => import('./pages/vs-report-reading-page.ts'),
    page: ({ id }) => html`<vs-report-reading-page report-id=${id ?? ''}></vs-report-reading-page>`,
  },
  {
    path: '/authority-reports',
    title: 'Reports of schools',
    load: () => import('./pages/vs-authority-reports-page.ts'),
    page: () => html`<vs-authority-reports-page></vs-authority-reports-page>`,
  },
  {
    path: '/authority-reports/:id',
    title: 'A school’s report',
    load: () => import('./pages/vs-authority-report-page.ts'),
    page: ({ id }) => html`<vs-authority-report-page report-id=${id ?? ''}></vs-authority-report-page>`,
  },
  {
    path: '/access',
    title: 'Who sees what',
    load: () => import('./pages/vs-access-page.ts'),
    page: () => html`<vs-access-page></vs-access-page>`,
  },
  {
    path: '/audit',
    title: 'Who looked',
    load: () => import('./pages/vs-audit-page.ts'),
    page: () => html`<vs-audit-page></vs-audit-page>`,
  },
  {
    path: '/people',
    title: 'People',
    load: () => import('./pages/vs-people-page.ts'),
    page: () => html`<vs-people-page></vs-people-page>`,
  },
  {
    path: '/account',
    title: 'My account',
    load: () => import('./pages/vs-account-page.ts'),
    page: () => html`<vs-account-page></vs-account-page>`,
  },
]
