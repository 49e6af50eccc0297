import { expect, it } from 'vitest'
import { saysSentHome } from '../../../server/records/sent-home.ts'

it.each([
  'Sent home to cool off.',
  'Send Alex home for the rest of the day',
  'Sending the child home, mum agrees.',
  'Goes home early today',
  'He went home at 11 with his father.',
  'Collected by gran and taken home',
  'Parents picked up Alex and took him home.',
  'Fetched home by the carer',
  'Kept at home until Monday',
  'Will stay quietly at home tomorrow',
  'Cooling off at home',
  'A day off school, agreed with the carer.',
  'A letter was sent home. Alex was sent home too.',
])('reads of sending home: %s', (words) => {
  expect(saysSentHome(words)).toBe(true)
})

it.each([
  'Time to cool off in the quiet room.',
  'A letter was sent home.',
  'We sent a note home to the carers.',
  'Goes home at the usual time with the others.',
  'The key adult rings home each Friday.',
  'A home visit with the adviser on Tuesday.',
  'Work is set for home.',
  'Stays in school, in the learning base.',
  'Moves to another children’s home on Monday; we keep the routine.',
])('reads of something else: %s', (words) => {
  expect(saysSentHome(words)).toBe(false)
})
