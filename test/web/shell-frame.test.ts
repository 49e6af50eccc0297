import { expect, it } from 'vitest'
import { isoDate } from '../../server/calendar/iso-date.ts'
import type { SetUpSchool } from '../../web/api.ts'
import { shellFrame } from '../../web/shell-frame.ts'

const school = (changed: Partial<SetUpSchool>) =>
  ({
    name: 'Larkmere Primary',
    on: isoDate('2026-11-22'),
    today: isoDate('2026-11-22'),
    evaluatesOn: isoDate('2026-11-20'),
    terms: [],
    position: null,
    demonstration: true,
    ...changed,
  }) as unknown as SetUpSchool

it('a demonstration that stands at its last school day says so on every page', () => {
  expect(shellFrame(school({})).standsAt?.replaceAll('\u00a0', ' ')).toMatch(
    /^It stands at Friday 20 November;/,
  )
})

it('a demonstration on a school day, and as at another day, says nothing of the kind', () => {
  const onAFriday = { on: isoDate('2026-11-20'), today: isoDate('2026-11-20') }
  expect(shellFrame(school(onAFriday)).standsAt).toBeUndefined()
  expect(shellFrame(school({ on: isoDate('2026-11-20') })).standsAt).toBeUndefined()
})

it('a school is worked out as at today on every day', () => {
  const today = { evaluatesOn: isoDate('2026-11-22'), demonstration: false }
  expect(shellFrame(school(today)).standsAt).toBeUndefined()
})
