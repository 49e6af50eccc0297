import { describe, expect, it } from 'vitest'
import {
  byRole,
  daysOf,
  peopleSentence,
  reviewSentence,
  stateOf,
  withoutRole,
  type Person,
  type Post,
} from '../../../../web/pages/people/people-words.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const today = '2026-03-13'

const aPost = (values: Partial<Post> = {}): Post => ({
  id: 'post',
  version: 1,
  role: 'designated-teacher',
  words: 'Designated teacher',
  place: 'Invented School',
  label: null,
  startedOn: '2025-09-01',
  endedOn: null,
  state: 'held',
  askedBy: 'Alex Head',
  askedAt: '2026-03-12T08:00:00.000Z',
  decidedBy: null,
  decidedAt: null,
  sees: null,
  grantedAlone: false,
  waitsFor: null,
  children: null,
  hasList: false,
  can: [],
  ...values,
})
const aPerson = (posts: Post[], values: Partial<Person> = {}): Person => ({
  accountId: 'account',
  version: 1,
  name: 'Robin Reed',
  email: 'robin@school.example',
  state: 'active',
  lastSignInAt: null,
  secondFactor: true,
  asleep: false,
  invitedUntil: null,
  isMe: false,
  posts,
  can: [],
  ...values,
})
const review = { season: 'spring', year: '2025/26', dueOn: '2026-03-27', state: 'due', mine: true } as const
const view = (people: Person[]) => ({
  today,
  people,
  roles: [],
  schools: [],
  authorities: [],
  lastReview: null,
  review,
})
const asked = (can: Post['can']) => aPost({ state: 'asked', waitsFor: 'a headteacher', can })

describe('the sentence of the page', () => {
  it('names who waits for me first, then who waits for others, then the review', () => {
    const sentenceOf = (people: Person[]) => plain(peopleSentence(view(people)))
    expect(sentenceOf([])).toBe('Nobody waits. The spring review is due by Fri 27 March.')
    expect(plain(peopleSentence({ ...view([aPerson([aPost()])]), review: null }))).toBe(
      'Nobody waits for a word; one person has a role here.',
    )
    expect(sentenceOf([aPerson([asked([])])])).toBe(
      'One person waits for somebody else’s word. The spring review is due by Fri 27 March.',
    )
    const two = [aPerson([asked(['decide'])]), aPerson([asked(['confirm'])], { accountId: 'other' })]
    expect(sentenceOf(two)).toBe('Two people wait for your word.')
  })

  it('says of the review whether it is done, due or late', () => {
    const said = (state: 'done' | 'late') => plain(reviewSentence({ review: { ...review, state } }))
    expect(said('done')).toBe('The spring review is done.')
    expect(said('late')).toBe('The spring review was due by Fri 27 March.')
    expect(reviewSentence({ review: null })).toBe('')
  })
})

describe('a role on the page', () => {
  it('says its days from where one stands', () => {
    expect(plain(daysOf(aPost(), today))).toBe('since 1 September')
    expect(plain(daysOf(aPost({ startedOn: '2026-04-13' }), today))).toBe('from 13 April')
    expect(plain(daysOf(aPost({ endedOn: '2026-12-18' }), today))).toBe('1 September to 18 December 2026')
  })

  it('says the first thing that stands in the way', () => {
    const words = (post: Partial<Post>, person: Partial<Person> = {}) => {
      const one = aPost(post)
      return plain(stateOf({ person: aPerson([one], person), post: one }, today).words)
    }
    expect(words({})).toBe('Open')
    expect(words({ state: 'asked', waitsFor: 'a headteacher' })).toBe('Waits for a headteacher')
    expect(words({}, { state: 'invited' })).toBe('The invitation ran out')
    expect(words({}, { state: 'invited', invitedUntil: '2026-03-15T09:00:00.000Z' })).toBe(
      'Invited, until 15 March',
    )
    expect(words({}, { asleep: true })).toBe('Asleep: not used for 90 days')
    expect(words({ grantedAlone: true })).toBe('Given by Alex Head alone')
    expect(words({ children: 0, hasList: true, can: ['children'] })).toBe('No child chosen yet')
    expect(words({ state: 'ahead' })).toBe('Not begun')
  })

  it('stands under its role; who has none any more stands apart', () => {
    const gone = aPerson([aPost({ state: 'over' })], { accountId: 'gone' })
    const both = view([aPerson([aPost(), aPost({ role: 'headteacher', words: 'Headteacher' })]), gone])
    expect(byRole(both).map(({ title }) => title)).toEqual(['Headteacher', 'Designated teacher'])
    expect(withoutRole(both)).toEqual([gone])
  })
})
