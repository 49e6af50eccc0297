import type { IsoDate } from '../../calendar/iso-date.ts'
import { notApplicable, type Finding } from '../../engine/finding.ts'
import { defineRule } from '../../engine/rule.ts'
import { stillFollowed } from '../../engine/still-followed.ts'
import { tellingFinding, type ToTell } from '../../engine/told-together.ts'
import { capital, dateWords, dayWords } from '../../engine/words.ts'
import { cohortsOn, hasSocialWorker } from '../../law/cohorts.ts'

type Times = Readonly<Record<'socialWorkerToldAt' | 'virtualSchoolToldAt', ToTell['at']>>

export default defineRule({
  id: 'social-worker-not-told-of-move',
  title: 'Social worker and Virtual School told of a move or shorter days',
  breachTitle: 'Social worker or Virtual School not told of a move or shorter days',
  why: 'A new place or fewer hours change the day of a child and of those who care for the child. The school’s own line: the social worker, and for a looked-after child the Virtual School, know before it begins and are asked to the reviews.',
  action: {
    text: 'Tell them what is planned, from when and why, ask them to the reviews, and record when each was told.',
    label: 'Open the record',
    form: 'off-site-direction',
  },
  severity: 'medium',
  duty: { owner: 'designated-teacher', force: 'local', source: 'local-policy', from: '2012-09-01' },
  groups: ['cla', 'cin', 'cp'],
  needs: ['care', 'offSiteDirection', 'managedMove', 'partTimeTimetable'],
  check({ care, offSiteDirection, managedMove, partTimeTimetable }, context) {
    const { on } = context
    const told = (kind: string, words: string, id: string, beginsOn: IsoDate, times: Times): Finding[] => {
      if (beginsOn <= on && !stillFollowed(beginsOn, context)) return []
      const about = `${kind}:${id}`
      const then = cohortsOn(care.episodes, beginsOn < on ? beginsOn : on)
      if (!hasSocialWorker(then)) return [notApplicable('No social worker when it began.', about)]
      const virtualSchool = {
        who: 'the Virtual School',
        role: 'virtual-school',
        at: times.virtualSchoolToldAt,
      }
      return [
        tellingFinding(
          {
            about,
            what: `${capital(words)} from ${dayWords(beginsOn, on)}`,
            name: `${words} of ${dateWords(beginsOn, on)}`,
            all: [
              { who: 'the social worker', role: 'social-worker', at: times.socialWorkerToldAt },
              ...(then.cla ? [virtualSchool] : []),
            ],
            lastDay: beginsOn,
            soon: `by ${dayWords(beginsOn, on)}, the school’s own line`,
            evidence: [
              { label: 'Begins', value: dayWords(beginsOn, on), on: beginsOn, record: { kind, id } },
            ],
            record: { kind, id },
          },
          on,
        ),
      ]
    }
    return [
      ...offSiteDirection.flatMap((each) =>
        told('off-site-direction', 'an off-site direction', each.id, each.startsOn, each),
      ),
      ...managedMove.flatMap((each) =>
        told('managed-move', 'a managed move', each.id, each.startsOn ?? each.agreedOn, each),
      ),
      ...partTimeTimetable.flatMap((each) =>
        told('part-time-timetable', 'a part-time timetable', each.id, each.startsOn, each),
      ),
    ]
  },
})
