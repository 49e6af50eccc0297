import type { Kysely } from 'kysely'
import { inTransaction } from '../../db/in-transaction.ts'
import { insertAccount } from '../../db/queries/account.ts'
import { childrenOfSchool } from '../../db/queries/child.ts'
import { insertPost, insertPostChildren } from '../../db/queries/post.ts'
import type { Database } from '../../db/schema.ts'
import { heldAt, type Role } from '../access/permissions.ts'
import { scopeOfSchool } from '../access/scope.ts'
import { academicYearOf, firstDayOf, previousYear } from '../calendar/academic-year.ts'
import type { IsoDate } from '../calendar/iso-date.ts'
import { demoSchool } from './told.ts'

/** Somebody of the invented school or authority, one for each role. */
export interface DemoPerson {
  readonly name: string
  readonly email: string
  readonly role: Role
  /** What the children of the post are called together, and who they are. */
  readonly label?: string
  readonly children?: readonly string[]
}

/** Named after birds of the shore. Nobody knows a password of theirs: they are entered by a click, on this machine. */
export const demoPeople: readonly DemoPerson[] = [
  { name: 'Ruth Plover', email: 'r.plover@larkmere.example', role: 'designated-teacher' },
  { name: 'Owen Knot', email: 'o.knot@larkmere.example', role: 'safeguarding-lead' },
  { name: 'Imogen Curlew', email: 'i.curlew@larkmere.example', role: 'headteacher' },
  {
    name: 'Tess Avocet',
    email: 't.avocet@larkmere.example',
    role: 'class-staff',
    label: '4 Oak',
    children: ['Teasel Otterby', 'Clover Thistledown', 'Heather Toadflax', 'Perry Burdock', 'Basil Dabchick'],
  },
  { name: 'Dot Siskin', email: 'd.siskin@larkmere.example', role: 'governor' },
  { name: 'Marcus Sandgrouse', email: 'm.sandgrouse@wexmoor.example', role: 'virtual-school-head' },
  {
    name: 'Kit Whinchat',
    email: 'k.whinchat@wexmoor.example',
    role: 'education-adviser',
    label: 'Larkmere caseload',
    children: [
      'Bramble Otterby',
      'Teasel Otterby',
      'Wren Alderbrook',
      'Clover Thistledown',
      'Hazel Millstream',
    ],
  },
  { name: 'Noor Pochard', email: 'n.pochard@larkmere.example', role: 'administrator' },
  { name: 'Elspeth Dotterel', email: 'e.dotterel@larkmere.example', role: 'data-protection-officer' },
]

/** Somebody with an account, the post of it, and the children it opens by name; all of the school when null. */
export interface DemoAccount extends DemoPerson {
  readonly accountId: string
  readonly postId: string
  readonly childIds: readonly string[] | null
}

const startOf = (day: IsoDate) => `${day}T07:00:00.000Z`

/** Gives each of them an account and a post since the year began. */
export async function addDemoPeople(
  db: Kysely<Database>,
  { schoolId, on, at }: { schoolId: string; on: IsoDate; at: string },
): Promise<readonly DemoAccount[]> {
  const startedOn = firstDayOf(academicYearOf(on))
  const children = await childrenOfSchool(db, scopeOfSchool(schoolId), schoolId).execute()
  const idsByName = new Map(children.map(({ id, forename, surname }) => [`${forename} ${surname}`, id]))
  return inTransaction(db, async (trx) => {
    const added: DemoAccount[] = []
    for (const person of demoPeople) {
      const { name, email, role, label = null, children: named } = person
      const [accountId, postId] = [crypto.randomUUID() as string, crypto.randomUUID() as string]
      const childIds = named?.flatMap((each) => idsByName.get(each) ?? []) ?? null
      await insertAccount(trx, {
        id: accountId,
        email,
        name,
        state: 'active',
        passwordHash: 'none',
        passwordChangedAt: null,
        totpSecret: null,
        totpStep: null,
        createdAt: startOf(startedOn),
        createdBy: null,
        lastSignInAt: at,
        endedAt: null,
        endedReason: null,
        version: 1,
      }).execute()
      await insertPost(trx, {
        id: postId,
        accountId,
        role,
        label,
        // Last year's report names who held the post then.
        startedOn: role === 'designated-teacher' ? firstDayOf(previousYear(academicYearOf(on))) : startedOn,
        endedOn: null,
        state: 'held',
        version: 1,
        schoolId: heldAt[role] === 'school' ? schoolId : null,
        authorityCode: heldAt[role] === 'authority' ? demoSchool.authority.code : null,
        askedBy: null,
        askedAt: startOf(startedOn),
        decidedBy: null,
        decidedAt: startOf(startedOn),
        grantedAlone: 0,
      }).execute()
      const rows = (childIds ?? []).map((childId) => ({
        id: crypto.randomUUID(),
        postId,
        schoolId,
        childId,
        startedOn,
        endedOn: null,
      }))
      await insertPostChildren(trx, rows)
      added.push({ ...person, accountId, postId, childIds })
    }
    return added
  })
}
