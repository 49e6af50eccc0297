import type { Kysely } from 'kysely'
import type { Database } from '../../../db/schema.ts'
import type { Scope } from '../../../db/scope.ts'
import type { Picture } from '../../alerts/picture.ts'
import { isoDate } from '../../calendar/iso-date.ts'
import { hasSocialWorker } from '../../law/cohorts.ts'
import { hasEhcPlan, isPlanSaid } from '../../law/special-need.ts'
import { offSiteLetter } from '../../pathway/letter-off-site.ts'
import type { Letter } from '../../pathway/shapes-after.ts'
import { writtenTo } from './written-to.ts'

/** The notice of one off-site direction, made of what is recorded; undefined where the picture has not its child. */
export async function offSiteLetterFor(
  db: Kysely<Database>,
  at: { scope: Scope },
  picture: Picture,
  direction: Database['offSiteDirection'],
): Promise<Letter | undefined> {
  const child = picture.children.find(({ row }) => row.id === direction.childId)
  if (!child) return undefined
  const { row, facts } = child
  const said = direction.hasPlan === null ? null : direction.hasPlan === 1
  const now = facts.care?.now
  return offSiteLetter({
    ...(await writtenTo(db, at, picture, row.id)),
    name: `${row.forename} ${row.surname}`,
    dateOfBirth: facts.identity.dateOfBirth,
    school: picture.school.name,
    direction,
    hasPlan: isPlanSaid(said, hasEhcPlan(facts.specialNeed, isoDate(direction.startsOn))),
    home: facts.home,
    care: {
      hasSocialWorker: now !== undefined && hasSocialWorker(now),
      isLookedAfter: now?.cla === true,
    },
    calendar: picture.calendar,
    on: picture.on,
  })
}
