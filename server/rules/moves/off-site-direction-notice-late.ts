import { addDays, dayOf } from '../../calendar/iso-date.ts'
import { breach, due, met, noData } from '../../engine/finding.ts'
import { offSiteUnknown } from '../../engine/off-site-bound.ts'
import { defineRule } from '../../engine/rule.ts'
import { schoolDaysBefore } from '../../engine/school-days-before.ts'
import { stillFollowed } from '../../engine/still-followed.ts'
import { count, dateWords, dayWords, list, minuteWords } from '../../engine/words.ts'
import { valueOn } from '../../law/dated.ts'
import { hasEhcPlan, isPlanSaid } from '../../law/special-need.ts'
import { thresholds } from '../../law/thresholds.ts'

export default defineRule({
  id: 'off-site-direction-notice-late',
  title: 'Notice of an off-site direction complete and in time',
  breachTitle: 'Notice of an off-site direction late or incomplete',
  why: 'A child who is sent elsewhere for a time to improve behaviour arrives better prepared when the parent knew where, why and for how long: in writing, at least two school days before. Since July 2026 this binds academies too.',
  action: {
    text: 'Give the parent the written notice: address, whom to report to, number of days, reasons and objectives, times. Where there is an education, health and care plan, the authority has it too.',
    label: 'Open the off-site direction',
    form: 'off-site-direction',
  },
  severity: 'high',
  duty: {
    owner: 'governing-board',
    force: 'must',
    source: 'off-site-2010',
    place: 'reg 3',
    from: '2010-09-01',
  },
  groups: ['cla', 'previouslyCla', 'cin', 'cp', 'kinship', 'ever6'],
  needs: ['offSiteDirection', 'specialNeed'],
  check({ offSiteDirection, specialNeed }, context) {
    const { on, calendar } = context
    return offSiteDirection
      .filter(({ startsOn }) => startsOn > on || stillFollowed(startsOn, context))
      .map((each) => {
        const { startsOn, noticeAt, authorityNoticeAt, missing } = each
        const about = `off-site-direction:${each.id}`
        const unknown = offSiteUnknown(startsOn, about, on)
        if (unknown) return unknown
        const notice = valueOn(thresholds.offSiteNotice, startsOn)
        const lastDay = schoolDaysBefore(calendar, startsOn, notice)
        if (lastDay === null) return noData(about, 'The school’s days before it are not known.')
        const record = { kind: 'off-site-direction', id: each.id }
        const hasPlan = isPlanSaid(each.hasPlan, hasEhcPlan(specialNeed, startsOn))
        const notices = [
          { who: 'the parent', at: noticeAt },
          ...(hasPlan ? [{ who: 'the authority of the plan', at: authorityNoticeAt }] : []),
        ]
        const by = `${dayWords(lastDay, on)}, ${count(notice, 'school day')} before it begins on ${dayWords(startsOn, on)}`
        const evidence = [
          { label: 'Begins', value: dayWords(startsOn, on), on: startsOn, record },
          { label: 'Last day for the notice', value: dayWords(lastDay, on), on: lastDay },
          ...notices.map(({ who, at }) => ({
            label: `Notice to ${who}`,
            value: at === null ? 'no record' : minuteWords(at, on),
          })),
          ...(missing.length === 0 ? [] : [{ label: 'Not in the notice', value: list(missing) }]),
        ]
        const untold = notices.filter(({ at }) => at === null).map(({ who }) => who)
        const late = notices.flatMap(({ who, at }) =>
          at !== null && dayOf(at) > lastDay ? [`${who} had it on ${minuteWords(at, on)}`] : [],
        )
        const lacks = missing.length === 0 ? '' : ` It does not say ${list(missing)}.`
        const rest = { evidence, record }
        const over = { ...rest, since: addDays(lastDay, 1) }
        const name = `the off-site direction of ${dateWords(startsOn, on)}`
        if (untold.length > 0 && on <= lastDay)
          return due(about, `Written notice must reach ${list(untold)} by ${by}.${lacks}`, {
            ...rest,
            dueOn: lastDay,
            headline: `Give notice of ${name}`,
          })
        if (untold.length > 0)
          return breach(about, `No record of written notice to ${list(untold)} by ${by}.${lacks}`, {
            ...over,
            headline: `No notice of ${name}`,
          })
        if (late.length > 0)
          return breach(about, `Written notice was due by ${by}; ${list(late)}.${lacks}`, {
            ...over,
            final: true,
            headline: `Late notice of ${name}`,
          })
        if (missing.length === 0 && hasPlan === null)
          return noData(
            about,
            `Complete written notice was given by ${by}. Whether the child has an education, health and care plan is not recorded: with one, the authority has the notice too.`,
          )
        if (missing.length === 0)
          return met(about, `Complete written notice was given by ${by}.`, { evidence })
        if (on <= lastDay)
          return due(about, `Written notice was given, to be complete by ${by}.${lacks}`, {
            ...rest,
            dueOn: lastDay,
            headline: `Complete the notice of ${name}`,
          })
        return breach(about, `Written notice was given in time, but not complete.${lacks}`, {
          ...over,
          headline: `Incomplete notice of ${name}`,
        })
      })
  },
})
