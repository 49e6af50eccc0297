import { html, nothing, type TemplateResult } from 'lit'
import type { ImportView } from '../../api.ts'
import { childName } from '../../components/child-name.ts'
import { statusMark } from '../../components/status-mark.ts'
import { count, figure, longDay, type Status } from '../../format.ts'
import { changesOf } from './sentences.ts'

type Meaning = NonNullable<ImportView['meaning']>
type Item = Meaning['children'][number]['items'][number]

const FIRST_CHILDREN = 5
/** Duties shown of each child: fewer where many children are concerned. */
const firstItems = (children: number) => (children > 6 ? 1 : 3)

/** What becomes of one duty, as it stands beside its mark: `opens, broken`, `closes`, `still watch`. */
export function turnWords({ turn, status }: Pick<Item, 'turn' | 'status'>): { mark: Status; words: string } {
  const asks: Partial<Record<Status, string>> = { breach: 'broken', due: 'due', watch: 'watch' }
  const word = asks[status] ?? ''
  if (turn === 'closes') return { mark: status === 'met' ? 'met' : 'not-applicable', words: 'closes' }
  if (turn === 'unknown') return { mark: 'no-data', words: 'no longer known' }
  if (turn === 'opens') return { mark: status, words: `opens: ${word}` }
  return { mark: status, words: turn === 'changes' ? `still ${word}` : `now ${word}` }
}

const item = (each: Item) => {
  const { mark, words } = turnWords(each)
  return html`<div class="meant">
    <div>
      <p>${each.title}</p>
      <p class="small quiet">${each.after}</p>
      ${each.before === null ? nothing : html`<p class="small quiet">Now: ${each.before}</p>`}
    </div>
    <p class="small strong word-${mark} meant-turn">${statusMark(mark, 16, '')} ${words}</p>
  </div>`
}

const child = ({ name, items }: Meaning['children'][number], first: number) =>
  html`<li>
    <b>${childName(name)}</b>
    ${items.slice(0, first).map(item)}
    ${
      items.length > first
        ? html`<details class="name-list">
            <summary>${figure(items.length - first)} more<span class="hidden"> of ${name}</span></summary>
            ${items.slice(first).map(item)}
          </details>`
        : nothing
    }
  </li>`

/** `4 duties open, 1 closes, 2 are told otherwise.` */
export function meaningSentence({ counts }: Pick<Meaning, 'counts'>): string {
  const told = counts.changes + counts.better + counts.worse
  const parts = [
    counts.opens > 0 ? `${count(counts.opens, 'duty', 'duties')} would open` : '',
    counts.closes > 0 ? `${figure(counts.closes)} would close` : '',
    told > 0 ? `${figure(told)} would change` : '',
    counts.unknown > 0 ? `${figure(counts.unknown)} would no longer be known` : '',
  ].filter(Boolean)
  return parts.length === 0 ? 'No duty would open, close or change.' : `${parts.join(', ')}.`
}

const whyNot = (view: ImportView) =>
  changesOf(view) === 0
    ? 'Nothing that is settled so far would change anything.'
    : 'This touches more children than can be worked out beforehand, or children who may not be ours. Today says it when the files are in.'

/** What the files would mean for duties, child by child. */
export function whatItMeans(view: ImportView): TemplateResult {
  const { meaning } = view
  const first = firstItems(meaning?.children.length ?? 0)
  const rest = meaning?.children.slice(FIRST_CHILDREN) ?? []
  return html`<section class="card panel" aria-labelledby="meaning-head">
    <h2 id="meaning-head">What that would mean</h2>
    ${
      meaning
        ? html`<p class="quiet">${meaningSentence(meaning)} As at ${longDay(meaning.on)}.</p>
            <ul class="rule-list meaning-list">
              ${meaning.children.slice(0, FIRST_CHILDREN).map((each) => child(each, first))}
              ${
                meaning.unchanged > 0
                  ? html`<li>
                      <p><b>Everyone else</b></p>
                      <p class="small quiet">
                        ${count(meaning.unchanged, 'child', 'children')}: no duty opens, closes or changes
                      </p>
                    </li>`
                  : nothing
              }
            </ul>
            ${
              rest.length > 0
                ? html`<details class="name-list">
                    <summary>Show ${count(rest.length, 'more child', 'more children')}</summary>
                    <ul class="rule-list meaning-list">
                      ${rest.map((each) => child(each, first))}
                    </ul>
                  </details>`
                : nothing
            }`
        : html`<p class="quiet">${whyNot(view)}</p>`
    }
  </section>`
}
