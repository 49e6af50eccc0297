import { breach, met, noData, notApplicable } from '../../engine/finding.ts'
import { meetingRecord } from '../../engine/meeting-words.ts'
import { defineRule } from '../../engine/rule.ts'
import { stillFollowed } from '../../engine/still-followed.ts'
import { dayWords } from '../../engine/words.ts'

export default defineRule({
  id: 'pep-views-missing',
  title: 'Child’s own views recorded in the PEP',
  breachTitle: 'Child’s own views missing from the PEP',
  why: 'It is the child’s plan. Guidance, as Virtual Schools report it, asks that the personal education plan (PEP) always records what the child thinks and wants, in words, pictures or any other way.',
  action: {
    text: 'Ask the child, in the way that suits them, and add their views to the PEP.',
    label: 'Add the child’s views',
    form: 'pep-meeting',
  },
  severity: 'medium',
  duty: { owner: 'designated-teacher', force: 'should', source: 'promoting-education', from: '2018-02-26' },
  groups: ['cla'],
  needs: ['pep'],
  check({ pep }, context) {
    const { on } = context
    const meetings = pep.meetings.filter((each) => each.counted && stillFollowed(each.heldOn, context))
    if (meetings.length === 0) return notApplicable('No PEP meeting has been held this academic year.')
    return meetings.map((meeting) => {
      const about = `pep-meeting:${meeting.id}`
      const held = dayWords(meeting.heldOn, on)
      const rest = {
        evidence: [{ label: 'Held', value: held, on: meeting.heldOn, record: meetingRecord(meeting) }],
        record: meetingRecord(meeting),
      }
      if (meeting.childViews === null)
        return noData(about, `Nobody has said whether the PEP of ${held} holds the child’s views.`, rest)
      return meeting.childViews
        ? met(about, `The PEP of ${held} holds the child’s views.`, rest)
        : breach(about, `The PEP of ${held} does not hold the child’s views.`, {
            ...rest,
            since: meeting.heldOn,
          })
    })
  },
})
