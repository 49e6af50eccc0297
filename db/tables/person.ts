import type { RecordColumns } from '../schema.ts'

/** An adult around a child, or an organisation: whom to ring. */
export interface PersonTable extends RecordColumns {
  /** Null for somebody who is there for the whole school, such as the clerk. */
  childId: string | null
  role:
    | 'social-worker'
    | 'carer'
    | 'parent'
    | 'key-adult'
    | 'virtual-school-adviser'
    | 'independent-reviewing-officer'
    | 'clerk'
    | 'other'
  name: string
  organisation: string | null
  phone: string | null
  email: string | null
  parentalResponsibility: 'yes' | 'no' | 'not-known'
  doNotContact: 0 | 1
  doNotContactReason: string | null
  startedOn: string | null
  endedOn: string | null
}

declare module '../schema.ts' {
  interface Database {
    person: PersonTable
  }
}
