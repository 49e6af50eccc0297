import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { computeFolder } from '../../server/compute-folder.ts'
import { aClock } from '../support/a-clock.ts'
import { temporaryFolder } from '../support/databases.ts'

const sample = fileURLToPath(new URL('../golden/sample/', import.meta.url))
const clock = aClock('2026-03-13')

/** A folder with some files of the sample, and others written by the test. */
function folderWith(files: readonly string[], written: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder()
  for (const file of files) copyFileSync(join(sample, file), join(folder, file))
  for (const [name, text] of Object.entries(written)) writeFileSync(join(folder, name), text)
  return folder
}

const basis = ['school.json', 'term-dates.csv', 'children.csv']

const pictureOf = async (folder: string) => {
  const answer = await computeFolder(folder, clock)
  if (!('picture' in answer)) throw new Error(answer.refusals.join('\n'))
  return answer.picture
}

describe('a folder that computes', () => {
  it('tells everything: without files of plans, suspensions and marks there are none', async () => {
    const picture = await pictureOf(folderWith(basis))
    const [child] = Object.values(picture.children)
    expect(child?.attendance).toMatchObject({ school_sessions: 234, possible: 0, missing: 234 })
    expect(child?.suspensions.list).toEqual([])
    expect(picture.totals.cohorts).toMatchObject({ on_roll: 38, cla: 0, ever6: 0 })
    expect(picture.totals.absence.all).toMatchObject({
      children_with_possible_sessions: 0,
      persistent_percent: null,
    })
    expect(picture.totals.pep['2025/26']?.['autumn']).toMatchObject({ required: 0, held_percent: null })
  })

  it('is computed as at the day it names, not as at today', async () => {
    const school = JSON.parse(readFileSync(join(sample, 'school.json'), 'utf8')) as object
    const asAt = (day: string) =>
      pictureOf(
        folderWith(['term-dates.csv', 'children.csv'], {
          'school.json': JSON.stringify({ ...school, as_at: day, academic_year: '2024/25' }),
        }),
      )
    const picture = await asAt('2025-02-06')
    expect(picture).toMatchObject({ as_at: '2025-02-06', academic_year: '2024/25' })
    expect(Object.keys(Object.values(picture.children)[0]?.pep.years ?? {})).toEqual(['2024/25'])
  })

  it('may hold no child', async () => {
    const picture = await pictureOf(folderWith(['school.json', 'term-dates.csv']))
    expect(picture.children).toEqual({})
    expect(picture.totals.absence.all.absence_percent).toBeNull()
  })

  it('may hold files that are no source', async () => {
    const picture = await pictureOf(folderWith(basis, { 'expected.json': '{}', 'notes.md': 'Nothing.' }))
    expect(Object.keys(picture.children)).toHaveLength(40)
  })
})

describe('a folder that is refused', () => {
  const refusalsOf = async (folder: string) => {
    const answer = await computeFolder(folder, clock)
    return 'refusals' in answer ? answer.refusals : []
  }

  it('names file, line and column of what is wrong', async () => {
    const [header, first = ''] = readFileSync(join(sample, 'children.csv'), 'utf8').split('\n')
    const wrong = first.replace(/\d{4}-\d{2}-\d{2}/, '2010-02-30')
    const folder = folderWith(['school.json', 'term-dates.csv'], { 'children.csv': `${header}\n${wrong}\n` })
    const refusals = await refusalsOf(folder)
    expect(refusals).toHaveLength(1)
    expect(refusals[0]).toMatch(/^children\.csv, line 2, date_of_birth: /)
  })

  it('has no day as at which to compute', async () => {
    expect(await refusalsOf(folderWith(['term-dates.csv', 'children.csv']))).toEqual([
      'school.json is missing, or gives no day as at which to compute (as_at).',
    ])
  })

  it('has a row about a child whom no file names', async () => {
    const refusals = await refusalsOf(folderWith(['school.json', 'term-dates.csv', 'care-episodes.csv']))
    expect(refusals.length).toBeGreaterThan(0)
    expect(refusals[0]).toMatch(/^care-episodes\.csv, line 2/)
  })
})

describe('a folder that is not there', () => {
  it('is an error of the system, told from a refusal', async () => {
    await expect(computeFolder(join(sample, 'nowhere'), clock)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
