import { isoDate } from '../../calendar/iso-date.ts'
import { latestSuspensions } from '../../law/benchmarks.ts'
import { sources, type SourceId } from '../../law/sources.ts'
import type { ReportDocument } from '../shapes.ts'
import { publishedGroups } from './absence-context.ts'
import type { Writing } from './writing.ts'

const always: readonly SourceId[] = ['designated-teacher', 'promoting-education', 'role-extension']
const ofAttendance: readonly SourceId[] = ['attendance-guidance', 'absence-statistics']

/** The edition of the exclusion guidance that is in force on the day. */
const exclusion = (on: Writing['on']): SourceId =>
  on >= isoDate(sources['exclusion-guidance-2026'].from) ? 'exclusion-guidance-2026' : 'exclusion-guidance'

/** What the report rests on: guidance, and what others publish beside our numbers. */
export function sourcesOf(from: Writing, isSmall: boolean): ReportDocument['sources'] {
  const guidance = [...always, ...ofAttendance, exclusion(from.on)].flatMap((id) => {
    const { title, url } = sources[id]
    return url === null ? [] : [{ title, url }]
  })
  const published = isSmall
    ? []
    : [...publishedGroups.flatMap(from.publishedFor), ...latestSuspensions(from.year)].map(
        ({ source, url }) => ({ title: source, url }),
      )
  const all = [...guidance, ...published]
  return all.filter((each, at) => all.findIndex(({ title }) => title === each.title) === at)
}
