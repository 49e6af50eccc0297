import { describe, expect, it } from 'vitest'
import { academicYear } from '../../../../server/calendar/academic-year.ts'
import { isoDate } from '../../../../server/calendar/iso-date.ts'
import type { ReportPage } from '../../../../web/api.ts'
import { actWords, missingIn, saidIn } from '../../../../web/pages/report/act-words.ts'

const given = (fields: Readonly<Record<string, string>>) => (name: string) => fields[name] ?? ''

describe('a step in the life of a report', () => {
  it('asks for the one thing that is missing', () => {
    expect(missingIn('send', given({}))).toEqual({})
    expect(missingIn('approve', given({}))).toEqual({})
    expect(missingIn('return', given({ reason: '  ' }))).toEqual({ reason: 'Say what is to be changed.' })
    expect(Object.keys(missingIn('minute', given({ on: '2026-03-24' })))).toEqual(['minute'])
  })

  it('sends what was filled in, and no meeting where none is named', () => {
    expect(saidIn('return', given({ reason: ' Shorter. ' }))).toEqual({ reason: 'Shorter.' })
    expect(saidIn('publish', given({}))).toEqual({ meetingOn: null })
    expect(saidIn('publish', given({ meetingOn: '2026-03-24' }))).toEqual({ meetingOn: '2026-03-24' })
    expect(saidIn('minute', given({ on: '2026-03-24', minute: 'Noted. ' }))).toEqual({
      on: '2026-03-24',
      minute: 'Noted.',
    })
  })

  it('says while the year goes on that a year has one annual report', () => {
    const of = (kind: 'annual' | 'term', on: string) =>
      actWords('send', {
        report: { kind, year: academicYear('2025/26'), on: isoDate(on) } as ReportPage['report'],
      }).text.join(' ')
    expect(of('annual', '2026-03-13')).toContain('This is the one annual report for 2025/26')
    expect(of('annual', '2026-07-20')).not.toContain('the one annual report')
    expect(of('term', '2026-03-13')).not.toContain('the one annual report')
  })
})
