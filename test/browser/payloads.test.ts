import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { pagesOf, type PageId } from '../../server/access/pages.ts'
import { roles, roleWords, type Role } from '../../server/access/permissions.ts'
import { loadKinds } from '../../server/records/load-kinds.ts'
import type { RecordKind } from '../../server/records/kind.ts'
import { forSpreadsheet, fromSpreadsheet } from '../../server/spreadsheet-safe.ts'
import { browse } from '../support/browsing.ts'
import { sampleLines } from '../support/import-files.ts'
import { aDraft } from '../support/pathway-bodies.ts'
import { payloads, unkeepable } from '../support/payloads.ts'
import { reportBodies } from '../support/report-bodies.ts'
import { serveSampleDay } from '../support/sample-day.ts'
import { cookiesAt } from '../support/serving.ts'

const deep = process.env['TRUST_DEEP'] === '1'
/** So many children have records of every kind; each record has other texts. */
const FILLED = deep ? 20 : 2

const { blank, forgive } = await browse()
const kinds = await loadKinds()

let taken = 0
const next = () => payloads[taken++ % payloads.length]!.text
/** As many of them as a field of this length holds, up to a few where there is no hurry to be through. */
function hostile(longest: number): string {
  let text = next()
  while (text.length > longest) text = next()
  for (let many = deep ? 40 : 6; many > 0; many--) {
    const more = `${text} ${next()}`
    if (more.length > longest) break
    text = more
  }
  return text
}

/** Everything that was stored, by where: it must be read on some page as it was typed. */
const stored = new Map<string, string>()
const keep = (where: string, longest: number): string => {
  const text = hostile(longest)
  stored.set(where, text)
  return text
}
const { url, be, ask } = await serveSampleDay(undefined, keep('the school', 200))

/** A form keeps what somebody typed without the blanks around it. */
const trimmed = <T extends object>(fields: T): T =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.trim() : (value as unknown),
    ]),
  ) as T
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

const inner = (schema: unknown): unknown =>
  schema instanceof z.ZodNullable || schema instanceof z.ZodDefault ? inner(schema.unwrap()) : schema
const textFields = (kind: RecordKind) =>
  Object.entries(kind.fields.shape).flatMap(([name, schema]) => {
    const type = inner(schema)
    const { widget, process } = (schema as z.ZodType).meta() ?? {}
    const isText =
      type instanceof z.ZodString && ['text', 'textarea', 'phone', undefined].includes(widget as string)
    return isText && process === undefined && name !== 'upn' && type.maxLength !== null
      ? [{ name, longest: type.maxLength }]
      : []
  })

/** What a form of each kind that has texts must say beside them; the rest of it is left empty. */
const forms = (suspensionId: string): Readonly<Record<string, object>> => ({
  'care-episode': { status: 'kinship', startedOn: '2026-01-12' },
  contact: { withRole: 'parent', purpose: 'absence', contactedAt: '2026-03-12T08:40' },
  'pep-meeting': { heldOn: '2026-03-04', attended: [] },
  person: { role: 'carer', parentalResponsibility: 'yes', doNotContact: true },
  intervention: { what: 'plan-review', startedOn: '2026-03-02', reviewOn: '2026-04-20' },
  support: { agreedOn: '2026-03-02' },
  'special-need': { startedOn: '2026-03-02', provision: 'sen-support' },
  attainment: { assessedOn: '2026-01-30', subject: 'maths' },
  provision: { suspensionId, what: 'work-set', fromOn: '2026-03-12' },
  reintegration: { suspensionId, offeredOn: '2026-03-12', attended: [] },
  'off-site-direction': { startsOn: '2026-03-09' },
  'managed-move': { agreedOn: '2026-03-09', parentAgrees: true },
  'part-time-timetable': { startsOn: '2026-03-09', endsOn: '2026-04-20', reason: 'other' },
  'safeguarding-separation': { startedOn: '2026-03-09' },
  'restrictive-intervention': { happenedAt: '2026-03-09T10:00', what: 'force' },
  'unlawful-exclusion': { happenedOn: '2026-03-09', putRightOn: '2026-03-10' },
  'term-date': { kind: 'inset', firstDay: '2026-03-20', lastDay: '2026-03-20' },
  training: { heldOn: '2026-01-05', forWhom: 'all-staff' },
  'premium-money': { datedOn: '2026-01-20', fund: 'looked-after', direction: 'spent', pounds: 850 },
})
const anAttainment = { subject: 'reading', assessedOn: '2026-01-30' }
const aSuspension = {
  kind: 'suspension',
  startedOn: '2026-03-11',
  startSession: 'AM',
  halfDays: 2,
  reasons: ['DB'],
  atOtherSchool: true,
}

/** A whole form of a kind, of which nothing is said but this. */
const formOf = (kind: string, said: object) => ({
  ...Object.fromEntries(
    Object.entries(kinds.get(kind)!.fields.shape).flatMap(([name, schema]) =>
      schema instanceof z.ZodNullable && schema.meta()?.['process'] === undefined ? [[name, null]] : [],
    ),
  ),
  ...said,
})

/** The same with hostile texts in all its fields for text. */
const hostileForm = (kind: string, said: object): Record<string, unknown> => ({
  ...formOf(kind, said),
  ...Object.fromEntries(textFields(kinds.get(kind)!).map(({ name, longest }) => [name, hostile(longest)])),
})

interface Stored {
  id: string
  version: number
  fields: Record<string, string>
}

/** Keeps a record, whose texts must be stored as they were typed. */
async function record(kind: string, said: object, childId: string | null): Promise<Stored> {
  const fields = hostileForm(kind, said)
  const made = await ask<Stored>('POST', `records/${kind}`, { childId, fields })
  expect(made.fields).toMatchObject(trimmed(fields))
  return made
}

const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` })

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
async function bring(name: string, rows: readonly (readonly string[])[]) {
  const form = new FormData()
  form.append('files', new File([rows.map((row) => row.map(quoted).join(',')).join('\n')], name))
  const answer = await fetch(`${url}/api/import/run`, {
    method: 'POST',
    headers: { Cookie: cookiesAt.get(url) ?? '', Origin: url },
    body: form,
  })
  expect(await answer.text()).toContain('"result":"done"')
}

interface ChildRecord {
  id: string
  version: number
  fields: Record<string, string | null>
}
const childRecords = async () => (await ask<{ records: ChildRecord[] }>('GET', 'records/child')).records
const names: Readonly<Record<Role, string>> = Object.fromEntries(
  roles.map((role) => [role, keep(`the name of the ${roleWords[role]}`, 80)]),
) as Record<Role, string>
const cookies = new Map<Role, string>()
/** From now on asks somebody of this role, always the same. */
async function as(role: Role) {
  if (!cookies.has(role)) {
    await be(role, names[role])
    cookies.set(role, cookiesAt.get(url) ?? '')
  }
  cookiesAt.set(url, cookies.get(role) ?? '')
}

/** What is filled in, and then opened. */
let children: ChildRecord[]
const considered = () => children.slice(0, FILLED + 4)
const suspended: string[] = []
let reportId = ''

/** How somebody ends what was considered; what was opened by mistake is counted and shown nowhere. */
const endings = ['none', 'not-suspended', 'withdrawn', 'suspended', 'cancelled'] as const

/** Children on roll who were never suspended, those first whom the school's own authority looks after. */
function chosen(all: readonly ChildRecord[]): ChildRecord[] {
  const upnOf = ({ fields }: ChildRecord) => fields['upn'] ?? ''
  const rank = (child: ChildRecord) => {
    const care = sampleLines('care-episodes.csv', upnOf(child))
    return `${care.some((line) => /,cla,[^,]*,,Hertfordshire/.test(line)) ? 0 : 1} ${upnOf(child)}`
  }
  return all
    .filter(
      (child) => child.fields['leftOn'] === null && sampleLines('suspensions.csv', upnOf(child)).length === 1,
    )
    .toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
}

describe('hostile texts are stored as they are typed', { timeout: deep ? 3_600_000 : 120_000 }, () => {
  it('from files', async () => {
    await as('designated-teacher')
    const header = ['upn', 'surname', 'forename', 'date_of_birth', 'year_group', 'admitted_on', 'left_on']
    const before = await childRecords()
    const told = before.map(
      ({ fields }) => ({ ...fields, surname: next(), forename: next() }) as Record<string, string>,
    )
    await bring('children.csv', [
      header,
      ...told.map((child) =>
        ['upn', 'surname', 'forename', 'dateOfBirth', 'yearGroup', 'admittedOn', 'leftOn'].map(
          (name) => child[name] ?? '',
        ),
      ),
    ])
    const after = new Map((await childRecords()).map(({ fields }) => [fields['upn'], fields]))
    for (const { upn, surname, forename } of told)
      for (const [name, text] of Object.entries({ surname, forename })) {
        expect(after.get(upn)?.[name]).toBe(text?.trim())
      }
    const roleOf = ['social-worker', 'carer', 'parent', 'other', 'virtual-school-adviser']
    const upns = chosen(before)
      .slice(0, FILLED)
      .map(({ fields }) => fields['upn'] ?? '')
    const people = upns.flatMap((upn) =>
      roleOf.map((role) => [upn, next(), role, hostile(120), hostile(40), 'yes', hostile(200)]),
    )
    await bring('people.csv', [
      ['upn', 'name', 'role', 'organisation', 'phone', 'do_not_contact', 'do_not_contact_reason'],
      ...people,
    ])
    for (const [upn, name = '', role, organisation = '', phone = '', , reason = ''] of people)
      for (const text of upn === upns[0] ? [name, organisation, phone, reason] : [])
        stored.set(`a file’s ${role}, ${text}`, text)
  })

  it('from forms', async () => {
    await as('designated-teacher')
    for (const { id, version, fields } of await childRecords()) {
      const own = { preferredName: keep(`${id} preferred`, 120), sayName: hostile(80) }
      const { version: _, ...saved } = await ask<Stored>(
        'PUT',
        `records/child/${id}`,
        { fields: { ...fields, ...own } },
        ifMatch(version),
      )
      expect(saved.fields).toMatchObject(trimmed(own))
    }
    expect(textFields(kinds.get('child')!).map(({ name }) => name)).toEqual([
      'forename',
      'surname',
      'preferredName',
      'sayName',
    ])
    children = chosen(await childRecords())
    const filled = new Set<string>(['child'])
    for (const { id } of children.slice(0, FILLED)) {
      const suspension = await ask<Stored>('POST', 'records/suspension', {
        childId: id,
        fields: formOf('suspension', aSuspension),
      })
      for (const [kind, form] of Object.entries(forms(suspension.id))) {
        const isOfSchool = kinds.get(kind)!.subject === 'school'
        if (isOfSchool && filled.has(kind)) continue
        filled.add(kind)
        const { fields } = await record(kind, form, isOfSchool ? null : id)
        if (isOfSchool || id === children[0]!.id)
          for (const { name } of textFields(kinds.get(kind)!))
            stored.set(`${kind} ${name}`, fields[name] ?? '')
      }
      const wrong = await record('attainment', anAttainment, id)
      await ask(
        'POST',
        `records/attainment/${wrong.id}/remove`,
        { reason: hostile(400) },
        ifMatch(wrong.version),
      )
    }
    const texts = [...kinds.values()].filter(
      (kind) => kind.process === undefined && textFields(kind).length > 0,
    )
    expect(texts.map(({ kind }) => kind).filter((kind) => !filled.has(kind))).toEqual([])
  })

  it('from people, considerations, their letters and what is advised', async () => {
    await as('headteacher')
    const invited = await ask<{ postId: string }>('POST', 'people', {
      name: keep('an invited person', 120),
      email: `"<img>"@evil.example`.replaceAll(/[<>"]/g, 'x'),
      role: 'class-staff',
      startedOn: '2026-03-01',
      label: keep('a class', 80),
      childIds: children.slice(0, FILLED).map(({ id }) => id),
    })
    expect(invited.postId).not.toBe('')
    for (const [at, { id: childId }] of considered().entries()) {
      const ending = endings[at % endings.length]!
      interface Considering {
        considering: {
          id: string
          version: number
          suspensionId: string | null
          withoutContact: string | null
        }
      }
      let { considering } = await ask<Considering>('POST', 'considerations', { childId })
      const path = `considerations/${considering.id}`
      const words = (what: string, longest: number) => {
        const text = hostile(longest)
        if (ending !== 'withdrawn') stored.set(`${what} of consideration ${at}`, text)
        return text
      }
      const fields = aDraft({
        happenedAt: '2026-03-12T08:50',
        startedOn: '2026-03-16',
        halfDays: 1,
        whatHappened: words('what happened', 2000),
        whatBefore: words('what was before', 2000),
        ringBack: words('whom to ring', 120),
      })
      ;({ considering } = await ask<Considering>('PUT', path, { fields }, ifMatch(considering.version)))
      for (const withRole of ['parent', 'virtual-school'])
        ({ considering } = await ask<Considering>('POST', `${path}/contacts`, {
          withRole,
          outcome: 'reached',
          how: 'phone',
          note: words(`asking the ${withRole}`, 1000),
          agreedBy: withRole === 'parent' ? words('who agreed', 120) : null,
          contactedAt: null,
        }))
      const version = ifMatch(considering.version)
      if (ending === 'not-suspended')
        await ask(
          'POST',
          `${path}/decide`,
          { decision: 'not-suspended', instead: words('instead', 1000), withoutContact: null },
          version,
        )
      if (ending === 'withdrawn')
        await ask('POST', `${path}/withdraw`, { reason: words('withdrawing', 1000) }, version)
      if (ending === 'suspended' || ending === 'cancelled') {
        const decided = await ask<Considering>(
          'POST',
          `${path}/decide`,
          { decision: 'suspended', instead: null, withoutContact: words('why without', 1000) },
          version,
        )
        const { suspensionId: made, withoutContact } = decided.considering
        // Where everybody was asked it is no answer to anything.
        if (withoutContact === null) stored.delete(`why without of consideration ${at}`)
        const suspensionId = made ?? ''
        suspended.push(suspensionId)
        if (ending === 'cancelled')
          await ask(
            'POST',
            `suspensions/${suspensionId}/cancel`,
            { reason: words('why cancelled', 400) },
            ifMatch(1),
          )
      }
    }
    await as('virtual-school-head')
    const { items } = await ask<{ items: { id: string }[] }>('GET', 'inbox')
    for (const { id } of items) {
      await ask('POST', `inbox/${id}/read`, {})
      await ask('POST', `inbox/${id}/advice`, { words: keep(`advice on ${id}`, 1000) })
    }
  })

  it('from answers to what is asked, and of an authority', async () => {
    await as('designated-teacher')
    interface Asking {
      cards: { alertId: string | null; version: number; state: string }[]
    }
    for (const { id } of considered()) {
      const { cards } = await ask<Asking>('GET', `children/${id}`)
      for (const [at, { alertId, version, state }] of cards.entries()) {
        if (alertId === null || state !== 'open') continue
        const note = keep(`answer ${at} about ${id}`, 1000)
        await (at % 2 === 0
          ? ask('POST', `alerts/${alertId}/answer`, { answer: 'not-a-duty', note }, ifMatch(version))
          : ask('POST', `alerts/${alertId}/postpone`, { askAgainOn: '2026-04-20', note }, ifMatch(version)))
      }
    }
    interface Authorities {
      authorities: { code: string; version: number; virtualSchoolPhone: string | null }[]
      inUse: string[]
    }
    const { authorities, inUse } = await ask<Authorities>('GET', 'authorities')
    for (const { code, version, virtualSchoolPhone } of authorities.filter((one) => inUse.includes(one.code)))
      await ask(
        'PUT',
        `authorities/${code}`,
        { name: keep(`authority ${code}`, 120), virtualSchoolPhone, virtualSchoolEmail: null },
        ifMatch(version),
      )
  })

  it('from a report, its words and its actions', async () => {
    await as('designated-teacher')
    interface Of {
      report: { id: string; version: number }
    }
    let { report } = await ask<Of>('POST', 'reports', { kind: 'annual', on: '2026-03-13' })
    reportId = report.id
    for (let section = 1; section <= 15; section++)
      await ask(
        'PUT',
        `reports/${reportId}/words/${section}`,
        { words: keep(`words ${section}`, 8000) },
        ifMatch(0),
      )
    for (let at = 0; at < 4; at++)
      await ask('POST', `reports/${reportId}/actions`, {
        text: keep(`action ${at}`, 500),
        owner: keep(`owner ${at}`, 120),
        dueOn: null,
      })
    const step = async (name: string, body: object = {}) => {
      ;({ report } = await ask<Of>('POST', `reports/${reportId}/${name}`, body, ifMatch(report.version)))
    }
    ;({ report } = await ask<{ report: Of['report'] }>('GET', `reports/${reportId}`))
    await step('send')
    await as('headteacher')
    await step('return', { reason: hostile(1000) })
    await as('designated-teacher')
    await step('send')
    await as('headteacher')
    await step('approve')
    await step('publish', { meetingOn: '2026-03-13' })
    await step('minute', {
      ...(reportBodies['POST /api/reports/:id/minute'] as object),
      minute: keep('the minute', 1000),
    })
  })

  it('save those that nobody writes, which every field refuses', async () => {
    await as('designated-teacher')
    let at = 0
    for (const [kind, form] of Object.entries(forms('no-such')))
      for (const { name } of textFields(kinds.get(kind)!))
        for (const text of deep ? unkeepable : [unkeepable[at++ % unkeepable.length]]) {
          const isOfSchool = kinds.get(kind)!.subject === 'school'
          const answer = await fetch(`${url}/api/records/${kind}`, {
            method: 'POST',
            headers: { Cookie: cookiesAt.get(url) ?? '', Origin: url, 'Content-Type': 'application/json' },
            body: JSON.stringify({
              childId: isOfSchool ? null : children[0]!.id,
              fields: formOf(kind, { ...form, [name]: text }),
            }),
          })
          expect(answer.status).toBe(422)
          expect(await answer.json()).toMatchObject({
            field: name,
            message: 'This holds characters that cannot be shown.',
          })
        }
  })
})

/** What a page shows, and what of it is not ours. */
async function look(page: Page) {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('*')]
    const wrong = (element: Element) =>
      element.matches(
        '[p], iframe, object, embed, base, math, marquee, audio, video, style, meta[http-equiv], body *[autofocus]',
      ) ||
      (element.matches('script, link') &&
        new URL(
          element.getAttribute('src') ?? element.getAttribute('href') ?? '//evil.example',
          location.href,
        ).origin !== location.origin) ||
      [...element.attributes].some(
        ({ name, value }) =>
          /^on[a-z]+$/.test(name) ||
          (/^(href|xlink:href|src|srcdoc|action|formaction|data)$/.test(name) &&
            /^\s*(javascript|vbscript|data):|evil\.example/i.test(value)),
      )
    const values = [
      ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea'),
    ].map(({ value }) => value)
    const { ran, refused } = window as unknown as { ran: { calls: unknown[] }; refused: string[] }
    return {
      text: [document.body.textContent, ...values].join('\n'),
      title: document.title,
      foreign: all.filter(wrong).map((element) => element.outerHTML.slice(0, 200)),
      ran: ran.calls,
      refused,
    }
  })
}

const byId = new Map(payloads.map(({ id, text }) => [id, plain(text).toLowerCase()]))
const seen = new Set<string>()

/** A browser of this role: what runs in it, what its policy refuses and what asks for an answer is kept. */
async function aBrowser(role: Role) {
  await as(role)
  const page = await blank(url, 'somebody')
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.message())
    void dialog.dismiss()
  })
  await page.addInitScript(() => {
    const calls: unknown[] = []
    const refused: string[] = []
    Object.assign(window, { ran: Object.assign((id: unknown) => calls.push(id), { calls }), refused })
    document.addEventListener('securitypolicyviolation', (event) =>
      refused.push(`${event.violatedDirective} ${event.blockedURI}`),
    )
  })
  return {
    page,
    asked,
    async opens(path: string) {
      await page.goto(`${url}${path}`)
      await page.locator('main h1').waitFor()
      await page.waitForTimeout(50)
      await this.holds(path)
    },
    /** Nothing runs on the page as it stands, and what is hostile on it is there whole, as text. */
    async holds(path: string) {
      const { text, foreign, ran, refused, title } = await look(page)
      expect({ path, foreign, ran, refused, asked }).toEqual({
        path,
        foreign: [],
        ran: [],
        refused: [],
        asked: [],
      })
      expect(title).not.toMatch(/ran\(/)
      const shown = plain(text).toLowerCase()
      const torn: string[] = []
      for (const [, id] of shown.matchAll(/ran\((\d+)\)/g)) {
        const whole = byId.get(Number(id))!
        // What is wrong in a file is shown by its first 40 characters.
        if (!shown.includes(whole) && !shown.includes(`${whole.slice(0, 39)}…`)) torn.push(whole)
      }
      expect({ path, torn }).toEqual({ path, torn: [] })
      for (const [where, typed] of stored) if (shown.includes(plain(typed).toLowerCase())) seen.add(where)
    },
  }
}

const pathOf: Readonly<Record<PageId, string>> = {
  inbox: '/inbox',
  today: '/',
  before: '/before-suspending',
  cohort: '/cohort',
  suspensions: '/suspensions',
  report: '/report',
  'authority-reports': '/authority-reports',
  import: '/import',
  rules: '/rules',
  school: '/school',
  class: '/class',
  people: '/people',
  audit: '/audit',
  access: '/access',
}

/** Pages on which nobody reads what somebody wrote, but for the name of who looks. */
const alike = new Set<PageId>(['rules', 'access'])

describe(
  'hostile texts run nowhere and are read as they were typed',
  { timeout: deep ? 3_600_000 : 120_000 },
  () => {
    it('and would be noticed where they did: a page that takes them for elements', async () => {
      forgive(/about:blank|ERR_/)
      const { page, asked } = await aBrowser('governor')
      await page.goto('about:blank')
      const [img, link] = [payloads[2]!, payloads[19]!]
      await page.setContent(`${img.text} ${link.text} <img src=x onerror=alert(1)>`)
      await page.locator('a').click()
      await expect.poll(async () => (await look(page)).ran).toEqual([img.id, link.id])
      expect((await look(page)).foreign).toHaveLength(3)
      expect(asked).toEqual(['1'])
    })

    it.each(roles)('on every page of the role %s', async (role) => {
      const browser = await aBrowser(role)
      const most = pagesOf(role).filter((page) => deep || role === 'headteacher' || !alike.has(page))
      for (const page of most) await browser.opens(pathOf[page])
      if (most.length === pagesOf(role).length) await browser.opens('/account')
    })

    it('on the page of a child, and where its records are corrected', async () => {
      const browser = await aBrowser('headteacher')
      for (const { id } of considered().toReversed()) {
        await browser.opens(`/child/${id}`)
        const why = browser.page.locator('details.why')
        await why.evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')))
        await expect.poll(() => browser.page.locator('.alert-life').count()).toBe(await why.count())
        await browser.holds(`what became of the alerts about ${id}`)
      }
      const looked = new Set<string>()
      for (const entry of await browser.page.locator('.timeline .timeline-what button').all()) {
        const [what = ''] = plain((await entry.textContent()) ?? '').split(/[:,]/)
        if (!deep && looked.has(what)) continue
        looked.add(what)
        await entry.press('Enter')
        const form = browser.page.getByRole('dialog')
        await form.locator('input, textarea, select, .letter').first().waitFor()
        await browser.holds(what)
        await browser.page.keyboard.press('Escape')
        await form.waitFor({ state: 'detached' })
      }
      await (await aBrowser('safeguarding-lead')).opens(`/child/${children[0]!.id}`)
    })

    it('before a suspension and after it', async () => {
      const browser = await aBrowser('headteacher')
      for (const { id } of considered()) await browser.opens(`/before-suspending/${id}`)
      for (const id of suspended) await browser.opens(`/suspensions/${id}`)
      const letters = browser.page.locator('.letters .link')
      await letters.first().waitFor()
      for (let at = 0; at < (await letters.count()); at++) {
        await letters.nth(at).press('Enter')
        await browser.page.getByRole('dialog').waitFor()
        await browser.holds('a letter')
        await browser.page.keyboard.press('Escape')
        await browser.page.getByRole('dialog').waitFor({ state: 'detached' })
      }
    })

    it('on a report, as whoever writes and whoever reads it', async () => {
      for (const role of ['designated-teacher', 'governor'] as const)
        await (await aBrowser(role)).opens(`/report/${reportId}`)
      const authority = await aBrowser('virtual-school-head')
      const { schools } = await ask<{ schools: { reportId: string }[] }>('GET', 'authority-reports')
      await authority.opens(`/authority-reports/${schools[0]!.reportId}`)
    })

    it('in files that are looked at: their names, their columns and what is wrong in them', async () => {
      const browser = await aBrowser('designated-teacher')
      const { page } = browser
      const [file, column, cell] = [0, 28, 56].map((from) =>
        payloads.slice(from, from + 28).map(({ text }) => text),
      )
      const upn = children[0]!.fields['upn'] ?? ''
      const header = 'upn,status,started_on,ended_on,local_authority,detail'
      for (const [name, lines] of [
        [`${file![2]}.csv`, [column!.map(quoted).join(','), cell!.map(quoted).join(',')]],
        [
          `${file![4]}.csv`,
          [header, ...cell!.map((text) => `${upn},${quoted(text)},${quoted(text)},,${quoted(text)},`)],
        ],
      ] as const) {
        await browser.opens('/import')
        const sent = { name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) }
        await page.locator('vs-file-drop input').first().setInputFiles(sent)
        await page.locator('main').getByText('ran(').first().waitFor()
        await browser.holds(`/import of ${name}`)
      }
    })

    it('and each of them is somewhere to be read', () => {
      expect([...stored.keys()].filter((where) => !seen.has(where))).toEqual([])
    })
  },
)

const asText = async (path: string, method = 'GET', body?: unknown) => {
  const answer = await fetch(`${url}/api/${path}`, {
    method,
    headers: { Cookie: cookiesAt.get(url) ?? '', Origin: url, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}

describe('files', () => {
  it('that spreadsheets open hold no formula, and the texts come back out of them', async () => {
    await as('headteacher')
    const cohort = await asText('cohort/export', 'POST', {})
    const tables = await asText(`reports/${reportId}/tables.csv`)
    await as('data-protection-officer')
    const audit = await asText('audit/export', 'POST', { reason: hostile(300) })
    for (const [name, bytes] of Object.entries({ cohort, tables, audit })) {
      const cells = (parse(Buffer.from(bytes), { bom: true }) as string[][]).flat()
      expect(cells.length).toBeGreaterThan(10)
      for (const cell of cells) expect([name, forSpreadsheet(fromSpreadsheet(cell))]).toEqual([name, cell])
    }
    const inCohort = (parse(Buffer.from(cohort), { bom: true }) as string[][])
      .flat()
      .map(fromSpreadsheet)
      .join('\n')
    const preferred = [...stored].filter(([where]) => where.endsWith(' preferred'))
    expect(preferred.filter(([, name]) => inCohort.includes(name.trim())).length).toBeGreaterThan(20)
    await as('headteacher')
    const sheets = unzipSync(await asText(`reports/${reportId}/tables.xlsx`))
    for (const [name, bytes] of Object.entries(sheets)) {
      const xml = strFromU8(bytes)
      expect([name, /<f[ >]|<hyperlink|DDE|externalLink|<script/.exec(xml)]).toEqual([name, null])
    }
  })
})
