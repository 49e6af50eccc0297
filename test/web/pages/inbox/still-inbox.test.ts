import { describe, expect, it } from 'vitest'
import { stillInbox } from '../../../../web/pages/inbox/still-inbox.ts'
import { anItem } from './an-item.ts'

const [first, second, third] = ['one', 'two', 'three'].map((id) => anItem({ id }))
const shown = stillInbox([], [second!, first!], false).placed
const places = (all: ReturnType<typeof stillInbox>) =>
  all.placed.map(({ item, place }) => `${item.id} ${item.state} in ${place}`)

describe('the list of flags', () => {
  it('stands as the server orders it while nobody works in it', () => {
    const all = stillInbox(shown, [third!, second!, { ...first!, state: 'not-suspended' }], false)
    expect(places(all)).toEqual(['three open in open', 'two open in open', 'one not-suspended in decided'])
    expect([all.held, all.isStale]).toEqual([[], false])
  })

  it('holds a new flag back while somebody works in it', () => {
    const all = stillInbox(shown, [third!, second!, first!], true)
    expect(places(all)).toEqual(['two open in open', 'one open in open'])
    expect(all.held).toEqual([third])
    expect(all.isStale).toBe(true)
  })

  it('shows what was decided meanwhile in its old place', () => {
    const all = stillInbox(shown, [first!, { ...second!, state: 'suspended' }], true)
    expect(places(all)).toEqual(['two suspended in open', 'one open in open'])
    expect(all.isStale).toBe(true)
  })

  it('lets go of what is gone, and is not stale when nothing would move', () => {
    expect(places(stillInbox(shown, [first!], true))).toEqual(['one open in open'])
    expect(stillInbox(shown, [second!, first!], true).isStale).toBe(false)
  })
})
