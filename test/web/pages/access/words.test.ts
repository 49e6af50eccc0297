import { expect, it } from 'vitest'
import { accessView } from '../../../../server/api/views/access.ts'
import {
  answerTo,
  classWords,
  heldWords,
  ownSentence,
  usualExtent,
  type RoleRights,
} from '../../../../web/pages/access/words.ts'

const { roles } = accessView('governor')
const roleOf = (name: string): RoleRights => roles.find(({ role }) => role === name)!
const classOf = (role: string, number: number) => roleOf(role).classes.find((each) => each.number === number)!

it('one’s own role comes first', () => {
  expect(roles[0]).toMatchObject({ role: 'governor', mine: true })
  expect(roles.filter(({ mine }) => mine)).toHaveLength(1)
})

it('yes is what most rights of a role reach, said once; what differs is said where it stands', () => {
  expect(heldWords(roleOf('designated-teacher'))).toBe('Held at one school. “Yes” means: the whole school.')
  const usual = usualExtent(roleOf('designated-teacher'))
  expect(answerTo(classOf('designated-teacher', 1), 'write', usual)).toBe('yes')
  expect(answerTo(classOf('designated-teacher', 11), 'read', usual)).toBe('their own actions')
  expect(answerTo(classOf('designated-teacher', 1), 'export', usual)).toBeNull()
})

it('a governor’s yes is of no child', () => {
  expect(heldWords(roleOf('governor'))).toContain('published figures alone, of no child')
})

it('a class of data has a short name and what it holds', () => {
  expect(classWords(classOf('designated-teacher', 1))).toEqual({
    name: 'Identity',
    holds: 'name, date of birth, year',
  })
  expect(classWords(classOf('designated-teacher', 7))).toEqual({ name: 'Attendance', holds: '' })
})

it('the page says first how much one’s own role opens', () => {
  expect(ownSentence(roles)).toMatch(/^You read \d+ of \d+ kinds of data here, and change (\d+|none)\.$/)
  expect(ownSentence(accessView('designated-teacher').roles)).toBe(
    'You read 15 of 17 kinds of data here, and change 12.',
  )
  expect(ownSentence([])).toBeNull()
})
