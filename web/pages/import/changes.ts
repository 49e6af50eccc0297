import { html, nothing, type TemplateResult } from 'lit'
import type { ImportView } from '../../api.ts'
import { childName } from '../../components/child-name.ts'
import { actDay, count, figure, plainDay, sentence } from '../../format.ts'
import { isChosenDay } from '../../route-path.ts'

const FIRST = 6

/** A stored day reads like any other on the page; everything else stands as it is. */
export const valueWords = (value: string): string =>
  isChosenDay(value) ? `${plainDay(value)}\u00a0${value.slice(0, 4)}` : value

const oldToNew = (before: string, after: string) =>
  html`<span class="old-new"
    ><del><span class="hidden">Was </span>${valueWords(before)}</del> <span aria-hidden="true">→</span>
    <ins><span class="hidden">becomes </span>${valueWords(after)}</ins></span
  >`

interface Line {
  name: string | null
  what: string
  change: TemplateResult
}

function linesOf({ changes, markChanges }: ImportView): Line[] {
  return [
    ...changes.flatMap(({ childName: name, what, fields }) =>
      fields.map(({ label, before, after }) => ({
        name,
        what: `${what}: ${label.toLowerCase()}`,
        change: oldToNew(before, after),
      })),
    ),
    ...markChanges.map(({ childName: name, on, session, before, after }) => ({
      name,
      what: `${actDay(on)}, ${session === 'AM' ? 'morning' : 'afternoon'}`,
      change: oldToNew(before, after),
    })),
  ]
}

const line = ({ name, what, change }: Line) =>
  html`<li>
    <span>
      <b>${name === null ? 'The school' : childName(name)}</b>
      <span class="small quiet">${what}</span>
    </span>
    ${change}
  </li>`

const names = (heading: string, list: readonly string[], all: number) =>
  all === 0
    ? nothing
    : html`<details class="name-list">
        <summary>${heading}</summary>
        <p>
          ${list.map((name, at) => html`${at > 0 ? ', ' : ''}${childName(name)}`)}${
            all > list.length ? ` and ${figure(all - list.length)} more` : ''
          }
        </p>
      </details>`

const countsTable = ({ counts }: ImportView) =>
  html`<table class="table small-table">
    <caption class="hidden">
      What each kind of record would gain and change
    </caption>
    <thead>
      <tr>
        <th scope="col">What</th>
        <th scope="col" class="number">New</th>
        <th scope="col" class="number">Changed</th>
        <th scope="col" class="number">The same</th>
        <th scope="col" class="number">Not in the file</th>
      </tr>
    </thead>
    <tbody>
      ${counts.map(
        ({ words, added, changed, same, missing }) =>
          html`<tr>
            <th scope="row">${sentence(words[1])}</th>
            <td class="number">${figure(added)}</td>
            <td class="number">${figure(changed)}</td>
            <td class="number">${figure(same)}</td>
            <td class="number">${figure(missing)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`

/** What a run would change: sums by kind, old and new values, children new and missing. */
export function whatWouldChange(view: ImportView): TemplateResult {
  const lines = linesOf(view)
  const rest = lines.slice(FIRST)
  const children = view.counts.find(({ source }) => source === 'children')
  const stay = view.counts.reduce((sum, { missing }) => sum + missing, 0)
  return html`<section class="card panel what-changes" aria-labelledby="changes-head">
    <h2 id="changes-head">What would change</h2>
    ${view.counts.length > 0 ? countsTable(view) : nothing}
    ${stay > 0 ? html`<p class="small quiet">What is not in a file stays as it is; nothing is taken away.</p>` : nothing}
    ${children ? names(`${count(children.added, 'new child', 'new children')}`, view.newChildren, children.added) : nothing}
    ${
      children
        ? names(
            `${count(children.missing, 'child', 'children')} no longer in the file: they stay`,
            children.missingNames,
            children.missing,
          )
        : nothing
    }
    ${
      lines.length > 0
        ? html`<ul class="rule-list change-list">
            ${lines.slice(0, FIRST).map(line)}
          </ul>`
        : nothing
    }
    ${
      rest.length > 0
        ? html`<details class="name-list">
            <summary>Show ${figure(rest.length)} more</summary>
            <ul class="rule-list change-list">
              ${rest.map(line)}
            </ul>
          </details>`
        : nothing
    }
    ${notesOf(view)}
  </section>`
}

/** What is left out or stays as it is here, each with what to do. */
export const notesOf = ({ notes }: ImportView): TemplateResult =>
  html`${notes.map((note) => html`<p class="small">${note}</p>`)}`

/** Files that change nothing, and yet say something that is otherwise here. */
export const stays = (view: ImportView): TemplateResult | typeof nothing =>
  view.notes.length === 0
    ? nothing
    : html`<section class="card panel" aria-labelledby="stays-head">
        <h2 id="stays-head">What stays as it is here</h2>
        ${notesOf(view)}
      </section>`
