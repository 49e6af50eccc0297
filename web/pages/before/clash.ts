import { html, type TemplateResult } from 'lit'
import type { BeforePage } from '../../api.ts'
import { freeText } from '../../components/child-name.ts'
import { actDay, list } from '../../format.ts'
import { FIELD_LABELS, type Draft } from './draft-fields.ts'
import type { Clash } from './draft-keeper.ts'
import { lengthWords, minuteWords } from './words.ts'

/** One field of a draft as people read it. */
function valueWords(name: keyof Draft, fields: Draft, { reasons, today }: BeforePage): string {
  const value = fields[name]
  if (value === null || (Array.isArray(value) && value.length === 0)) return 'nothing'
  switch (name) {
    case 'reasons':
      return list(fields.reasons.map((code) => reasons.find((one) => one.code === code)?.words ?? code))
    case 'kind':
      return { suspension: 'Suspension', permanent: 'Permanent exclusion', lunchtime: 'Lunchtimes' }[
        fields.kind ?? 'suspension'
      ]
    case 'halfDays':
      return lengthWords(fields) ?? 'nothing'
    case 'startSession':
      return fields.startSession === 'PM' ? 'afternoon' : 'morning'
    case 'missesExam':
      return fields.missesExam ? 'yes' : 'no'
    case 'startedOn':
    case 'examOn':
      return actDay(`${value as string}`)
    case 'happenedAt':
      return minuteWords(`${value as string}`, today)
    case 'ringBack':
    case 'whatHappened':
    case 'whatBefore':
      return `${value as string}`
    default:
      return name satisfies never
  }
}

/** Two people's texts side by side, where both changed the same. */
export function clashOf(
  { mine, theirs, names }: Clash,
  page: BeforePage,
  choose: (whose: 'mine' | 'theirs') => void,
): TemplateResult {
  return html`<section class="both-texts card" role="alert">
    <h2>Somebody else changed this while you were working on it</h2>
    <table>
      <thead>
        <tr>
          <td></td>
          <th scope="col">What you filled in</th>
          <th scope="col">What is saved now</th>
        </tr>
      </thead>
      <tbody>
        ${names.map(
          (name) =>
            html`<tr>
              <th scope="row">${FIELD_LABELS[name]}</th>
              <td>${freeText(valueWords(name, mine, page))}</td>
              <td>${freeText(valueWords(name, theirs, page))}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <div class="form-actions">
      <button class="button" type="button" @click=${() => choose('theirs')}>Take what is saved</button>
      <button class="button" type="button" @click=${() => choose('mine')}>Keep what I filled in</button>
    </div>
  </section>`
}
