import { isoDate } from '../../../../server/calendar/iso-date.ts'
import type { OffSiteDirectionFact } from '../../../../server/facts/child-facts.ts'
import rule from '../../../../server/rules/moves/off-site-direction-review-missing.ts'
import { calendarToSpring } from '../../../support/build/a-calendar.ts'
import { careOf } from '../../../support/build/a-care.ts'
import { aChild } from '../../../support/build/a-child.ts'
import { anOffSiteDirection } from '../../../support/build/a-move.ts'
import { calendarToAutumn2026 as calendar } from '../../../support/build/autumn-2026.ts'
import { judge } from '../judge.ts'

type Days = 'startsOn' | 'endsOn' | 'nextReviewOn' | 'lastReviewOn' | 'reviewAskedOn'

/** An off-site direction from Monday 7 September 2026 with its days of review. */
const directed = (days: Partial<Record<Days, string>> = {}) =>
  aChild({
    offSiteDirection: [
      anOffSiteDirection(
        '2026-09-07',
        Object.fromEntries(
          Object.entries(days).map(([name, day]) => [name, isoDate(day)]),
        ) as Partial<OffSiteDirectionFact>,
      ),
    ],
  })

judge(rule, [
  {
    name: 'is due from the day before it begins, when no review is planned, by the school’s own line',
    child: directed({ startsOn: '2026-09-08' }),
    on: '2026-09-07',
    calendar,
    verdict: {
      status: 'due',
      dueOn: '2026-09-15',
      message: 'No review is planned; plan one by Tue 15 September, the school’s own line.',
    },
  },
  {
    name: 'is no breach in the days in which a review is still to be planned',
    child: directed(),
    on: '2026-09-14',
    calendar,
    verdict: { status: 'due', dueOn: '2026-09-14' },
  },
  {
    name: 'is broken the day after that line',
    child: directed(),
    on: '2026-09-15',
    calendar,
    verdict: {
      status: 'breach',
      since: '2026-09-15',
      message: 'No review was planned by Mon 14 September, the school’s own line.',
    },
  },
  {
    name: 'is kept while the next review is ahead',
    child: directed({ nextReviewOn: '2026-09-21' }),
    on: '2026-09-20',
    calendar,
    verdict: { status: 'met', message: 'The next review is on Mon 21 September.' },
  },
  {
    name: 'is due on the day of the review',
    child: directed({ nextReviewOn: '2026-09-21' }),
    on: '2026-09-21',
    calendar,
    verdict: 'due',
  },
  {
    name: 'is broken the day after without a record of it',
    child: directed({ nextReviewOn: '2026-09-21' }),
    on: '2026-09-22',
    calendar,
    verdict: { status: 'breach', since: '2026-09-22', final: undefined },
  },
  {
    name: 'needs a next one after the last',
    child: directed({ nextReviewOn: '2026-09-21', lastReviewOn: '2026-09-21' }),
    on: '2026-09-29',
    calendar,
    verdict: {
      status: 'breach',
      message:
        'No review was planned by Mon 28 September, the school’s own line. The last was on Mon 21 September.',
    },
  },
  {
    name: 'is due within the school’s own line when a parent asked for it in writing',
    child: directed({ reviewAskedOn: '2026-10-01', nextReviewOn: '2026-12-01' }),
    on: '2026-10-15',
    calendar,
    verdict: { status: 'due', dueOn: '2026-10-15' },
  },
  {
    name: 'is broken after it',
    child: directed({ reviewAskedOn: '2026-10-01', nextReviewOn: '2026-12-01' }),
    on: '2026-10-16',
    calendar,
    verdict: { status: 'breach', since: '2026-10-16' },
  },
  {
    name: 'is not owed when one was held exactly ten weeks before the asking',
    child: directed({ lastReviewOn: '2026-09-10', reviewAskedOn: '2026-11-19', nextReviewOn: '2026-12-10' }),
    on: '2026-12-09',
    calendar,
    verdict: 'met',
  },
  {
    name: 'is owed when the last was ten weeks and a day before the asking',
    child: directed({ lastReviewOn: '2026-09-10', reviewAskedOn: '2026-11-20', nextReviewOn: '2026-12-10' }),
    on: '2026-12-09',
    calendar,
    verdict: 'breach',
  },
  {
    name: 'is answered by a review after the asking',
    child: directed({ reviewAskedOn: '2026-10-01', lastReviewOn: '2026-10-08', nextReviewOn: '2026-12-01' }),
    on: '2026-11-02',
    calendar,
    verdict: 'met',
  },
  {
    name: 'is not known when the school’s days after the asking are not',
    child: directed({ reviewAskedOn: '2026-09-14' }),
    on: '2026-09-15',
    calendar: calendarToSpring,
    verdict: 'no-data',
  },
  {
    name: 'is no duty once it has ended',
    child: directed({ endsOn: '2026-09-18' }),
    on: '2026-09-21',
    calendar,
    verdict: { status: 'not-applicable', message: 'The off-site direction has ended.' },
  },
  {
    name: 'is not known of one that began the day before the law bound academies too',
    child: directed({ startsOn: '2026-07-25' }),
    on: '2026-09-21',
    calendar,
    verdict: {
      status: 'no-data',
      message:
        'Began on Sat 25 July 2026, before 26 July 2026: until then the procedure bound maintained schools alone, and whether this was one is not recorded.',
    },
  },
  {
    name: 'binds one that begins on the very day on which the law bound academies too',
    child: directed({ startsOn: '2026-07-26' }),
    on: '2026-09-21',
    calendar,
    verdict: 'breach',
  },
  {
    name: 'binds one that begins the day after it',
    child: directed({ startsOn: '2026-07-27' }),
    on: '2026-09-21',
    calendar,
    verdict: 'breach',
  },
  {
    name: 'is not known either on a day before the law bound academies too',
    child: directed({ startsOn: '2026-03-12' }),
    on: '2026-03-13',
    verdict: { status: 'no-data', message: /^Began on Thu 12 March, before 26 July 2026: / },
  },
  {
    name: 'stands in no list for a child in no group',
    child: { ...directed(), care: careOf() },
    on: '2026-09-21',
    calendar,
    verdict: 'not-applicable',
  },
])
