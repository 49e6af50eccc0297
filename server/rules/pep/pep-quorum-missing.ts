import { breach, met, noData, notApplicable } from '../../engine/finding.ts'
import { meetingRecord } from '../../engine/meeting-words.ts'
import { defineRule } from '../../engine/rule.ts'
import { stillFollowed } from '../../engine/still-followed.ts'
import { dayWords, list } from '../../engine/words.ts'

const wanted = [
  ['social-worker', 'the social worker'],
  ['designated-teacher', 'the designated teacher'],
  ['carer', 'the carer'],
] as const

export default defineRule({
  id: 'pep-quorum-missing',
  title: 'PEP meeting with social worker, designated teacher and carer',
  breachTitle: 'PEP meeting without everyone it needs',
  why: 'The personal education plan (PEP) binds the people who can keep its promises: the social worker for the authority, the designated teacher for the school, the carer for home. Guidance, as Virtual Schools report it, asks for all three.',
  action: {
    text: 'Correct the record if somebody is left out; else agree the plan with whoever was missing and say so.',
    label: 'Open the PEP meeting',
    form: 'pep-meeting',
  },
  severity: 'medium',
  duty: { owner: 'local-authority', force: 'should', source: 'promoting-education', from: '2018-02-26' },
  groups: ['cla'],
  needs: ['pep'],
  check({ pep }, context) {
    const { on } = context
    const meetings = pep.meetings.filter((each) => each.counted && stillFollowed(each.heldOn, context))
    if (meetings.length === 0) return notApplicable('No PEP meeting has been held this academic year.')
    return meetings.map((meeting) => {
      const about = `pep-meeting:${meeting.id}`
      const held = dayWords(meeting.heldOn, on)
      const missing = wanted.filter(([role]) => !meeting.attended.includes(role)).map(([, words]) => words)
      const present = meeting.attended.map((role) => role.replaceAll('-', ' '))
      const evidence = [
        { label: 'Held', value: held, on: meeting.heldOn, record: meetingRecord(meeting) },
        { label: 'Recorded as there', value: present.length === 0 ? 'No record' : list(present) },
      ]
      if (present.length === 0)
        return noData(about, `Nobody has said who was at the PEP meeting on ${held}.`, {
          evidence,
          record: meetingRecord(meeting),
        })
      return missing.length === 0
        ? met(about, `Social worker, designated teacher and carer were there on ${held}.`, { evidence })
        : breach(about, `The PEP meeting on ${held} was held without ${list(missing)}.`, {
            headline: `PEP meeting without ${list(missing)}`,
            since: meeting.heldOn,
            final: true,
            evidence,
            record: meetingRecord(meeting),
          })
    })
  },
})
