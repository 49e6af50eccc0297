import { html, nothing, type TemplateResult } from 'lit'
import type { ImportView } from '../../api.ts'
import { childName } from '../../components/child-name.ts'
import { dataTable } from '../../components/data-table.ts'
import { segments } from '../../components/filters.ts'
import { figure } from '../../format.ts'
import { valueWords } from './changes.ts'
import type { Choice } from './import-work.ts'

type Conflict = ImportView['conflicts'][number]
type Question = ImportView['questions'][number]

const CHOICES = [
  { value: 'keep', label: 'Keep ours' },
  { value: 'take', label: 'Take the file’s' },
]

export interface Decisions {
  choiceOf: (key: string) => Choice | undefined
  onDecide: (keys: readonly string[], choice: Choice) => void
}

/** Where a file says otherwise than what a person typed: nobody but a person decides. */
export function conflictList(
  conflicts: readonly Conflict[],
  open: number,
  { choiceOf, onDecide }: Decisions,
): TemplateResult {
  const undecided = conflicts.filter(({ key }) => choiceOf(key) === undefined).map(({ key }) => key)
  return html`<section class="card problems" aria-labelledby="conflicts-head">
    <div class="panel-head">
      <h2 id="conflicts-head">Which is right?</h2>
      ${
        undecided.length > 1
          ? html`<p class="row">
              <button class="link small" type="button" @click=${() => onDecide(undecided, 'keep')}>
                Keep all of ours
              </button>
              <button class="link small" type="button" @click=${() => onDecide(undecided, 'take')}>
                Take all of the files’
              </button>
            </p>`
          : nothing
      }
    </div>
    <p class="small quiet problems-foot">
      Somebody typed the first; the file says the second.
      ${open > undecided.length ? `${figure(open - undecided.length)} more come after these.` : ''}
    </p>
    ${dataTable<Conflict>({
      caption: 'Values that a person typed and a file contradicts',
      cards: true,
      columns: [
        {
          key: 'child',
          head: 'Child',
          rowHead: true,
          cell: ({ childName: name }) => (name === null ? 'The school' : childName(name)),
        },
        { key: 'what', head: 'What', cell: ({ label, field }) => `${label}: ${field.toLowerCase()}` },
        { key: 'ours', head: 'Ours', cell: ({ held }) => html`<b>${valueWords(held)}</b>` },
        { key: 'theirs', head: 'The file’s', cell: ({ told }) => html`<b>${valueWords(told)}</b>` },
        {
          key: 'choice',
          head: 'Decide',
          cell: ({ key, field, childName: name }) =>
            segments({
              name: `conflict ${key}`,
              label: `${field}${name === null ? '' : ` of ${name}`}`,
              choices: CHOICES,
              value: choiceOf(key) ?? '',
              onChoose: (choice) => onDecide([key], choice as Choice),
            }),
        },
      ],
      groups: [{ rows: conflicts }],
    })}
  </section>`
}

const MEANT: Record<Question['kind'], string> = {
  older: 'It is meant: these files may take older values back.',
  'other-school': 'It is meant: these children are ours.',
}

/** What stops a run until a person says that it is meant. */
export function questionList(
  questions: readonly Question[],
  meant: ReadonlySet<string>,
  onMeant: (kind: Question['kind'], yes: boolean) => void,
): TemplateResult {
  return html`<section class="card panel" aria-labelledby="questions-head">
    <h2 id="questions-head">Is this meant?</h2>
    <ul class="rule-list">
      ${questions.map(
        ({ kind, message }) =>
          html`<li>
            <p id="question-${kind}">${message}</p>
            <label class="choice">
              <input
                type="checkbox"
                aria-describedby="question-${kind}"
                .checked=${meant.has(kind)}
                @change=${(event: Event) => onMeant(kind, (event.target as HTMLInputElement).checked)}
              />
              <span>${MEANT[kind]}</span>
            </label>
          </li>`,
      )}
    </ul>
  </section>`
}
