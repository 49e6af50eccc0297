import { describe, expect, it } from 'vitest'
import {
  absenceBenchmarks,
  benchmarkGroups,
  latestBenchmark,
  latestSuspensions,
} from '../../../server/law/benchmarks.ts'

describe('published absence', () => {
  it('is the Department’s for each group, area and year', () => {
    const looked = latestBenchmark('cla12', 'Hertfordshire', '2024/25')
    expect(looked).toMatchObject({ overall: 8.0, persistent: 18.0, severe: 4.0, provisional: false })
    expect(latestBenchmark('cppo', 'England', '2018/19')).toMatchObject({
      year: '2018/19',
      overall: 13.9,
      persistent: 39.3,
      severe: 7.3,
    })
    expect(latestBenchmark('cino', 'England', '2024/25', 'secondary')).toMatchObject({
      overall: 25.5,
      persistent: 61.0,
      severe: 20.1,
    })
  })

  it('of a later year is not laid beside an earlier one', () => {
    expect(latestBenchmark('cino', 'England', '2019/20')?.year).toBe('2018/19')
    expect(latestBenchmark('cino', 'England', '2025/26')?.year).toBe('2024/25')
    expect(latestBenchmark('cino', 'England', '2017/18')).toBeNull()
    expect(latestBenchmark('all', 'England', '2025/26')?.persistent).toBe(18.78)
    expect(latestBenchmark('all', 'England', '2024/25')?.persistent).toBe(18.7)
  })

  it('is silent where nothing was published or read', () => {
    expect(latestBenchmark('cppo', 'England', '2024/25', 'special')).toBeNull()
    expect(latestBenchmark('all', 'Hertfordshire', '2024/25')).toBeNull()
    expect(latestBenchmark('all', 'England', '2023/24')).toBeNull()
  })

  it('says which figures are not accredited statistics', () => {
    const provisional = absenceBenchmarks.filter((each) => each.provisional)
    expect(new Set(provisional.map(({ group }) => group))).toEqual(new Set(['all']))
    expect(provisional).toHaveLength(9)
  })

  it('is given once for each group, place, phase, year and period', () => {
    const keys = absenceBenchmarks.map((b) => [b.group, b.area, b.phase, b.year, b.period].join())
    expect(new Set(keys).size).toBe(keys.length)
    for (const { group } of absenceBenchmarks) expect(benchmarkGroups[group]).toBeTruthy()
  })
})

describe('published suspensions', () => {
  const told = (year: string) => latestSuspensions(year).map(({ value, year: of }) => `${value} of ${of}`)

  it('are the newest that were read, each of its year, and of no later one', () => {
    expect(told('2025/26')).toEqual(['11.31 of 2023/24', '8.73 of 2020/21', '0.38 of 2020/21'])
    expect(told('2022/23')).toEqual(['9.33 of 2022/23', '8.73 of 2020/21', '0.38 of 2020/21'])
    expect(told('2019/20')).toEqual([])
  })
})
