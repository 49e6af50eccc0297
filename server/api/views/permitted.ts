import {
  extentOf,
  heldAt,
  reachesSchool,
  type DataClass,
  type Right,
  type Role,
} from '../../access/permissions.ts'
import { fieldMeta, fieldNames } from '../../records/field-columns.ts'
import type { MayBring } from '../../import/plan.ts'
import { isOfProcess, readableOf, type FieldRights } from '../../records/field-rights.ts'
import type { FieldValues, RecordKind } from '../../records/kind.ts'
import { isPlan } from '../../records/kinds/care-episode.ts'

/** What of a record stands on the card that everybody who teaches the child has; of other kinds nothing does. */
const onCard: Readonly<Record<string, readonly string[]>> = {
  child: ['forename', 'surname', 'preferredName', 'sayName', 'dateOfBirth', 'yearGroup'],
  support: ['agreedOn', 'helps', 'avoid', 'goTo', 'reviewOn', 'endedOn'],
}

/** What an authority's adviser adds to a record that the school keeps. */
const authoritysPart: Readonly<Record<string, readonly string[]>> = { 'pep-meeting': ['quality'] }

/** What an authority’s Virtual School reads of needs: that there is a plan, and its dates. What helps stays in school. */
const toAuthority: Readonly<Record<string, readonly string[] | null>> = {
  'special-need': ['startedOn', 'provision', 'endedOn'],
  support: null,
}

type OfRow = (values: FieldValues) => boolean

/** Who reads care detail, of which rows; a role that does not stand here reads none. */
const readsDetail: Readonly<Record<string, Partial<Record<Role, OfRow>>>> = {
  detail: {
    'safeguarding-lead': () => true,
    headteacher: () => true,
    'designated-teacher': ({ status, detailShared }) => !isPlan(status) || detailShared === true,
    'virtual-school-head': ({ status }) => status === 'cla',
  },
  detailShared: { 'safeguarding-lead': () => true, headteacher: () => true },
}

/** Who sets care detail, of which rows. */
const setsDetail: Readonly<Record<string, Partial<Record<Role, OfRow>>>> = {
  detail: {
    'safeguarding-lead': () => true,
    'designated-teacher': ({ status }) => !isPlan(status),
  },
  detailShared: { 'safeguarding-lead': () => true },
}

const may = (role: Role, dataClass: number, right: Right): boolean => {
  const extent = extentOf(role, dataClass as DataClass, right)
  return extent !== undefined && extent !== 'figures' && extent !== 'card'
}

/** The same of records of a kind: what is kept of the school is open only to who has a right to all of it. */
const mayOf = (role: Role, kind: RecordKind, dataClass: number, right: Right): boolean =>
  may(role, dataClass, right) &&
  (kind.subject !== 'school' || reachesSchool(extentOf(role, dataClass as DataClass, right)))

/** Whether a role knows of the children it is given no more than the need-to-know card. */
const hasCardAlone = (role: Role) => extentOf(role, 6, 'read') === 'card'

/** Plans lie with the school and social care: an authority's Virtual School does not even see that there is one. */
const isHidden = (role: Role, { kind }: RecordKind, { status }: FieldValues) =>
  kind === 'care-episode' && heldAt[role] === 'authority' && isPlan(status)

function readableFields(role: Role, kind: RecordKind, values: FieldValues): readonly string[] | null {
  if (hasCardAlone(role))
    return kind.subject === 'school' ? openFields(role, kind, values) : (onCard[kind.kind] ?? null)
  if (isHidden(role, kind, values)) return null
  const open = openFields(role, kind, values)
  const narrowed = heldAt[role] === 'authority' ? toAuthority[kind.kind] : undefined
  return narrowed === undefined || open === null
    ? open
    : narrowed && open.filter((name) => narrowed.includes(name))
}

function openFields(role: Role, kind: RecordKind, values: FieldValues): readonly string[] | null {
  if (!mayOf(role, kind, kind.classOfRow?.(values) ?? kind.dataClass, 'read')) return null
  return fieldNames(kind).filter((name) => {
    const { dataClass } = fieldMeta(kind, name)
    if (dataClass === undefined) return true
    return dataClass === 4 ? (readsDetail[name]?.[role]?.(values) ?? false) : may(role, dataClass, 'read')
  })
}

function settableFields(role: Role, kind: RecordKind, values: FieldValues): readonly string[] {
  if (kind.process !== undefined || !mayOf(role, kind, kind.dataClass, 'write')) return []
  if (heldAt[role] === 'authority') return authoritysPart[kind.kind] ?? []
  return fieldNames(kind).filter((name) => {
    if (isOfProcess(kind, name)) return false
    const { dataClass } = fieldMeta(kind, name)
    if (dataClass === undefined) return true
    return dataClass === 4 ? (setsDetail[name]?.[role]?.(values) ?? false) : may(role, dataClass, 'write')
  })
}

/** What a role may read and set of a record, field by field. Nothing that is not written here or in the matrix. */
export const rightsOf = (role: Role): FieldRights => ({
  readable: (kind, values) => readableFields(role, kind, values),
  settable: (kind, values) => settableFields(role, kind, values),
  approves: (kind) => mayOf(role, kind, kind.dataClass, 'approve'),
})

/**
 * The fields of a record that a role may read; the others are left out and named in `withheld`. Null where the
 * role may not even know that there is such a record.
 */
export const permitted = (
  role: Role,
  kind: RecordKind,
  values: FieldValues,
): { fields: FieldValues; withheld: string[] } | null => readableOf(rightsOf(role), kind, values)

/**
 * Which rows of files a role may bring in: those about plans are the safeguarding lead's and the headteacher's. For
 * the others they are neither stored nor compared with what is held.
 */
export const mayBringOf =
  (role: Role): MayBring =>
  (source, row) => {
    if (source !== 'care-episodes' || !('status' in row) || !isPlan(row.status)) return true
    return role === 'safeguarding-lead' || role === 'headteacher'
  }

/** Whether a role may know that there are records of a kind. */
export const knowsOf = (role: Role, kind: RecordKind): boolean => readableFields(role, kind, {}) !== null

/** The fields of a kind that a role may read in some record or set in some record: what its forms ask for. */
export function fieldsFor(role: Role, kind: RecordKind): string[] {
  const open = new Set([...(readableFields(role, kind, {}) ?? []), ...settableFields(role, kind, {})])
  return fieldNames(kind).filter((name) => open.has(name))
}

/** Whether a role makes new records of a kind: it sets the day that such a record is listed under. */
export const makes = (role: Role, kind: RecordKind): boolean =>
  settableFields(role, kind, {}).includes(kind.naturalDate)
