import { describe, expect, it } from 'vitest'
import { isChosenDay, matchPath, withDay } from '../../web/route-path.ts'

const HERE = 'https://school.example/cohort?on=2026-01-20'

describe('the path of a page', () => {
  it('is matched whole', () => {
    expect(matchPath('/', '/')).toEqual({})
    expect(matchPath('/cohort', '/cohort')).toEqual({})
    expect(matchPath('/cohort', '/cohort/')).toEqual({})
    expect(matchPath('/cohort', '/')).toBeNull()
    expect(matchPath('/', '/cohort')).toBeNull()
  })

  it('hands over the part that it names', () => {
    expect(matchPath('/child/:id', '/child/a%20b')).toEqual({ id: 'a b' })
    expect(matchPath('/child/:id', '/child/')).toBeNull()
    expect(matchPath('/child/:id', '/child/1/more')).toBeNull()
  })

  it('is no page when it cannot be read', () => {
    expect(matchPath('/child/:id', '/child/%E0%A4%A')).toBeNull()
  })
})

describe('the chosen day', () => {
  it('goes along with every link', () => {
    expect(withDay('/rules#pep', '2026-01-20', HERE)).toBe('https://school.example/rules?on=2026-01-20#pep')
  })

  it('gives way to a day that the link names itself', () => {
    expect(withDay('/?on=2026-03-13', '2026-01-20', HERE)).toBe('https://school.example/?on=2026-03-13')
  })

  it('is left out when it is today', () => {
    expect(withDay('/cohort', null, HERE)).toBe('https://school.example/cohort')
  })

  it('has the form of a day', () => {
    expect(isChosenDay('2026-03-13')).toBe(true)
    expect(isChosenDay('13/03/2026')).toBe(false)
    expect(isChosenDay('2026-03-13T08:00')).toBe(false)
  })
})
