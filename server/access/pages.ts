import { dataClasses, extentOf, type DataClass, type Role } from './permissions.ts'

export type PageId =
  | 'inbox'
  | 'today'
  | 'before'
  | 'cohort'
  | 'suspensions'
  | 'report'
  | 'authority-reports'
  | 'import'
  | 'rules'
  | 'school'
  | 'class'
  | 'people'
  | 'audit'
  | 'access'

/** Rows of children, rather than a card or figures. */
const rows = new Set(['school', 'assigned', 'looked-after', 'all'])
/** Whether a role reads all of these classes exactly, rather than a card or published figures. */
export const readsRows = (role: Role, classes: readonly DataClass[]) =>
  classes.every((dataClass) => rows.has(extentOf(role, dataClass, 'read') ?? ''))
const readsAnything = (role: Role) =>
  dataClasses.some((dataClass) => extentOf(role, dataClass, 'read') !== undefined)

const opens: Readonly<Record<PageId, (role: Role) => boolean>> = {
  inbox: (role) => extentOf(role, 17, 'write') !== undefined,
  today: (role) => readsRows(role, [1, 3, 5, 7, 8, 15]),
  before: (role) => extentOf(role, 8, 'write') === 'school',
  cohort: (role) => readsRows(role, [1, 3, 5, 7, 8]),
  suspensions: (role) => readsRows(role, [1, 3, 8]),
  report: (role) => ['school', 'figures'].includes(extentOf(role, 10, 'read') ?? ''),
  'authority-reports': (role) => extentOf(role, 10, 'read') === 'looked-after',
  import: (role) => extentOf(role, 16, 'write') !== undefined,
  // Who reads what is published of a report and no more has that report, with its own sources.
  rules: (role) => readsAnything(role) && extentOf(role, 10, 'read') !== 'figures',
  school: (role) => extentOf(role, 14, 'write') !== undefined,
  class: (role) => extentOf(role, 6, 'read') === 'card',
  people: (role) => extentOf(role, 12, 'read') !== undefined,
  audit: (role) => extentOf(role, 11, 'read') !== undefined,
  access: readsAnything,
}

/** The pages that a role opens, in the order of the navigation; worked out from the permissions alone. */
export const pagesOf = (role: Role): PageId[] =>
  (Object.keys(opens) as PageId[]).filter((page) => opens[page](role))
