import { html, nothing, type TemplateResult } from 'lit'
import type { FieldValue, KindField } from '../components/form-values.ts'
import { dayWithYear, halfDays, list, timeOf } from '../format.ts'
import { dayInEngland } from '../instants.ts'

/** One change of a record: who, when, and each field before and after. */
export interface HistoryLine {
  changedAt: string
  changedBy: string
  reason: string | null
  step: 'created' | 'corrected' | 'removed' | 'put-back'
  before: Readonly<Record<string, FieldValue>>
  after: Readonly<Record<string, FieldValue>>
}

type Values = Readonly<Record<string, FieldValue | undefined>>

interface Words {
  label?: string
  widget?: string
  words?: Readonly<Record<string, string>>
}

const schemaOf = (fields: readonly KindField[], wanted: string): Words =>
  fields.find(({ name }) => name === wanted)?.schema ?? {}

/** A stored value as people read it. */
export function valueInWords(
  fields: readonly KindField[],
  name: string,
  value: FieldValue | undefined,
): string {
  const property = schemaOf(fields, name)
  if (value === null || value === undefined || value === '') return 'nothing'
  if (property.widget === 'half-days') return `${halfDays(Number(value))} school days`
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const words = (one: string) => property.words?.[one] ?? one
  if (typeof value === 'object') return list(value.map(words)) || 'nothing'
  if (property.widget === 'day') return dayWithYear(`${value}`, '1900-01-01')
  if (property.widget === 'minute')
    return `${dayWithYear(`${value}`.slice(0, 10), '1900-01-01')}, ${timeOf(`${value}`)}`
  return words(`${value}`)
}

const labelOf = (fields: readonly KindField[], name: string) => schemaOf(fields, name).label ?? name

const same = (one: FieldValue | undefined, other: FieldValue | undefined) =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** Two people's texts side by side, where they differ. */
export function bothTexts(
  fields: readonly KindField[],
  mine: Values,
  theirs: Values,
  choose: { mine: () => void; theirs: () => void },
): TemplateResult {
  const differing = fields.map(({ name }) => name).filter((name) => !same(mine[name], theirs[name]))
  return html`<section class="both-texts" role="alert">
    <h3>Somebody saved this while you were working on it</h3>
    <table>
      <thead>
        <tr>
          <td></td>
          <th scope="col">What you typed</th>
          <th scope="col">What is saved now</th>
        </tr>
      </thead>
      <tbody>
        ${differing.map(
          (name) =>
            html`<tr>
              <th scope="row">${labelOf(fields, name)}</th>
              <td>${valueInWords(fields, name, mine[name])}</td>
              <td>${valueInWords(fields, name, theirs[name])}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <div class="form-actions">
      <button class="button" type="button" @click=${choose.theirs}>Take what is saved</button>
      <button class="button" type="button" @click=${choose.mine}>Keep what I typed</button>
    </div>
  </section>`
}

/** Steps that are said, beside what they changed. */
const STEPS: Readonly<Record<string, string>> = {
  removed: ', taken out as wrong',
  'put-back': ', put back',
}

/** What was corrected when, by whom, latest first; nothing for a record as it was first made. */
export function recordHistory(
  fields: readonly KindField[],
  lines: readonly HistoryLine[],
): TemplateResult | typeof nothing {
  const corrections = lines.filter(({ step, before }) => step in STEPS || Object.keys(before).length > 0)
  if (corrections.length === 0) return nothing
  return html`<details class="record-history">
    <summary>Corrected ${corrections.length === 1 ? 'once' : `${corrections.length} times`}</summary>
    <ul>
      ${corrections.map(
        ({ changedAt, changedBy, step, before, after, reason }) =>
          html`<li>
            <p class="small quiet">
              ${dayWithYear(dayInEngland(changedAt), '1900-01-01')},
              ${changedBy}${STEPS[step] ?? ''}${reason ? `: ${reason}` : ''}
            </p>
            ${Object.keys(before).map(
              (name) =>
                html`<p class="small">
                  ${labelOf(fields, name)}: <del>${valueInWords(fields, name, before[name])}</del> →
                  ${valueInWords(fields, name, after[name])}
                </p>`,
            )}
          </li>`,
      )}
    </ul>
  </details>`
}
