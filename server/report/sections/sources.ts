import { isoDate } from '../../calendar/iso-date.ts'
import { list } from '../../engine/words.ts'
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
  return oncePerAddress([...guidance, ...published])
}

const LAST_YEAR = /\d{4}\/\d{2}$/

/** Each source once; those of several years at one address under one title: `…, 2024/25 and 2020/21`. */
function oncePerAddress(all: ReportDocument['sources']): ReportDocument['sources'] {
  const stem = (title: string) => title.replace(LAST_YEAR, '')
  const groups = new Map<string, string[]>()
  for (const { title, url } of all) {
    const key = `${stem(title)}\n${url}`
    const years = groups.get(key) ?? []
    const year = LAST_YEAR.exec(title)?.[0] ?? ''
    groups.set(key, years.includes(year) ? years : [...years, year])
  }
  return [...groups].map(([key, years]) => {
    const [begin = '', url = ''] = key.split('\n')
    return { title: `${begin}${list(years)}`, url }
  })
}
