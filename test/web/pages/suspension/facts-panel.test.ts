import { expect, it } from 'vitest'
import { isoDate, localMinute } from '../../../../server/calendar/iso-date.ts'
import { contactWords, registerWords } from '../../../../web/pages/suspension/facts-panel.ts'

const words = (...all: (boolean | null)[]) =>
  registerWords({
    register: all.map((fits) => ({
      on: isoDate('2026-03-16'),
      session: 'AM',
      code: fits === null ? null : 'E',
      fits,
    })),
  })

it('the register fits, does not, or has not come yet', () => {
  expect(words(true, true)).toBe('All 2 half days are marked as they should be.')
  expect(words(true)).toBe('Its half day is marked as it should be.')
  expect(words(true, null)).toBe('1 of 2 half days are marked as they should be; 1 not brought in yet.')
  expect(words(null, null)).toBe('No mark of its half days has been brought in yet.')
  expect(words(false, true, null)).toContain(
    '1 of 3 half days has a mark that does not fit; 1 not brought in yet.',
  )
  expect(words()).toBe('None of its half days stands in the register so far.')
})

it('a contact says how it went, and of asking that was recorded after the decision on which day', () => {
  const contact = {
    id: 'c1',
    at: localMinute('2026-03-13T08:40'),
    withRole: 'virtual-school',
    purpose: 'before-suspension',
    how: 'phone',
    outcome: 'reached',
    madeBy: 'Sam Teacher',
    note: null,
    recordedAfterwards: null,
  } as const
  expect(contactWords(contact)).toBe('by telephone, reached, Sam Teacher')
  expect(contactWords({ ...contact, recordedAfterwards: isoDate('2026-03-16') })).toMatch(
    /, Sam Teacher, recorded afterwards on 16\sMar$/,
  )
})
