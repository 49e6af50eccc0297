import { breach, met, notApplicable } from '../../engine/finding.ts'
import { completeOn, meetingEvidence, meetingRecord, ratingWords } from '../../engine/meeting-words.ts'
import { defineRule } from '../../engine/rule.ts'
import { stillFollowed } from '../../engine/still-followed.ts'
import { dayWords } from '../../engine/words.ts'

export default defineRule({
  id: 'pep-quality-red',
  title: 'PEP accepted by the Virtual School',
  breachTitle: 'PEP rated red by the Virtual School',
  why: 'The Virtual School checks every personal education plan (PEP); one rated red comes back to be mended. How plans are rated is the authority’s own choice.',
  action: {
    text: 'Read the feedback, mend the school’s part, and send the PEP back; or bring the next meeting forward.',
    label: 'Open the PEP meeting',
    form: 'pep-meeting',
  },
  severity: 'medium',
  duty: { owner: 'designated-teacher', force: 'local', source: 'promoting-education', from: '2018-02-26' },
  groups: ['cla'],
  needs: ['pep'],
  check({ pep }, context) {
    const { on } = context
    const meetings = pep.meetings.filter((each) => each.counted && stillFollowed(each.heldOn, context))
    if (meetings.length === 0) return notApplicable('No PEP meeting has been held this academic year.')
    return meetings.map((meeting, index) => {
      const about = `pep-meeting:${meeting.id}`
      const held = dayWords(meeting.heldOn, on)
      if (meeting.quality === null) return notApplicable(`The PEP of ${held} is not rated yet.`, about)
      const next = meetings
        .slice(index + 1)
        .find((each) => completeOn(each, on) !== null && each.quality !== null && each.quality !== 'red')
      const evidence = [meeting, ...(next ? [next] : [])].map((each) => meetingEvidence(each, on))
      if (meeting.quality !== 'red')
        return met(about, `The PEP of ${held} was ${ratingWords(meeting)}.`, { evidence })
      if (next)
        return met(
          about,
          `The PEP of ${held} was rated red; the one of ${dayWords(next.heldOn, on)} was ${ratingWords(next)}.`,
          { evidence },
        )
      return breach(about, `The PEP of ${held} was rated red, and none has been accepted since.`, {
        since: completeOn(meeting, on) ?? meeting.heldOn,
        evidence,
        record: meetingRecord(meeting),
      })
    })
  },
})
