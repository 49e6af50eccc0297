import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { browse, namelessPlaces, overflow, wrongForAxe, wrongInBothThemes } from '../support/browsing.ts'
import { cookiesAt, serveDemonstration, serveSample } from '../support/serving.ts'

const { open, forgive } = await browse()
const sample = await serveSample()
const demo = await serveDemonstration()

const plain = (text: string | null) => (text ?? '').replaceAll(/\s+/g, ' ').trim()

/** The address of the child's page whose name begins so. */
async function pageOf(url: string, name: string): Promise<string> {
  const answer = await fetch(`${url}/api/children/search`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url, Cookie: cookiesAt.get(url) ?? '' },
    body: JSON.stringify({ text: name }),
  })
  const { children } = (await answer.json()) as { children: { id: string }[] }
  return `${url}/child/${children[0]?.id}`
}
const thatDay = async (name: string) => `${await pageOf(sample.url, name)}?on=2026-03-13`
const chidi = await thatDay('Chidi Taylor')
const yearOf = async (page: Page) => plain(await page.locator('.chart-wide h2').first().innerText())

describe('the page of one child', () => {
  it('has the name as its largest words, then the status, and never in title, address or store', async () => {
    const page = await open(chidi)
    expect(plain(await page.locator('h1').textContent())).toBe('Chidi Taylor')
    const sizes = await page
      .locator('main :is(h1, h2, h3)')
      .evaluateAll((heads) => heads.map((head) => Number.parseFloat(getComputedStyle(head).fontSize)))
    expect(Math.max(...sizes.slice(1))).toBeLessThan(sizes[0] ?? 0)
    expect(plain(await page.locator('.child-facts').textContent())).toBe(
      'Looked after by Barnet Year 9 14 years old',
    )
    expect(await namelessPlaces(page)).not.toMatch(/Chidi|Taylor/)
  })

  it('says whom nobody can ring yet, and what to do about it', async () => {
    const page = await open(chidi)
    expect((await page.locator('.ring-list .link').allTextContents()).map(plain)).toEqual([
      'No number for Barnet Virtual School: add one',
      'No social worker is recorded: add one',
      'No carer is recorded: add one',
      'No key adult is recorded: add one',
    ])
  })

  it('says the year in its heading and draws it, with the same in a table', async () => {
    const page = await open(chidi)
    expect(await yearOf(page)).toBe('The year so far: 59 of 233 sessions missed, one PEP late, one to hold')
    expect(await page.locator('vs-child-year svg.year').isVisible()).toBe(true)
    const year = page.locator('vs-chart-card').first()
    await year.getByRole('button', { name: 'Table' }).press('Enter')
    expect(plain(await year.locator('table').textContent())).toContain('Virtual School not contacted before')
    await page.locator('.chart-wide .defined').first().press('Enter')
    expect(plain(await page.locator('.definition:popover-open').textContent())).toContain(
      '59 authorised + 0 unauthorised = 59; of 233 possible sessions that is 25.3 %.',
    )
  })

  it('shows what is open with its evidence, and every duty with what is met and what is none', async () => {
    const page = await open(chidi)
    expect(await page.locator('#open-now + p').textContent()).toBe('Four broken, one due and four to watch')
    await page.locator('.why summary').first().press('Enter')
    expect(plain(await page.locator('.why .evidence').first().textContent())).toContain(
      'Working days in care at this school 86',
    )
    const duties = page.locator('.duties')
    expect((await duties.locator('h3').allTextContents()).map(plain)).toEqual([
      'Attendance',
      'Care status and calendar',
      'Moves and shorter days',
      'PEPs (personal education plans)',
      'Safety in school',
      'Suspensions',
    ])
    expect(await duties.locator('.mark-met').count()).toBeGreaterThan(10)
    expect(await duties.locator('.not-duties .finding-row').count()).toBeGreaterThan(2)
    expect(await page.locator('main .button-solid').count()).toBe(1)
  })

  it('leads from a record to the duty it touched', async () => {
    const page = await open(chidi)
    await page.getByRole('tab', { name: 'PEP meetings' }).press('Enter')
    await page.locator('.timeline-duty a').first().press('Enter')
    const duty = page.locator('.finding-row[open]')
    expect(plain(await duty.locator('summary').textContent())).toContain('Autumn PEP completed late')
    expect(await duty.locator('summary:focus').count()).toBe(1)
  })

  it('has the records by kind, by keyboard', async () => {
    const page = await open(chidi)
    const all = await page.locator('.timeline > li').count()
    await page.getByRole('tab', { name: 'Everything' }).focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('.timeline > li').count()).toBeLessThan(all)
    expect(plain(await page.locator('.timeline > li').first().textContent())).toContain('Looked after')
  })

  it.each([
    ['Aisha Begum', 'The year so far: 83 of 234 sessions missed, 45.5 days of suspension'],
    ['Luna True', 'The year so far: 49 of 234 sessions missed, a permanent exclusion'],
    ['Maximilian', 'The year so far: 1 of 79 sessions missed, one PEP to complete'],
    ['Chloé', 'The year so far: no sessions known yet'],
    ['Eve Fitzgerald', 'The year so far: no sessions known yet'],
    ['Svetlana', 'The year so far: 53 of 234 sessions missed, 1 day of suspension'],
  ])('%s: %s', async (name, heading) => {
    const page = await open(await thatDay(name))
    expect(await yearOf(page)).toBe(heading)
  })

  it('shows a child who has left, one who is in no list, and one with every register code', async () => {
    expect(
      plain(await (await open(await thatDay('Harry Hughes'))).locator('.child-facts').textContent()),
    ).toContain('Left on 6 February')
    const andre = await open(await thatDay("D'Andre"))
    expect(plain(await andre.locator('.crumbs').textContent())).toBe('Cohort / In no list')
    const jane = await open(await thatDay('Mary-Jane'))
    expect(plain(await jane.locator('.chart-key').last().textContent())).toMatch(/^Codes: .*C2 .*J1 .*K /)
  })

  it('says so when there is no such child', async () => {
    forgive(/404/)
    const page = await open(`${sample.url}/child/nobody`)
    expect(await page.locator('h1').textContent()).toContain('There is nothing here.')
  })

  it('prints on paper who to ring, the year and what is open, without notes and buttons', async () => {
    const page = await open(chidi)
    await page.emulateMedia({ media: 'print' })
    for (const hidden of ['.timeline', '.duties', '.calendar', '.child-head .button'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false)
    expect(await page.locator('.ring-list').isVisible()).toBe(true)
    expect(await page.locator('.alert-compact').first().isVisible()).toBe(true)
  })

  it.each([1280, 360])('is in order for axe and fits at %i pixels, in light and dark', async (width) => {
    const page = await open(chidi, { width })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await wrongInBothThemes(page)).toEqual([])
  })
})

describe('recording on the page of one child, by keyboard', () => {
  const kwame = thatDay('Kwame')

  it('adds whom nobody had named', async () => {
    const page = await open(await kwame)
    await page.getByRole('button', { name: 'No social worker is recorded: add one' }).press('Enter')
    const form = page.getByRole('dialog')
    expect(await form.getByLabel('Who this is').inputValue()).toBe('social-worker')
    await form.getByLabel('Name', { exact: true }).fill('Jo Marsh')
    await form.getByLabel(/^Telephone/).fill('020 7946 0142')
    await form.getByRole('radio', { name: 'No', exact: true }).first().check()
    await form.getByRole('group', { name: 'Do not contact' }).getByLabel('No', { exact: true }).check()
    await page.keyboard.press('Enter')
    await page.locator('.ring-list a[href="tel:02079460142"]').waitFor()
    expect(plain(await page.locator('.ring-list').textContent())).toContain('Jo Marsh')
  })

  it('corrects a record and keeps what it said before; removes one with a reason', async () => {
    const page = await open(await kwame)
    await page.getByRole('tab', { name: 'PEP meetings' }).press('Enter')
    const first = page.locator('.timeline .link').first()
    await first.press('Enter')
    const form = page.getByRole('dialog')
    await form.getByLabel(/^Virtual School’s rating/).selectOption('gold')
    await form.getByRole('button', { name: 'Save the correction' }).press('Enter')
    await form.waitFor({ state: 'hidden' })
    await first.getByText('rated gold').waitFor()
    await first.press('Enter')
    await form.getByText('Corrected once').press('Enter')
    expect(plain(await form.locator('.record-history').textContent())).toContain('Amber → Gold')
    await form.getByRole('button', { name: /remove it/ }).press('Enter')
    await form.getByLabel('Why is it wrong?').fill('Typed for the wrong child.')
    const before = await page.locator('.timeline > li').count()
    await form.getByRole('button', { name: 'Remove the record' }).press('Enter')
    await form.waitFor({ state: 'hidden' })
    await expect.poll(() => page.locator('.timeline > li').count()).toBe(before - 1)
  })

  it('offers every kind of record to add', async () => {
    const page = await open(await kwame)
    await page.getByRole('button', { name: 'Add…' }).press('Enter')
    expect((await page.locator('#add-record .link').allTextContents()).map(plain)).toEqual([
      'Attainment',
      'Governors’ meeting',
      'Care status',
      'Contact',
      'Something tried',
      'PEP meeting',
      'Person to ring',
      'Education while suspended',
      'Meeting on return',
      'Independent review',
      'Special educational needs',
      'What helps',
      'Suspension',
    ])
    await page.getByRole('button', { name: 'Contact', exact: true }).press('Enter')
    await page.getByRole('dialog').getByLabel('Who was told or asked').waitFor()
    expect(await wrongForAxe(page)).toEqual([])
  })

  it('answers an alert, says what was answered, and takes it back', async () => {
    const page = await open(await pageOf(demo.url, 'Sorrel Quillfeather'))
    const alert = page.locator('.own-alert').first()
    const title = plain(await alert.locator('h3').textContent())
    await alert.locator('.why summary').press('Enter')
    await alert.getByText(/: Looked at$/).waitFor()
    await alert.locator('.answer-open').press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('textbox', { name: 'What will be different' }).fill('The office asks on Monday.')
    await page.keyboard.press('Enter')
    const answered = page.locator('.own-alert:has(.answered-words)')
    await answered.waitFor()
    expect(plain(await answered.locator('h3').textContent())).toBe(title)
    expect(plain(await answered.locator('.answered-words').textContent())).toBe(
      'Answered: it was not done: “The office asks on Monday.”',
    )
    expect(await wrongForAxe(page)).toEqual([])
    await answered.getByRole('button', { name: /^Undo/ }).press('Enter')
    await answered.waitFor({ state: 'detached' })
  })
})
