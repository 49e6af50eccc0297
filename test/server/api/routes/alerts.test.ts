import { beforeAll, expect, it } from 'vitest'
import type { OpenDatabase } from '../../../../db/connect.ts'
import { describeBothDatabases } from '../../../support/databases.ts'
import { anApp, bringSampleIn, type Ask } from '../../../support/an-app.ts'
import { createDesk } from '../../../../server/api/desk.ts'

interface Card {
  alertId: string
  version: number
  state: string
  ruleId: string
  child: { id: string; name: string }
  status: string
}

describeBothDatabases('an alert', (open) => {
  let database: OpenDatabase
  let ask: Ask
  /** Whoever works on that day, after its evaluation. Days only go on: the tests that need one come last. */
  const on = async (day: string) => {
    const { ask: askThen, deps } = anApp(database, day)
    await createDesk(deps).evaluateIfNewDay()
    return askThen
  }

  beforeAll(async () => {
    database = await open()
    await bringSampleIn(database, (name) => !name.startsWith('session-marks'))
    ask = await on('2026-03-13')
  })

  const cards = async (group: string, asking = ask): Promise<Card[]> => {
    const { json } = await asking('GET', '/api/today')
    return json.groups[group].flatMap((entry: { cards: Card[] }) => entry.cards)
  }
  const springPep = async (name: string) =>
    (await cards('due')).find(({ ruleId, child }) => ruleId === 'termly-pep-missing' && child.name === name)!
  const answer = (card: Card, body: object, version = card.version) =>
    ask('POST', `/api/alerts/${card.alertId}/answer`, body, { 'if-match': `"${version}"` })

  it('of repeated suspension is closed by no word that it was done or was not, for only a record shows something different', async () => {
    const card = (await cards('watch')).find(({ ruleId }) => ruleId === 'suspension-repeated')!
    const { status, json } = await answer(card, { answer: 'done' })
    expect([status, json.field]).toEqual([422, 'answer'])
    expect(json.message).toMatch(
      /^It closes by itself once something is on record, and not by saying that it was done or was not\. Agree /,
    )
    expect((await answer(card, { answer: 'done', note: 'We spoke.' })).status).toBe(422)
    const later = 'No place at the provision before April; its head is asked again on the 20th.'
    expect((await answer(card, { answer: 'not-done', note: later })).status).toBe(422)
    expect((await cards('watch')).find(({ alertId }) => alertId === card.alertId)).toMatchObject({
      version: card.version,
      state: 'open',
    })
    const note = 'The two were one, which the school before this one sent twice.'
    expect((await answer(card, { answer: 'not-a-duty', note })).json).toMatchObject({ state: 'answered' })
  })

  it('is answered by any true word, and is then counted apart while its duty stays as it is', async () => {
    const card = await springPep('Chidi Taylor')
    const { json: before } = await ask('GET', '/api/today')
    const { status, json } = await answer(card, {
      answer: 'not-done',
      note: 'The social worker is away; 24 March.',
    })
    expect([status, json.state, json.answer, json.version]).toEqual([200, 'answered', 'not-done', 2])
    const { json: after } = await ask('GET', '/api/today')
    expect(after.counts.due).toBe(before.counts.due - 1)
    expect(after.counts.answered).toBe(before.counts.answered + 1)
    const { json: child } = await ask('GET', `/api/children/${card.child.id}`)
    const cell = child.yearLine.peps.find(({ term }: { term: string }) => term === 'spring').cell
    expect(cell.state).toBe('to-hold')
    expect(child.cards.find(({ alertId }: Card) => alertId === card.alertId)).toMatchObject({
      state: 'answered',
      answer: 'not-done',
      note: 'The social worker is away; 24 March.',
    })
  })

  it('needs a sentence for all but “done”', async () => {
    const card = await springPep('Yusuf Smith')
    expect((await answer(card, { answer: 'not-a-duty' })).status).toBe(422)
    expect((await answer(card, { answer: 'not-done', note: ' ' })).json.field).toBe('note')
    expect((await answer(card, { answer: 'finished' })).status).toBe(422)
    expect((await answer(card, { answer: 'done' })).status).toBe(200)
  })

  it('that somebody changed meanwhile is not answered unseen', async () => {
    const card = await springPep('Łucja X')
    await answer(card, { answer: 'done' })
    const { status, json } = await answer(card, { answer: 'not-a-duty', note: 'Left care.' })
    expect([status, json.current.answer]).toEqual([412, 'done'])
  })

  it('comes back to where it was when the last answer is taken back', async () => {
    const card = await springPep('Grace Walker')
    const step = (what: string, body: object, version: number) =>
      ask('POST', `/api/alerts/${card.alertId}/${what}`, body, { 'if-match': `"${version}"` })
    await step('postpone', { askAgainOn: '2026-03-18', note: 'Minutes are coming.' }, 1)
    await step('answer', { answer: 'done' }, 2)
    expect((await step('reopen', { undo: true }, 3)).json).toMatchObject({
      state: 'postponed',
      askAgainOn: '2026-03-18',
      note: 'Minutes are coming.',
      answer: null,
    })
    expect((await step('reopen', {}, 4)).json).toMatchObject({ state: 'open', askAgainOn: null, note: null })
    expect((await step('reopen', {}, 5)).json.code).toBe('nothing-to-do')
    const { json } = await ask('GET', `/api/alerts/${card.alertId}`)
    expect(json.events.map((event: { step: string }) => event.step)).toEqual([
      'raised',
      'postponed',
      'answered',
      'reopened',
      'reopened',
    ])
    expect(json.events[2]).toMatchObject({
      changedBy: expect.stringMatching(/^Designated teacher/),
      note: 'done',
    })
  })

  it('is seen once, without a version', async () => {
    const card = await springPep('Oluwaseun Khan')
    const seen = () => ask('POST', `/api/alerts/${card.alertId}/seen`, {})
    const [first, second] = [await seen(), await seen()]
    expect(first.json).toMatchObject({ seenAt: '2026-03-13T09:30:00.000Z', version: 2 })
    expect(second.json.version).toBe(2)
  })

  it('is closed by what is recorded, and answers nothing after that', async () => {
    const card = await springPep('Tomasz Håkansson')
    const held = {
      heldOn: '2026-03-12',
      completedOn: '2026-03-13',
      attended: ['carer'],
      childViews: true,
      childWords: null,
      quality: null,
      askedOn: null,
    }
    await ask('POST', '/api/records/pep-meeting', { childId: card.child.id, fields: held })
    expect((await cards('due')).map(({ alertId }) => alertId)).not.toContain(card.alertId)
    const { status, json } = await answer(card, { answer: 'done' }, 2)
    expect([status, json.code, json.current.state]).toEqual([409, 'nothing-to-do', 'closed'])
  })

  it('is today’s alone: another day has findings and no alerts', async () => {
    const { json } = await ask('GET', '/api/today?on=2026-03-12')
    const all: Card[] = json.groups.due.flatMap((entry: { cards: Card[] }) => entry.cards)
    expect(all.length).toBeGreaterThan(5)
    expect(new Set(all.map(({ state, alertId }) => `${state} ${alertId}`))).toEqual(new Set(['none null']))
    expect(json.counts).toMatchObject({ answered: 0, postponed: 0 })
  })

  it('asks again on the day it was put off to', async () => {
    const card = await springPep('Dáithí Li')
    const postpone = (askAgainOn: string) =>
      ask('POST', `/api/alerts/${card.alertId}/postpone`, { askAgainOn }, { 'if-match': `"${card.version}"` })
    expect((await postpone('2026-03-13')).json.field).toBe('askAgainOn')
    expect((await postpone('2027-03-14')).json.field).toBe('askAgainOn')
    expect((await postpone('2026-03-18')).json).toMatchObject({
      state: 'postponed',
      askAgainOn: '2026-03-18',
    })
    const has = async (asking: Ask) =>
      (await cards('due', asking)).some(({ alertId }) => alertId === card.alertId)
    expect([await has(ask), await has(await on('2026-03-17')), await has(await on('2026-03-18'))]).toEqual([
      false,
      false,
      true,
    ])
  })

  it('that was answered while it was due opens again when it is broken', async () => {
    const card = await springPep('Maximilian-Alexander Bartholomew Okonkwo-Adeyemi')
    await answer(card, { answer: 'not-done', note: 'On 24 March.' })
    const later = await on('2026-04-06')
    expect((await cards('breach', later)).find(({ alertId }) => alertId === card.alertId)).toMatchObject({
      state: 'open',
      status: 'breach',
    })
  })
})
