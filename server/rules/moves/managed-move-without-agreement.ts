import { isoDate } from '../../calendar/iso-date.ts'
import { breach, due, met, notApplicable } from '../../engine/finding.ts'
import { defineRule } from '../../engine/rule.ts'
import { stillFollowed } from '../../engine/still-followed.ts'
import { dateWords, dayWords } from '../../engine/words.ts'

const FROM = '2026-07-26'

export default defineRule({
  id: 'managed-move-without-agreement',
  title: 'Managed move agreed by everybody',
  breachTitle: 'Managed move without agreement on record',
  why: 'A managed move is a permanent transfer that everybody agrees to, without a trial. Under the threat of an exclusion it is no agreement. An off-site direction may come first, with its own notice and reviews.',
  action: {
    text: 'Ask the parents, hear the child, and record that they agree; without it the child stays, and the move is not made.',
    label: 'Open the managed move',
    form: 'managed-move',
  },
  severity: 'high',
  duty: { owner: 'headteacher', force: 'should', source: 'exclusion-guidance-2026', from: FROM },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['managedMove'],
  check({ managedMove }, context) {
    const { on } = context
    return managedMove
      .filter(({ agreedOn }) => stillFollowed(agreedOn, context))
      .map(({ id, agreedOn, startsOn, parentAgrees }) => {
        const about = `managed-move:${id}`
        if (agreedOn < isoDate(FROM))
          return notApplicable('Arranged before 26 July 2026, under the guidance of then.', about)
        const record = { kind: 'managed-move', id }
        const begins = startsOn === null ? 'no day set' : dayWords(startsOn, on)
        const evidence = [
          { label: 'Arranged', value: dayWords(agreedOn, on), on: agreedOn, record },
          { label: 'Begins', value: begins },
          {
            label: 'Parents agree',
            value: parentAgrees === null ? 'no record' : parentAgrees ? 'yes' : 'no',
          },
        ]
        const rest = { evidence, record }
        const name = `the managed move of ${dateWords(agreedOn, on)}`
        if (parentAgrees) return met(about, 'The parents agree to the managed move.', { evidence })
        if (parentAgrees === false)
          return breach(about, 'The parents do not agree: a managed move is voluntary and cannot go on.', {
            ...rest,
            since: agreedOn,
            headline: `Parents do not agree to ${name}`,
          })
        if (startsOn === null || on < startsOn)
          return due(about, 'No record says that the parents agree; the move cannot begin without it.', {
            ...rest,
            ...(startsOn === null ? {} : { dueOn: startsOn }),
            headline: `Record the agreement to ${name}`,
          })
        return breach(about, `It began on ${begins}; no record says that the parents agree.`, {
          ...rest,
          since: startsOn,
          headline: `No agreement on record to ${name}`,
        })
      })
  },
})
