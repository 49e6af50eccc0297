import { addDays } from '../../calendar/iso-date.ts'
import { breach, due, met, noData, notApplicable } from '../../engine/finding.ts'
import { completeOn, meetingEvidence, meetingRecord, meetingWords } from '../../engine/meeting-words.ts'
import { defineRule } from '../../engine/rule.ts'
import { stillFollowed } from '../../engine/still-followed.ts'
import { capital, count, dayWords } from '../../engine/words.ts'

export default defineRule({
  id: 'pep-not-completed',
  title: 'PEP completed soon after its meeting',
  breachTitle: 'PEP held but not completed',
  why: 'Until the personal education plan (PEP) is written up nobody can act on what was agreed, and the Virtual School cannot check it. How many school days that may take is the school’s own line.',
  action: {
    text: 'Write up what was agreed, send it to the Virtual School and record the day it was complete.',
    label: 'Complete the PEP',
    form: 'pep-meeting',
  },
  severity: 'medium',
  duty: { owner: 'designated-teacher', force: 'local', source: 'local-policy', from: '2018-02-26' },
  groups: ['cla'],
  needs: ['pep'],
  options: {
    schoolDays: { label: 'School days to complete a PEP after its meeting', unit: 'school days', value: 10 },
  },
  check({ pep }, context) {
    const { on, calendar, options } = context
    const { schoolDays } = options
    const meetings = pep.meetings.filter((each) => each.counted && stillFollowed(each.heldOn, context))
    if (meetings.length === 0) return notApplicable('No PEP meeting has been held this academic year.')
    return meetings.map((meeting) => {
      const about = `pep-meeting:${meeting.id}`
      const held = dayWords(meeting.heldOn, on)
      const evidence = [meetingEvidence(meeting, on)]
      if (completeOn(meeting, on) !== null)
        return met(about, `${capital(meetingWords(meeting, on))}.`, { evidence })
      const limit = calendar.addSchoolDays(meeting.heldOn, schoolDays)
      if (limit === null)
        return noData(
          about,
          `Held on ${held}, not complete; the school calendar does not reach ${count(schoolDays, 'school day')} further.`,
        )
      const rest = {
        evidence: [
          ...evidence,
          { label: `${count(schoolDays, 'school day')} end`, value: dayWords(limit, on), on: limit },
        ],
        record: meetingRecord(meeting),
      }
      return on <= limit
        ? due(about, `Held on ${held}, to be complete by ${dayWords(limit, on)}.`, {
            ...rest,
            headline: 'PEP to complete',
            dueOn: limit,
          })
        : breach(
            about,
            `Held on ${held}, and not complete by ${dayWords(limit, on)}, ${count(schoolDays, 'school day')} later.`,
            {
              ...rest,
              since: addDays(limit, 1),
            },
          )
    })
  },
})
