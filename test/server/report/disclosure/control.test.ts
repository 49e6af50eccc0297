import { expect, it } from 'vitest'
import { isoDate } from '../../../../server/calendar/iso-date.ts'
import { control } from '../../../../server/report/disclosure/control.ts'
import { measure } from '../../../../server/report/measures/measure.ts'
import { randomSchool } from '../../../support/random-school.ts'

it('a range holds the number, ends with the whole that it is part of and begins with its largest part', () => {
  let [ranges, raised] = [0, 0]
  for (let seed = 1; seed <= 12; seed++) {
    const measures = measure(randomSchool(seed, { children: 40, on: isoDate('2026-03-13'), allTold: true }))
    const { shown } = control(measures, { threshold: 5, earlier: [] })
    const mostOf = (id: string | null) => {
      const whole = id === null ? undefined : shown.get(id)
      if (whole?.as === 'exact') return whole.value
      return whole?.as === 'range' && whole.to !== null ? whole.to : Infinity
    }
    for (const { id, within, children } of measures.figures) {
      const part = shown.get(id)
      const whole = within === null ? undefined : shown.get(within)
      if (whole?.as === 'range' && (part?.as === 'exact' || part?.as === 'range')) {
        const least = part.as === 'exact' ? part.value : part.from
        expect([id, whole.from >= least]).toEqual([id, true])
        if (whole.from === least && least > 0) raised++
      }
      if (part?.as === 'exact') expect([id, part.value]).toEqual([id, children().length])
      if (part?.as !== 'range') continue
      ranges++
      const to = part.to ?? Infinity
      expect([id, part.from <= children().length, children().length <= to]).toEqual([id, true, true])
      expect([id, to <= mostOf(within)]).toEqual([id, true])
    }
  }
  expect(ranges).toBeGreaterThan(100)
  expect(raised).toBeGreaterThan(0)
})
