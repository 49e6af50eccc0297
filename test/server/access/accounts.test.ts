import { describe, expect, it } from 'vitest'
import { isAsleep } from '../../../server/access/accounts.ts'
import { pagesOf } from '../../../server/access/pages.ts'

describe('an account that nobody uses', () => {
  const account = { createdAt: '2025-01-01T08:00:00.000Z', passwordChangedAt: null, lastSignInAt: null }

  it('is closed from the ninetieth day on', () => {
    const used = { ...account, lastSignInAt: '2026-01-01T08:00:00.000Z' }
    expect(isAsleep(used, '2026-04-01T07:59:59.999Z')).toBe(false)
    expect(isAsleep(used, '2026-04-01T08:00:00.000Z')).toBe(true)
  })

  it('is open again with a new password, and counts from its making before it was ever used', () => {
    expect(isAsleep(account, '2026-03-13T09:30:00.000Z')).toBe(true)
    expect(isAsleep(account, '2025-03-01T08:00:00.000Z')).toBe(false)
    const again = { ...account, passwordChangedAt: '2026-03-12T08:00:00.000Z' }
    expect(isAsleep(again, '2026-03-13T09:30:00.000Z')).toBe(false)
  })
})

describe('the pages of a role', () => {
  it.each([
    ['designated-teacher', 'today before cohort suspensions report import rules school audit access'],
    ['safeguarding-lead', 'today cohort suspensions report import rules school people audit access'],
    ['headteacher', 'today before cohort suspensions report import rules school people audit access'],
    ['class-staff', 'rules class audit access'],
    ['governor', 'report access'],
    ['virtual-school-head', 'inbox today cohort suspensions authority-reports rules people audit access'],
    ['education-adviser', 'inbox today cohort suspensions rules audit access'],
    ['administrator', 'rules school people audit access'],
    ['data-protection-officer', 'rules people audit access'],
  ] as const)('%s: %s', (role, pages) => {
    expect(pagesOf(role).join(' ')).toBe(pages)
  })
})
