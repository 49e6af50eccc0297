import type { Page } from 'playwright'
import { beforeAll, describe, expect, it } from 'vitest'
import { browse, overflow, wrongForAxe, type Opened } from '../support/browsing.ts'
import { aCall, aDraft } from '../support/pathway-bodies.ts'
import { picture } from '../support/pictures.ts'
import { serveSampleDay } from '../support/sample-day.ts'

const { open } = await browse()
const { url, clock, be, ask } = await serveSampleDay()

const BARNET = '302'

interface Considered {
  considering: { id: string; version: number; suspensionId: string | null }
}

const plain = (text: string | null) => (text ?? '').replaceAll(/\s+/g, ' ').trim()
const heading = async (page: Page) => plain(await page.locator('main h1').textContent())

async function idOf(name: string): Promise<string> {
  const { children } = await ask<{ children: { id: string }[] }>('POST', 'children/search', { text: name })
  return children[0]?.id ?? ''
}

/** A length that somebody thinks of for a child, kept as a page keeps it. */
async function consider(childId: string, draft: Readonly<Record<string, unknown>>): Promise<Considered> {
  const { considering } = await ask<Considered>('POST', 'considerations', { childId })
  return ask<Considered>(
    'PUT',
    `considerations/${considering.id}`,
    { fields: aDraft(draft) },
    { 'If-Match': `"${considering.version}"` },
  )
}

/** The wide page in both themes, and the narrow one. */
const VIEWS: readonly (Opened & { ending: string })[] = [
  { width: 1280, theme: 'light', ending: '' },
  { width: 1280, theme: 'dark', ending: '-dark' },
  { width: 360, theme: 'light', ending: '-360' },
]

async function isInOrder(page: Page) {
  expect(await wrongForAxe(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}

it.each(VIEWS)('the school’s day stands at $width pixels, $theme', async ({ ending, ...how }) => {
  await be('designated-teacher', 'Amara Osei-Bonsu')
  for (const [name, path, height, kept] of [
    ['today', '/', how.width === 360 ? 2400 : 2120, ['', '-dark', '-360']],
    ['cohort', '/cohort', how.width === 360 ? 3200 : 1940, ['', '-dark', '-360']],
    ['child', `/child/${await idOf('Chidi Taylor')}`, how.width === 360 ? 3600 : 2400, ['', '-360']],
    ['suspensions', '/suspensions', 1900, ['']],
  ] as const) {
    const page = await open(`${url}${path}`, how)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    if (kept.some((each) => each === ending)) await picture(page, `${name}${ending}`, height)
  }
})

describe('six days for a child whom Barnet looks after', () => {
  let chidi = ''
  const sixDays = {
    halfDays: 12,
    happenedAt: '2026-03-12T14:10',
    whatHappened: 'Pushed a table over and hit another pupil, who was not hurt.',
    whatBefore: 'A cover lesson, in another room than the timetable says.',
    reasons: ['PP'],
    ringBack: '020 7946 0170',
  }

  beforeAll(async () => {
    await be('designated-teacher', 'Amara Osei-Bonsu')
    chidi = await idOf('Chidi Taylor')
    const person = (role: string, name: string, organisation: string, phone: string) =>
      ask('POST', 'records/person', {
        childId: chidi,
        fields: {
          role,
          name,
          organisation,
          phone,
          email: null,
          parentalResponsibility: 'no',
          doNotContact: false,
          doNotContactReason: null,
          startedOn: null,
          endedOn: null,
        },
      })
    await person('virtual-school-adviser', 'Joanna Mbeki', 'Barnet Virtual School', '020 7946 0101')
    await person('social-worker', 'Tom Reyes', 'Barnet children’s services', '020 7946 0142')
    await person('carer', 'Grace Adeleke', 'Foster carer', '07700 900142')
    await be('headteacher', 'David Whitlock')
    await consider(chidi, sixDays)
  })

  it.each(VIEWS)('is thought over at $width pixels, $theme', async ({ ending, ...how }) => {
    const page = await open(`${url}/before-suspending/${chidi}`, how)
    await page.locator('.effects-list').waitFor()
    expect(await heading(page)).toBe('Before you suspend Chidi, ring Barnet.')
    expect(plain(await page.locator('.effects h2').textContent())).toBe('What 6 days would set off')
    const totals = (await page.locator('.effects .meter-track p').allTextContents()).map(plain)
    expect(totals[0]).toContain('6 + 6 = 12')
    if (how.width === 360) {
      const line = await page.locator('.effects-line').boundingBox()
      expect(line?.y, 'nothing lies over the number to ring').toBeGreaterThan(740)
      await page.locator('.stepper').scrollIntoViewIfNeeded()
      const beside = await page.locator('.effects-line').boundingBox()
      expect(beside?.y, 'what the length sets off stays in sight beside it').toBeLessThan(740)
      await page.evaluate(() => scrollTo(0, 0))
    }
    await isInOrder(page)
    await picture(page, `before${ending}`, how.width === 360 ? 2600 : 1700)
  })

  it('is copied as a message with initials and no name', async () => {
    const page = await open(`${url}/before-suspending/${chidi}`)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Copy a message' }).press('Enter')
    await page.getByText('The message is copied: initials only, no name.').waitFor()
    const message = await page.evaluate(() => navigator.clipboard.readText())
    expect(message).toContain('for C. T., Year 9.')
    expect(message).not.toMatch(/Chidi|Taylor/)
  })

  it('waits in the inbox of Barnet', async () => {
    await be('virtual-school-head', 'Joanna Mbeki', { authorityCode: BARNET })
    clock.later(7)
    const page = await open(`${url}/inbox`)
    await page.locator('.inbox-card', { hasText: 'Chidi Taylor' }).waitFor()
    await isInOrder(page)
    await picture(page, 'inbox')
  })

  it('is decided with the Virtual School asked; then each duty stands with its clock', async () => {
    await be('headteacher', 'David Whitlock')
    const { considering } = await consider(chidi, sixDays)
    const { id } = considering
    for (const withRole of ['virtual-school', 'social-worker'])
      await ask('POST', `considerations/${id}/contacts`, aCall({ withRole }), { 'Idempotency-Key': withRole })
    clock.later(9)
    const page = await open(`${url}/before-suspending/${chidi}`)
    await page.getByRole('button', { name: 'Suspend for 6 days…' }).press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Suspend for 6 days' }).press('Enter')
    await page.getByRole('link', { name: 'Whom to tell now' }).press('Enter')
    await page.locator('.tasks').waitFor()
    await isInOrder(page)
    await picture(page, 'suspension', 1700)
  })
})

it('more than 45 days in a school year are not for this page to decide: it says so, and no dialog opens', async () => {
  await be('headteacher', 'David Whitlock')
  const aisha = await idOf('Aisha Begum')
  await consider(aisha, { halfDays: 1 })
  const page = await open(`${url}/before-suspending/${aisha}`)
  expect(plain(await page.locator('.effects-refusal').textContent())).toContain('45')
  const suspend = page.getByRole('button', { name: /^Suspend for half a day/ })
  expect(await suspend.getAttribute('aria-disabled')).toBe('true')
  await suspend.press('Enter')
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await wrongForAxe(page)).toEqual([])
})

it('an exclusion for good is decided from a first half day alone, and leads to its own duties', async () => {
  await be('headteacher', 'David Whitlock')
  const page = await open(`${url}/before-suspending/${await idOf('Emre Smith')}`)
  await page.getByRole('radio', { name: 'Permanent exclusion' }).check()
  await page.locator('.half').nth(2).press('Enter')
  await page.getByRole('button', { name: 'Damage' }).press('Enter')
  await page.locator('.effects h2', { hasText: 'What a permanent exclusion would set off' }).waitFor()
  expect(await page.getByText('No number for the designated safeguarding lead').count()).toBe(0)
  await page.getByRole('button', { name: 'Exclude permanently…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Exclude Emre permanently?' })
  await dialog.getByText('has not been asked.').waitFor()
  await dialog.getByLabel('Why it cannot wait').fill('Nobody answers before nine, and others are not safe.')
  await dialog.getByRole('button', { name: 'Exclude permanently' }).press('Enter')
  const first = page.locator('.after', {
    hasText: 'Decided before contact, because: Nobody answers before nine',
  })
  await first.waitFor()
  await page.getByRole('link', { name: 'Whom to tell now' }).press('Enter')
  await page.locator('.tasks').waitFor()
  expect(await heading(page)).toMatch(/^Nine things are still to do, the first today/)
  const decided = page.locator('.card', { has: page.getByRole('heading', { name: 'The decision' }) })
  expect(plain(await decided.textContent())).toMatch(/Decided before contact.*Nobody answers before nine/)
})
