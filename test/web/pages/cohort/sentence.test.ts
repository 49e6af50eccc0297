import { describe, expect, it } from 'vitest'
import { cohortLead, cohortSentence } from '../../../../web/pages/cohort/sentence.ts'
import { aCohort, aRow, missed } from '../../../support/build/a-cohort.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const rows = [aRow(), aRow()]
const spring = (schoolDaysLeft: number | null) => ({
  currentPep: { term: 'spring' as const, lastSchoolDay: null, schoolDaysLeft },
})

describe('the sentence of the cohort', () => {
  it('counts the PEPs of the term that are still to do, and the school days left', () => {
    expect(plain(cohortSentence(aCohort(rows, { spring: { 'to-hold': 5, 'to-complete': 3 } })))).toBe(
      'Eight spring PEPs are still to do, with ten school days left.',
    )
  })

  it('reads well for one PEP and one day', () => {
    const one = aCohort(rows, { spring: { 'to-hold': 1 } }, spring(1))
    expect(plain(cohortSentence(one))).toBe('One spring PEP is still to do, with one school day left.')
  })

  it('says that today is the last school day', () => {
    const one = aCohort(rows, { spring: { 'to-hold': 2 } }, spring(0))
    expect(cohortSentence(one)).toBe('Two spring PEPs are still to do, and today is the last school day.')
  })

  it('names no day where the calendar gives none', () => {
    const one = aCohort(rows, { spring: { 'to-hold': 2 } }, spring(null))
    expect(cohortSentence(one)).toBe('Two spring PEPs are still to do.')
  })

  it('speaks of earlier terms once every PEP of this one is done', () => {
    const peps = { autumn: { missing: 4, late: 1 }, spring: { 'on-time': 9 } }
    expect(cohortSentence(aCohort(rows, peps))).toBe(
      'Every spring PEP is done; five autumn ones were not completed in time.',
    )
    expect(cohortSentence(aCohort(rows, { autumn: { late: 1 }, spring: { 'on-time': 1 } }))).toBe(
      'The spring PEP is done; one autumn one was not completed in time.',
    )
    expect(cohortSentence(aCohort(rows, { spring: { 'on-time': 9 } }))).toBe('Every spring PEP is done.')
  })

  it('never takes an unknown PEP for a done one', () => {
    expect(cohortSentence(aCohort(rows, { spring: { 'on-time': 3, 'not-known': 1 } }))).toBe(
      'One spring PEP is not known.',
    )
  })

  it('speaks of absence where no child has a PEP', () => {
    const absent = [aRow({ attendance: missed(20, 200) }), aRow()]
    expect(plain(cohortSentence(aCohort(absent)))).toBe(
      'One of 2 children has missed 10 % or more of school.',
    )
    expect(plain(cohortSentence(aCohort(rows, {}, { currentPep: null })))).toBe(
      'No child has missed 10 % or more of school this year.',
    )
    expect(plain(cohortSentence(aCohort([aRow({ attendance: null })])))).toBe(
      'No register is known yet for one child.',
    )
  })

  it('tells nobody from not known', () => {
    expect(cohortSentence(aCohort([]))).toBe('No child on roll has, or had, a social worker.')
    expect(cohortSentence(aCohort([], {}, { statusNotKnown: 3 }))).toBe(
      'Nobody has told us yet who has a social worker.',
    )
  })
})

describe('who is counted', () => {
  const said = (cohort: ReturnType<typeof aCohort>) => {
    const { counted, rest } = cohortLead(cohort)
    return plain(counted + rest)
  }

  it('names each group, and kinship care apart', () => {
    const all = [
      ...Array.from({ length: 3 }, () => aRow()),
      aRow({ group: 'social-worker' }),
      aRow({ group: 'ever6' }),
      aRow({ group: 'kinship' }),
    ]
    expect(said(aCohort(all))).toBe(
      '5 children on roll have, or had, a social worker: 3 looked after, 1 with a child-in-need or protection plan and 1 who needed one before. One more lives in kinship care.',
    )
  })

  it('reads well for one child', () => {
    expect(said(aCohort([aRow()]))).toBe('1 child on roll has, or had, a social worker: 1 looked after.')
  })

  it('says of whom nothing is known, and which day is shown in the holidays', () => {
    const cohort = aCohort([aRow()], {}, { statusNotKnown: 2, on: '2026-03-14' as never })
    expect(said(cohort)).toBe(
      '1 child on roll has, or had, a social worker: 1 looked after. Nobody has told us about two others. Worked out as at Friday 13 March, the last school day.',
    )
  })
})
