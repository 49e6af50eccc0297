import type { SetUpSchool } from './api.ts'
import type { ShellFrame } from './components/vs-shell.ts'
import { longDay, termPlace } from './format.ts'

const standsStill = (evaluatesOn: string) =>
  `It stands at ${longDay(evaluatesOn)}; what is dated later does not count yet.`

/** What stands around every page, from what the server says of the school and the day. */
export function shellFrame(school: SetUpSchool): ShellFrame {
  const { name, on, today, evaluatesOn, terms, position, demonstration } = school
  const isStill = demonstration && on === today && evaluatesOn !== on
  const place = position
    ? termPlace(position)
    : terms.length === 0
      ? 'No term dates for this year yet'
      : 'Not in term'
  return {
    school: name,
    on,
    today,
    schoolDays: terms.flatMap(({ schoolDays }) => schoolDays),
    place,
    isDemonstration: demonstration,
    ...(isStill && { standsAt: standsStill(evaluatesOn) }),
  }
}
