import { openDatabase } from '../../../db/connect.ts'
import { scopeOfSchool } from '../../../server/access/scope.ts'
import { isoDate, localMinute } from '../../../server/calendar/iso-date.ts'
import { buildSchoolCalendar } from '../../../server/calendar/school-calendar.ts'
import { keepContact } from '../../../server/pathway/contact.ts'
import { decide } from '../../../server/pathway/decide.ts'
import { openConsideration } from '../../../server/pathway/open.ts'
import { saveDraft } from '../../../server/pathway/save-draft.ts'
import { change } from '../rows.ts'

/**
 * Considers and decides on lunchtimes of one child, a later day each time, until it is killed; says when each is
 * decided. What was left open by the one before it is taken up.
 */
const [target, schoolId, childId, from] = process.argv.slice(2)
const { db } = await openDatabase(JSON.parse(target!))
const scope = scopeOfSchool(schoolId!)
const calendar = buildSchoolCalendar([])
const at = localMinute('2026-03-13T09:31')
const fields = {
  kind: 'lunchtime',
  startSession: null,
  halfDays: 1,
  missesExam: null,
  examOn: null,
  happenedAt: null,
  whatHappened: null,
  whatBefore: null,
  reasons: ['DB'],
  ringBack: null,
} as const
const asking = {
  withRole: 'virtual-school',
  outcome: 'reached',
  how: 'phone',
  note: null,
  agreedBy: null,
  refusedBy: null,
  contactedAt: localMinute('2026-03-13T09:30'),
} as const
const judged = { contacts: [], refusal: null, leftOn: null, overlaps: null }

for (let turn = Number(from); ; turn++) {
  const opened = await openConsideration(db, scope, { schoolId: schoolId!, childId: childId! }, change)
  if (!('row' in opened)) throw new Error(opened.outcome)
  const { id, version } = opened.row
  // No day twice: the year, the month and the day of the number.
  const day = [30 + (turn % 60), 1 + (Math.floor(turn / 60) % 12), 1 + (Math.floor(turn / 720) % 28)]
  const startedOn = isoDate(`20${day.map((part) => String(part).padStart(2, '0')).join('-')}`)
  const saved = await saveDraft(db, scope, { id, version }, { ...fields, startedOn }, change)
  if (!('row' in saved)) throw new Error(saved.outcome)
  for (let times = 0; times < 2; times++)
    await keepContact(db, scope, { considerationId: id, id: crypto.randomUUID() }, asking, change)
  const seen = { id, version: saved.row.version }
  // As on the day itself, so that a later year is no slip.
  const deciding = { at, today: startedOn, calendar, judge: () => Promise.resolve(judged) }
  const decision = { decision: 'suspended', instead: null, withoutContact: null } as const
  const { outcome } = await decide(db, scope, seen, decision, deciding, change)
  if (outcome !== 'ok') throw new Error(outcome)
  process.stdout.write(`${id}\n`)
}
