import type { RowSourceName, SourceRows } from './sources/index.ts'

export type Fields = Record<string, string | number | null>
export type PlannedTable = 'termDate' | 'child' | 'careEpisode' | 'person' | 'pepMeeting' | 'suspension'

/** How a row of a source becomes a record: its table, the fields it tells of, and what a new one has besides. */
export interface RecordShape<Row> {
  table: PlannedTable
  /** The fields that make a record the same one as in an earlier file. */
  key: readonly string[]
  /** The row's child, where it has one that must be on the roll; null for the whole school. */
  upn?(row: Row): string | null
  /** A field the file has no column for is left out; a blank one is null. */
  fields(row: Row, authorityCode: string | null | undefined): Fields
  /** Values of a new record that the file does not tell. */
  fresh: Fields
  /** Words for one of them and several. */
  words: readonly [one: string, many: string]
}

/** What makes two records the same one: the values of the fields of a shape's key. */
export const keyOf = (fields: Fields, key: readonly string[]) =>
  JSON.stringify(key.map((field) => fields[field] ?? null))

const told = (fields: Record<string, string | number | null | undefined>): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields

const flag = (value: boolean | null | undefined) => (value == null ? value : value ? 1 : 0)

export const recordShapes: { readonly [Name in RowSourceName]: RecordShape<SourceRows[Name]> } = {
  'term-dates': {
    table: 'termDate',
    key: ['kind', 'firstDay'],
    fields: ({ kind, name, firstDay, lastDay }) => ({ kind, name, firstDay, lastDay }),
    fresh: {},
    words: ['term date', 'term dates'],
  },
  children: {
    table: 'child',
    key: ['upn'],
    fields: ({ upn, surname, forename, dateOfBirth, yearGroup, admittedOn, leftOn }, homeAuthorityCode) =>
      told({ upn, surname, forename, dateOfBirth, yearGroup, admittedOn, leftOn, homeAuthorityCode }),
    fresh: { preferredName: null, sayName: null, leftOn: null, homeAuthorityCode: null },
    words: ['child', 'children'],
  },
  'care-episodes': {
    table: 'careEpisode',
    key: ['childId', 'status', 'startedOn'],
    upn: ({ upn }) => upn,
    fields: ({ status, startedOn, endedOn, detail }, authorityCode) =>
      told({ status, startedOn, endedOn, authorityCode, detail }),
    fresh: { authorityCode: null, detail: null, detailShared: 0 },
    words: ['care status', 'care statuses'],
  },
  people: {
    table: 'person',
    key: ['childId', 'role', 'name'],
    upn: ({ upn }) => upn,
    fields: (row) =>
      told({
        role: row.role,
        name: row.name,
        organisation: row.organisation,
        phone: row.phone,
        email: row.email,
        parentalResponsibility:
          row.parentalResponsibility === null ? 'not-known' : row.parentalResponsibility,
        doNotContact: row.doNotContact === null ? 0 : flag(row.doNotContact),
        doNotContactReason: row.doNotContactReason,
        startedOn: row.startedOn,
        endedOn: row.endedOn,
      }),
    fresh: {
      organisation: null,
      phone: null,
      email: null,
      parentalResponsibility: 'not-known',
      doNotContact: 0,
      doNotContactReason: null,
      startedOn: null,
      endedOn: null,
    },
    words: ['person to ring', 'people to ring'],
  },
  'pep-meetings': {
    table: 'pepMeeting',
    key: ['childId', 'heldOn'],
    upn: ({ upn }) => upn,
    fields: ({ heldOn, completedOn, quality, attended, childViews, askedOn }) =>
      told({
        heldOn,
        completedOn,
        quality,
        attended: attended?.join(';'),
        childViews: flag(childViews),
        askedOn,
      }),
    fresh: { askedOn: null, quality: null, attended: '', childViews: null, childWords: null },
    words: ['PEP meeting', 'PEP meetings'],
  },
  suspensions: {
    table: 'suspension',
    key: ['childId', 'kind', 'startedOn', 'startSession'],
    upn: ({ upn }) => upn,
    fields: ({ kind, startedOn, startSession, halfDays, reasons, decidedAt, atOtherSchool }) =>
      told({
        kind,
        startedOn,
        startSession,
        halfDays,
        reasons: reasons.join(';'),
        decidedAt,
        atOtherSchool: atOtherSchool === null ? 0 : flag(atOtherSchool),
      }),
    fresh: { decidedAt: null, atOtherSchool: 0 },
    words: ['suspension', 'suspensions'],
  },
}
