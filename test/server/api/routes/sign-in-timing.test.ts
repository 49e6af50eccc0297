import { expect, it } from 'vitest'
import { describeBothDatabases } from '../../../support/databases.ts'
import { anInstallation, aPerson } from '../../../support/signing-in.ts'
import { aSchool } from '../../../support/rows.ts'

const deep = process.env['TRUST_DEEP'] === '1'
const tries = deep ? 500 : 24
const shuffles = 2000

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

function shuffled<T>(items: readonly T[]): T[] {
  const list = [...items]
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(Math.random() * (at + 1))
    ;[list[at], list[other]] = [list[other]!, list[at]!]
  }
  return list
}

/** How often chance alone would part two sets of times as far: the permutation test over the medians. */
function chance(one: readonly number[], two: readonly number[]): number {
  const apart = Math.abs(median(one) - median(two))
  const all = [...one, ...two]
  let asFar = 0
  for (let run = 0; run < shuffles; run++) {
    const mixed = shuffled(all)
    if (Math.abs(median(mixed.slice(0, one.length)) - median(mixed.slice(one.length))) >= apart) asFar++
  }
  return asFar / shuffles
}

describeBothDatabases('how long a refused sign-in takes', (open) => {
  it(
    'does not tell who exists',
    async () => {
      const database = await open()
      await aSchool(database.db)
      const { aBrowser, clock } = anInstallation(database)
      await aPerson(database, { email: 'known@school.example' })
      await aPerson(database, { email: 'ended@school.example', account: { state: 'ended' } })
      await aPerson(database, {
        email: 'invited@school.example',
        account: { state: 'invited', passwordHash: null },
      })
      const people = ['known', 'ended', 'invited', 'nobody']
      const times = new Map(people.map((person) => [person, [] as number[]]))
      const browser = aBrowser()
      for (let round = -2; round < tries; round++)
        for (const person of shuffled(people)) {
          clock.later(0.2)
          const email = `${person}@school.example`
          const before = performance.now()
          const { status } = await browser.post('/api/sign-in', { email, password: 'not the password' })
          const took = performance.now() - before
          expect(status).toBe(401)
          if (round >= 0) times.get(person)!.push(took)
        }
      const known = times.get('known')!
      const compared = people.slice(1).map((person) => {
        const theirs = times.get(person)!
        const apart = Math.abs(median(theirs) / median(known) - 1)
        return { person, median: median(theirs), apart, byChance: chance(known, theirs) }
      })
      if (deep) console.info({ known: median(known) }, compared)
      for (const { apart, byChance } of compared)
        // A few tries on a busy machine may lie apart by chance, and a real difference shows in both.
        if (deep) expect([apart < 0.05, byChance > 0.01]).toEqual([true, true])
        else expect(apart < 0.05 || byChance > 0.01).toBe(true)
    },
    deep ? 900_000 : 120_000,
  )
})
