import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import type { Role } from '../../server/access/permissions.ts'
import {
  browse,
  namelessPlaces,
  overflow,
  wrongForAxe,
  wrongInBothThemes,
  type Opened,
} from '../support/browsing.ts'
import { cookieAtDemonstration, cookiesAt, serveDemonstration } from '../support/serving.ts'

const { open, forgive } = await browse()
const { url } = await serveDemonstration('safeguarding-lead')

/** “Who looked” as somebody in a role. */
async function asRole(role: Role, opened: Opened = {}): Promise<Page> {
  cookiesAt.set(url, await cookieAtDemonstration(url, role))
  return open(`${url}/audit`, opened)
}

const headline = async (page: Page) => (await page.locator('main h1').innerText()).replaceAll('\u00a0', ' ')

/** Asks for a child by keyboard: the first letters, down, Enter. */
async function choose(page: Page, name: string) {
  const box = page.getByRole('combobox', { name: 'Who has seen… find a child' })
  await box.focus()
  await page.keyboard.type(name.slice(0, 4))
  await page.getByRole('option', { name }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** The pupil number that stands on the request to a data protection officer. */
async function numberOf(name: string): Promise<string> {
  const cookie = await cookieAtDemonstration(url, 'headteacher')
  const ask = async (path: string, body?: object) => {
    const sent = body && { method: 'POST', body: JSON.stringify(body) }
    const headers = { cookie, 'content-type': 'application/json' }
    return (await fetch(`${url}/api/${path}`, { ...sent, headers })).json()
  }
  const { children } = (await ask('children/search', { text: name })) as { children: { id: string }[] }
  const record = (await ask(`records/child/${children[0]?.id}`)) as { fields: { upn: string } }
  return record.fields.upn
}

describe('who looked', () => {
  it('answers by keyboard who has seen a child, how deep and when last, and keeps the name out of the address', async () => {
    const page = await asRole('safeguarding-lead')
    await choose(page, 'Bramble Otterby')
    expect(await headline(page)).toMatch(
      /^\S+ (people have|person has) seen Bramble Otterby’s record since September\.$/,
    )
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    const people = page.getByRole('table', { name: 'Who looked, how often and when last' })
    expect(await people.getByRole('rowheader', { name: 'Ruth Plover' }).count()).toBe(1)
    await page.getByRole('heading', { name: 'Moment by moment' }).waitFor()
    expect(await namelessPlaces(page)).not.toMatch(/Bramble|Otterby/)
    expect(await wrongForAxe(page)).toEqual([])
  })

  it('goes further back or less far by arrow keys, and back to everything', async () => {
    const page = await asRole('safeguarding-lead')
    await choose(page, 'Bramble Otterby')
    await page.getByRole('radio', { name: 'Since September' }).press('ArrowRight')
    await page.getByRole('heading', { level: 1, name: /so far\.$/ }).waitFor()
    await page.getByRole('radio', { name: 'So far' }).press('ArrowRight')
    await page.getByRole('heading', { level: 1, name: /since \d+ \w+\.$/ }).waitFor()
    await page.getByRole('button', { name: 'Back to everything' }).press('Enter')
    await page.getByRole('heading', { name: 'Latest' }).waitFor()
    await page.getByText('asked who had looked').first().waitFor()
  })

  it('takes the record away only with a reason, without a child’s name in it, and lists that', async () => {
    const page = await asRole('safeguarding-lead')
    await page.getByRole('radio', { name: 'Files taken away' }).press('Space')
    await page.getByText('Nothing of this kind is on record.').waitFor()
    await page.getByRole('button', { name: 'Take it away as a file' }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('What it is for').fill('.')
    await page.keyboard.press('Enter')
    await dialog.getByText('Say in a few words what it is for').waitFor()
    expect(await wrongForAxe(page)).toEqual([])
    const saved = page.waitForEvent('download')
    await dialog.getByLabel('What it is for').fill('Termly check')
    await page.keyboard.press('Enter')
    const file = readFileSync(await (await saved).path(), 'utf8')
    expect(file.split('\n').length).toBeGreaterThan(20)
    expect(file).not.toMatch(/Otterby|Thistledown|Quillfeather/)
    await page.reload()
    await page.getByRole('radio', { name: 'Files taken away' }).press('Space')
    await page.getByText('“Termly check”').waitFor()
  })

  it('is asked by number by who sees no children, and names none to them', async () => {
    const upn = await numberOf('Bramble Otterby')
    const page = await asRole('data-protection-officer')
    forgive(/status of 404/)
    const box = page.getByLabel('Who has seen the child with the pupil number')
    await box.fill('X000')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('There is no child with this number.').waitFor()
    await box.fill(upn)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /seen this child’s record/ }).waitFor()
    expect(await page.locator('main').innerText()).not.toMatch(/Bramble|Otterby/)
    expect(await namelessPlaces(page)).not.toContain(upn)
  })

  it('shows who looks after the machine signing in alone', async () => {
    const page = await asRole('administrator')
    await page.getByText('What people see of children is not told here.').waitFor()
    expect(await page.getByRole('combobox', { name: /find a child/ }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Take it away as a file' }).count()).toBe(0)
  })

  it.each([1280, 360])('is in order for axe and fits at %i pixels, in light and dark', async (width) => {
    const page = await asRole('safeguarding-lead', { width })
    await page.getByRole('heading', { name: 'Latest' }).waitFor()
    expect(await wrongInBothThemes(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await choose(page, 'Bramble Otterby')
    expect(await wrongInBothThemes(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})
