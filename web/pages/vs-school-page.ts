import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { api, type Authorities, type Rules, type SetUpSchool } from '../api.ts'
import { dataTable } from '../components/data-table.ts'
import { emptyState } from '../components/empty-state.ts'
import { numberTiles } from '../components/number-tiles.ts'
import { pageHead } from '../components/page-head.ts'
import { fullDay } from '../format.ts'
import { mayKeep } from './child/records.ts'
import { DataPage } from './data-page.ts'
import { addChild, openRecordForm } from './record-form.ts'
import { schoolSentence, type CalendarEntry } from './school/calendar-entries.ts'
import { calendarSection } from './school/calendar-section.ts'
import { premiumSection } from './school/premium-section.ts'
import type { PremiumMoney } from './school/premium-words.ts'
import { trainingSection, type Keeping } from './school/training-section.ts'
import type { Training } from './school/training-words.ts'
import './school/vs-authorities.ts'
import './school/vs-local-choices.ts'
import '../styles/school.css'

interface Person {
  id: string
  role: string
  name: string
  organisation: string | null
  phone: string | null
  email: string | null
  doNotContact: boolean
}

interface Shown {
  school: SetUpSchool
  calendar: readonly CalendarEntry[]
  /** Null where the role sees none. */
  people: readonly Person[] | null
  /** Null where the role sees none. */
  trainings: readonly Training[] | null
  money: readonly PremiumMoney[] | null
  authorities: Authorities
  rules: Rules
  roles: Readonly<Record<string, string>>
  mayAdd: boolean
  mayAddPerson: boolean
  mayKeepTraining: boolean
  mayKeepMoney: boolean
}

/** The school itself: its calendar, whom it rings, its training and money, its own lines, and its backup. */
@customElement('vs-school-page')
export class VsSchoolPage extends DataPage<Shown> {
  protected async load(on: string | null): Promise<Shown> {
    const { kinds } = await api.kinds()
    const fieldsOf = (name: string) => kinds.find(({ kind }) => kind === name)?.fields ?? []
    /** Of the school itself, with their days; null for a role that reads none. */
    const ofSchool = async <R>(kind: string) => {
      if (fieldsOf(kind).length === 0) return null
      const { records } = await api.records(kind)
      return records.map(({ id, on, fields }) => ({ ...(fields as unknown as R), id, on: on ?? '' }))
    }
    const ofPerson = fieldsOf('person')
    const role = ofPerson.find(({ name }) => name === 'role')
    const [school, calendar, people, trainings, money, authorities, rules] = await Promise.all([
      api.school(on),
      api.records('term-date'),
      ofPerson.length > 0 ? api.records('person') : null,
      ofSchool<Training>('training'),
      ofSchool<PremiumMoney>('premium-money'),
      api.authorities(),
      api.rules(on),
    ])
    return {
      school: school as SetUpSchool,
      calendar: calendar.records.map(({ id, fields }) => ({ ...(fields as unknown as CalendarEntry), id })),
      people:
        people?.records
          .filter(({ childId }) => childId === null)
          .map(({ id, fields }) => ({ ...(fields as unknown as Person), id })) ?? null,
      trainings,
      money,
      authorities,
      rules,
      mayAdd: mayKeep(kinds, 'child'),
      mayAddPerson: mayKeep(kinds, 'person'),
      mayKeepTraining: mayKeep(kinds, 'training'),
      mayKeepMoney: mayKeep(kinds, 'premium-money'),
      roles: (role?.schema['words'] ?? {}) as Readonly<Record<string, string>>,
    }
  }

  protected draw({
    school,
    calendar,
    people,
    trainings,
    money,
    authorities,
    rules,
    roles,
    mayAdd,
    mayAddPerson,
    mayKeepTraining,
    mayKeepMoney,
  }: Shown): TemplateResult {
    const { name, year, terms, on, counts, urn, evaluatedOn } = school
    const days = terms.flatMap(({ schoolDays }) => schoolDays)
    return html`${pageHead({
        sentence: schoolSentence(year, days, on),
        lead: html`${name}, URN ${urn}.
        ${evaluatedOn === null ? '' : `Everything was last worked out on ${fullDay(evaluatedOn)}.`}`,
        actions: mayAdd
          ? html`<button class="button" type="button" @click=${addChild}>Add a child</button>`
          : undefined,
      })}
      <div class="stack school-page" @saved=${() => void this.refresh()}>
        ${
          counts &&
          html`<div>
            ${numberTiles([
              { value: counts.onRoll, label: 'children on roll' },
              { value: counts.cohort, label: 'of them with, or once with, a social worker' },
              { value: counts.children - counts.onRoll, label: 'children who have left' },
            ])}
          </div>`
        }
        ${calendarSection(school, calendar, {
          add: () => this.form('term-date'),
          correct: ({ id }) => this.form('term-date', id),
        })}
        ${people && this.people(people, roles, mayAddPerson)}
        ${trainings && trainingSection(trainings, on, this.keeping('training', mayKeepTraining))}
        ${money && premiumSection(money, on, this.keeping('premium-money', mayKeepMoney))}
        <vs-authorities .list=${authorities}></vs-authorities>
        <vs-local-choices .rules=${rules.rules}></vs-local-choices>
        ${backup}
      </div>`
  }

  private people(people: readonly Person[], roles: Shown['roles'], mayAdd: boolean) {
    return html`<section class="card panel" aria-labelledby="people">
      <div class="panel-head">
        <h2 id="people">People of the whole school</h2>
        ${
          mayAdd
            ? html`<button class="button button-small" type="button" @click=${() => this.form('person')}>
                Add a person
              </button>`
            : nothing
        }
      </div>
      ${
        people.length === 0
          ? emptyState({
              title: 'Nobody is named yet',
              text: mayAdd
                ? 'Name those who are rung for every child, such as the clerk to the governors. A child’s own people stand on the child’s page.'
                : 'The designated teacher or the safeguarding lead names those who are rung for every child, such as the clerk to the governors, to whom parents write.',
            })
          : dataTable({
              caption: 'People of the whole school',
              columns: [
                { key: 'name', head: 'Name', rowHead: true, cell: ({ name }: Person) => name },
                {
                  key: 'role',
                  head: 'Who this is',
                  cell: ({ role, organisation }: Person) =>
                    [roles[role] ?? role, organisation].filter(Boolean).join(', '),
                },
                { key: 'reach', head: 'Telephone and e-mail', cell: reachOf },
                {
                  key: 'correct',
                  head: 'Correct',
                  hiddenHead: true,
                  cell: ({ id, name }: Person) =>
                    html`<button class="link" type="button" @click=${() => this.form('person', id)}>
                      Correct<span class="hidden">: ${name}</span>
                    </button>`,
                },
              ],
              groups: [{ rows: people }],
              cards: true,
            })
      }
    </section>`
  }

  private keeping(kind: string, may: boolean): Keeping {
    return may ? { add: () => this.form(kind), correct: (id) => this.form(kind, id) } : null
  }

  private form(kind: string, recordId?: string) {
    openRecordForm({
      kind,
      childId: null,
      ...(recordId && { recordId }),
      onSaved: () => {
        document.dispatchEvent(new Event('school-changed'))
        void this.refresh()
      },
    })
  }
}

function reachOf({ phone, email, doNotContact }: Person) {
  if (doNotContact) return 'Do not contact'
  return [phone, email].filter(Boolean).join(' · ') || html`<span class="quiet">Not known</span>`
}

const backup = html`<section class="card panel" aria-labelledby="backup">
  <div class="panel-head"><h2 id="backup">Backup</h2></div>
  <p>
    On the computer where this runs, in its folder, <code>npm run backup</code> writes a copy of everything
    and reads it back to be sure; people can work meanwhile. <code>npm run restore -- FILE</code> checks a
    copy before it takes the place of what is there.
  </p>
  <p class="quiet">Keep copies on another disk, locked: they hold what is known about children.</p>
</section>`

declare global {
  interface HTMLElementTagNameMap {
    'vs-school-page': VsSchoolPage
  }
}
