import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { api, type AccessRights } from '../api.ts'
import { dataTable, type Column } from '../components/data-table.ts'
import { pageHead } from '../components/page-head.ts'
import { list, sentence } from '../format.ts'
import {
  answerTo,
  classWords,
  heldWords,
  ownSentence,
  RIGHTS,
  usualExtent,
  type ClassRights,
  type RoleRights,
} from './access/words.ts'
import { DataPage } from './data-page.ts'
import '../styles/class.css'

const no = html`<span class="faint">No</span>`

function columnsOf(role: RoleRights): readonly Column<ClassRights>[] {
  const usual = usualExtent(role)
  return [
    {
      key: 'class',
      head: 'Data',
      rowHead: true,
      cell: (row) => {
        const { name, holds } = classWords(row)
        const more = holds ? html`<span class="caption access-holds">${sentence(holds)}</span>` : nothing
        return html`${name}${more}`
      },
    },
    ...RIGHTS.map(({ right, head }): Column<ClassRights> => ({
      key: right,
      head,
      cell: (row) => {
        const answer = answerTo(row, right, usual)
        return answer === null ? no : answer === 'yes' ? html`<b>Yes</b>` : sentence(answer)
      },
    })),
    {
      key: 'note',
      head: 'More exactly',
      cell: ({ note }) => (note === null ? html`<span class="faint">–</span>` : sentence(note)),
    },
  ]
}

const rightsTable = (role: RoleRights) =>
  dataTable({
    caption: `What a ${role.words} may do`,
    columns: columnsOf(role),
    groups: [{ rows: role.classes }],
    cards: true,
  })

function roleSection(role: RoleRights): TemplateResult {
  const { words, mine, closed } = role
  return html`<details class="card panel access-role" ?open=${mine}>
    <summary><h2>${words}${mine ? html` <span class="chip">your role</span>` : nothing}</h2></summary>
    <p class="quiet">${heldWords(role)}</p>
    <div class="access-table">${rightsTable(role)}</div>
    ${
      closed.length === 0
        ? nothing
        : html`<p class="small access-closed">
            <b>Does not open at all:</b> ${list(closed.map((each) => each.split(':')[0] ?? each))}.
          </p>`
    }
  </details>`
}

/** Who may do what with which data: the same table that every request is asked against. */
@customElement('vs-access-page')
export class VsAccessPage extends DataPage<AccessRights> {
  protected load() {
    return api.accessRights()
  }

  protected draw({ roles, rules }: AccessRights): TemplateResult {
    return html`${pageHead({
        sentence: ownSentence(roles) ?? 'Who sees what',
        lead: 'Role by role, which data somebody reads, changes, approves or takes out, and of whom. The program asks this same table before each answer.',
      })}
      <div class="stack">${roles.map(roleSection)}</div>
      <section class="access-rules" aria-labelledby="access-rules">
        <h2 id="access-rules">What holds for everybody</h2>
        <ol>
          ${rules.map(
            ({ title, text }) =>
              html`<li>
                <p><b>${title}</b></p>
                <p class="quiet">${text}</p>
              </li>`,
          )}
        </ol>
      </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vs-access-page': VsAccessPage
  }
}
