import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hasRightCheckLetter, hasUpnForm, upnCheckLetter } from '../../../server/import/upn.ts'
import { anUpn } from '../../support/upn.ts'

const sample = readFileSync(new URL('../../golden/sample/children.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',')[0]!)

describe('the unique pupil number', () => {
  it('of every child of the sample school has the right check letter', () => {
    expect(sample).toHaveLength(40)
    expect(sample.filter((upn) => !hasUpnForm(upn) || !hasRightCheckLetter(upn))).toEqual([])
  })

  it('has no right check letter once any digit is another', () => {
    const upn = sample[0]!
    for (let at = 1; at < upn.length; at++) {
      const wrong = upn.slice(0, at) + ((Number(upn[at]) + 1) % 10) + upn.slice(at + 1)
      expect([wrong, hasRightCheckLetter(wrong)]).toEqual([wrong, false])
    }
  })

  it('may end in a letter while it is temporary, but not in I, O or S', () => {
    const rest = `${anUpn(1).slice(1, 12)}A`
    const temporary = upnCheckLetter(rest) + rest
    expect(hasUpnForm(temporary) && hasRightCheckLetter(temporary)).toBe(true)
    for (const letter of ['I', 'O', 'S', 'a']) expect(hasUpnForm(temporary.slice(0, 12) + letter)).toBe(false)
  })
})
