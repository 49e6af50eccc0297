import { describe, expect, it } from 'vitest'
import {
  againFinding,
  askedFinding,
  cancelledSentence,
  groupsFinding,
  monthsFinding,
  outcomesFinding,
  pictureLead,
  picturePageSentence,
  reasonsFinding,
} from '../../../../web/pages/suspensions/sentences.ts'
import {
  againRows,
  outcomeRows,
  reasonRows,
  type SuspensionRow,
} from '../../../../web/pages/suspensions/year-of-suspensions.ts'
import { localMinute } from '../../../../server/calendar/iso-date.ts'
import { aSuspensionRow, aSuspensionsPage } from '../../../support/build/a-suspensions-page.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const said = (changed: Parameters<typeof aSuspensionsPage>[0]) =>
  plain(picturePageSentence(aSuspensionsPage(changed)))
const late = { breach: 1, due: 0, noData: 0 }
const considered = {
  id: 'k',
  child: aSuspensionRow().child,
  openedAt: '2026-03-13T07:40:00.000Z',
  openedBy: 'Ngozi Okafor',
  read: null,
}

describe('the sentence of the page', () => {
  it('tells a true zero from what nobody told us', () => {
    expect(said({})).toBe('Nobody has been suspended this year.')
    expect(said({ isKnown: false })).toBe('Suspensions are not known yet.')
  })

  it('says what is late before what is to do, and that before what is not known', () => {
    const [due, unknown] = [
      { breach: 0, due: 2, noData: 0 },
      { breach: 0, due: 0, noData: 3 },
    ]
    expect(said({ rows: [aSuspensionRow({ open: late }), aSuspensionRow({ open: due })] })).toBe(
      'Two suspensions this year; one has something late.',
    )
    expect(said({ rows: [aSuspensionRow({ open: due })] })).toBe(
      'One suspension this year; it has something to do.',
    )
    expect(said({ rows: [aSuspensionRow({ open: unknown })] })).toBe(
      'One suspension this year; not everything is known.',
    )
    expect(said({ rows: [aSuspensionRow()] })).toBe('One suspension this year; everybody was told in time.')
  })

  it('names a permanent exclusion, and first of all for whom one is considered', () => {
    expect(
      said({
        considered: [considered],
        rows: [aSuspensionRow(), aSuspensionRow({ kind: 'permanent', halfDays: null })],
      }),
    ).toBe(
      'A suspension is being considered for one child. One suspension and one permanent exclusion this year; everybody was told in time.',
    )
  })

  it('says below it that another school’s are listed and not drawn', () => {
    const page = aSuspensionsPage({ rows: [aSuspensionRow({ atOtherSchool: true })] })
    expect(plain(picturePageSentence(page))).toBe('Nobody has been suspended this year.')
    expect(plain(pictureLead(page))).toContain('One suspension at another school is listed, not drawn.')
  })

  it('counts none that was cancelled before it began, though somebody was not told of that', () => {
    const undone = { halfDays: 0, nth: 0, cancelledAt: localMinute('2026-03-03T15:00') }
    const page = aSuspensionsPage({ rows: [aSuspensionRow(), aSuspensionRow({ ...undone, open: late })] })
    expect(plain(picturePageSentence(page))).toBe('One suspension this year; one has something late.')
    expect(plain(pictureLead(page))).toMatch(
      /One suspension cancelled before it began is listed, not drawn\.$/,
    )
    expect(againRows(page).flatMap(({ marks }) => marks)).toHaveLength(1)
  })
})

describe('the findings of the drawings', () => {
  const asked = (...all: SuspensionRow['askedFirst'][]) =>
    plain(askedFinding(aSuspensionsPage({ rows: all.map((askedFirst) => aSuspensionRow({ askedFirst })) })))

  it('say how often everybody was asked first', () => {
    expect(asked()).toBe('No decision yet before which somebody is asked')
    expect(asked('before')).toBe('Before the one decision everybody was asked')
    expect(asked('before', 'before', 'not-needed')).toBe('Before each of 2 decisions everybody was asked')
    expect(asked('before', 'after')).toBe('Before 1 of 2 decisions everybody was asked')
    expect(asked('before', 'never', 'after')).toBe(
      'Before 1 of 3 decisions everybody was asked; before one somebody never was',
    )
  })

  it('say how many days were repeats', () => {
    expect(monthsFinding([])).toBe('No day of suspension this year')
    expect(plain(monthsFinding([{ month: '2026-03', first: 3, repeated: 0 }]))).toBe(
      '1.5 days of suspension this year, none a repeat',
    )
    expect(plain(monthsFinding([{ month: '2026-03', first: 3, repeated: 4 }]))).toBe(
      '2 of 3.5 days of suspension were repeats',
    )
  })

  it('say the reason given most, only where one stands out', () => {
    const of = (...reasons: string[][]) => {
      const page = aSuspensionsPage({ rows: reasons.map((codes) => aSuspensionRow({ reasons: codes })) })
      return reasonsFinding(reasonRows(page), reasons.length)
    }
    expect(of()).toBe('No reason is recorded')
    expect(of(['DB'], ['PP'])).toBe('No reason was given more than once')
    expect(of(['DB', 'PP'], ['DB', 'PP'], ['XX'])).toBe('Two reasons were given most, each in 2 of 3')
    expect(of(['DB'], ['DB', 'PP'])).toBe(
      'Persistent disruptive behaviour is the reason given most: in 2 of 2',
    )
  })

  it('say how many children were suspended again', () => {
    const of = (...ids: string[]) =>
      plain(
        againFinding(
          againRows(
            aSuspensionsPage({
              rows: ids.map((id) => aSuspensionRow({ child: { ...aSuspensionRow().child, id } })),
            }),
          ),
        ),
      )
    expect(of('a')).toBe('The one suspended child was suspended once')
    expect(of('a', 'a')).toBe('The one suspended child was suspended again')
    expect(of('a', 'b')).toBe('None of 2 suspended children was suspended again')
    expect(of('a', 'a', 'b')).toBe('1 of 2 suspended children was suspended again')
  })

  it('count staying in school as what it is', () => {
    const stays = {
      id: 'k',
      child: aSuspensionRow().child,
      decidedAt: aSuspensionRow().decidedAt!,
      instead: null,
    }
    const of = (kept: number, suspended: number) =>
      plain(
        outcomesFinding(
          outcomeRows(
            aSuspensionsPage({
              notSuspended: Array<typeof stays>(kept).fill(stays),
              rows: Array<SuspensionRow>(suspended).fill(aSuspensionRow({ considered: true })),
            }),
          ),
        ),
      )
    expect(of(0, 0)).toBe('No decision has begun on the page Before you suspend')
    expect(of(1, 0)).toBe('The one child considered stays in school')
    expect(of(2, 0)).toBe('Both times the child stays in school')
    expect(of(3, 2)).toBe('3 of 5 times the child stays in school')
    expect(of(0, 2)).toBe('None of 2 children considered stays in school')
  })

  it('say how many were cancelled, for the governing board, by term', () => {
    const said = (...counts: readonly number[]) =>
      cancelledSentence({
        cancelled: counts.map((many, place) => ({ term: ['Autumn', 'Spring'][place]!, count: many })),
      })
    expect(said()).toBe('')
    expect(said(0)).toBe('For the governing board, suspensions cancelled: none in Autumn.')
    expect(said(0, 2)).toBe('For the governing board, suspensions cancelled: none in Autumn, 2 in Spring.')
  })

  it('say how many had a social worker', () => {
    expect(groupsFinding(aSuspensionsPage())).toBe('No suspension in any group')
    expect(groupsFinding(aSuspensionsPage({ rows: [aSuspensionRow()] }))).toBe(
      'The one decision is of a child with a social worker',
    )
  })
})
