import { html, nothing, type TemplateResult } from 'lit'
import type { SuspensionPattern } from '../../api.ts'
import { tallyChart } from '../../charts/tally-chart.ts'
import type { TallyKey, TallyRow } from '../../charts/tally-series.ts'
import { tableTwin, type TableTwin } from '../../components/table-twin.ts'
import { count, dayWithYear, fullDay, timeOf } from '../../format.ts'
import { lengthWords } from '../suspensions/year-of-suspensions.ts'

type Row = SuspensionPattern['rows'][number]
type Pattern = SuspensionPattern['patterns'][number]

const NAMES: Readonly<Record<Pattern['name'], string>> = {
  weekday: 'Day of the week',
  time: 'Time of day',
  reason: 'Reason',
  before: 'What came just before',
}

/** Said where nothing stands out. */
const EVEN: Readonly<Record<Pattern['name'], string>> = {
  weekday: 'No day of the week stands out',
  time: 'No time of day stands out',
  reason: 'No reason stands out',
  before: 'Nothing stands out in what came before',
}

const KEYS: readonly TallyKey[] = [
  { shape: 'solid', word: 'suspensions' },
  { shape: 'no-data', word: 'not recorded' },
]

const withoutStop = (text: string) => text.replace(/\.$/, '')

/** The finding of one pattern; that nothing is recorded where nothing is. */
export function patternHeading({ name, sentence, counts }: Pattern): string {
  if (counts.length === 0) return `${NAMES[name]}: nothing is recorded`
  return withoutStop(sentence ?? EVEN[name])
}

const markWords = (row: Row, on: string) => `${lengthWords(row)} from ${dayWithYear(row.on, on)}`

/** A row for each thing they have in common, and one for those of which it is not recorded. */
export function patternRowsOf(
  { counts, notRecorded }: Pattern,
  { rows, evaluatesOn }: SuspensionPattern,
): TallyRow[] {
  const words = (id: string) => {
    const row = rows.find((one) => one.id === id)
    return row ? markWords(row, evaluatesOn) : ''
  }
  return [
    ...counts.map(({ what, ids }) => ({
      label: what,
      marks: ids.map((id) => ({ shape: 'solid' as const, words: words(id) })),
    })),
    ...(notRecorded.length > 0
      ? [
          {
            label: 'Not recorded',
            marks: notRecorded.map((id) => ({ shape: 'no-data' as const, words: words(id) })),
          },
        ]
      : []),
  ]
}

/** A row a suspension, with all that is compared. */
export function patternTable({ rows, reasons }: SuspensionPattern): TableTwin {
  const words = new Map(reasons.map((reason) => [reason.code, reason.words]))
  return {
    caption: 'Suspensions, oldest first',
    head: ['First day', 'How long', 'What happened at', 'Reasons', 'What came just before'],
    rows: rows.map((row) => [
      fullDay(row.on),
      lengthWords(row),
      row.happenedAt === null ? 'not recorded' : timeOf(row.happenedAt),
      row.reasons.map((code) => words.get(code) ?? code).join('; '),
      row.whatBefore ?? 'not recorded',
    ]),
  }
}

/** What the suspensions have in common, each as a sentence over small rows of marks. */
export function patternView(pattern: SuspensionPattern, asTable: boolean): TemplateResult {
  if (asTable) return html`<div class="free-text">${tableTwin(patternTable(pattern))}</div>`
  const few = pattern.rows.length < 3
  return html`<div class="pattern">
    ${
      few
        ? html`<p class="small quiet">
            ${count(pattern.rows.length, 'suspension')} ${pattern.rows.length === 1 ? 'is' : 'are'} too few to
            show a pattern.
          </p>`
        : nothing
    }
    ${pattern.patterns.map(
      (one) =>
        html`<div class=${one.name === 'before' ? 'free-text' : ''}>
          <h3>${patternHeading(one)}</h3>
          ${one.counts.length > 0 ? tallyChart(patternRowsOf(one, pattern), KEYS) : nothing}
        </div>`,
    )}
  </div>`
}
