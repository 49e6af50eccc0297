import { html, nothing, type TemplateResult } from 'lit'
import type { SuspensionPage } from '../../api.ts'
import { freeText } from '../../components/child-name.ts'
import { statusMark } from '../../components/status-mark.ts'
import { actDay, shortDay, timeOf } from '../../format.ts'
import { minuteWords } from '../before/words.ts'
import { askedWords, decidedWords } from './sentences.ts'

const ROLES: Readonly<Record<string, string>> = {
  'virtual-school': 'Virtual School',
  'social-worker': 'Social worker',
  parent: 'Parent',
  carer: 'Carer',
  'local-authority': 'Local authority',
  'home-authority': 'Home authority',
  'safeguarding-lead': 'Safeguarding lead',
  'governing-board': 'Governing board',
  other: 'Somebody else',
}
const PURPOSES: Readonly<Record<string, string>> = {
  'before-suspension': 'asked before',
  'suspension-notice': 'told of it',
  'education-notice': 'told of the education',
  'cancellation-notice': 'told that it is cancelled',
}
const OUTCOMES: Readonly<Record<string, string>> = {
  reached: 'reached',
  'message-left': 'message left',
  'no-answer': 'no answer',
}
const HOW: Readonly<Record<string, string>> = {
  phone: 'by telephone',
  email: 'by e-mail',
  letter: 'by letter',
  meeting: 'in person',
}

const ASKED_MARK = {
  before: 'met',
  after: 'breach',
  never: 'breach',
  'not-known': 'no-data',
  'not-needed': 'not-applicable',
} as const

type Contact = SuspensionPage['contacts'][number]

/** How it went and who made it; of asking that was recorded after the decision, when. */
export const contactWords = ({ how, outcome, madeBy, recordedAfterwards }: Contact): string =>
  [
    HOW[how ?? ''],
    OUTCOMES[outcome ?? ''],
    madeBy,
    recordedAfterwards === null ? '' : `recorded afterwards on ${shortDay(recordedAfterwards)}`,
  ]
    .filter(Boolean)
    .join(', ')

function contactLine(contact: Contact, today: string): TemplateResult {
  const { at, withRole, purpose } = contact
  const who = `${ROLES[withRole] ?? withRole} ${PURPOSES[purpose] ?? 'spoken to'}`
  const rest = contactWords(contact)
  return html`<li>
    <time class="small quiet" datetime=${at}>
      ${timeOf(at)}${at.slice(0, 10) === today ? nothing : html`<br />${shortDay(at.slice(0, 10))}`}
    </time>
    <p class="small"><b>${who}</b>${rest ? html`<br /><span class="quiet">${rest}</span>` : nothing}</p>
  </li>`
}

/** Who decided it, when, for which reasons, whether anybody was asked first, and who was told since. */
export function factsPanel(page: SuspensionPage): TemplateResult {
  const { record, withoutContact, askedFirst, contacts, today } = page
  const isBefore = askedFirst === 'after' || askedFirst === 'never'
  return html`<section class="card panel stack-small" aria-labelledby="decision">
    <h2 id="decision">The decision</h2>
    <p>${decidedWords(page)}</p>
    <p class="asked-first ${isBefore ? 'asked-late' : ''}">
      ${statusMark(ASKED_MARK[askedFirst], 16, '')} <span>${askedWords(page)}</span>
    </p>
    ${
      withoutContact === null
        ? isBefore
          ? html`<p class="small quiet">No reason is recorded.</p>`
          : nothing
        : html`<p class="small">Why: ${freeText(`“${withoutContact}”`)}</p>`
    }
    <dl class="facts small">
      <div>
        <dt>${record.reasons.length === 1 ? 'Reason' : 'Reasons'}</dt>
        <dd>${record.reasons.map(({ words }) => html`${words}<br />`)}</dd>
      </div>
      ${
        record.missesExam
          ? html`<div>
              <dt>Examination missed</dt>
              <dd>${record.examOn === null ? 'Yes; the day is not known' : actDay(record.examOn)}</dd>
            </div>`
          : nothing
      }
      ${
        page.backOn === null
          ? nothing
          : html`<div>
              <dt>Back in school</dt>
              <dd>${actDay(page.backOn)}${page.backSession === 'PM' ? ', afternoon' : ''}</dd>
            </div>`
      }
      ${
        record.cancelledAt === null
          ? nothing
          : html`<div>
              <dt>Cancelled</dt>
              <dd>
                ${minuteWords(record.cancelledAt, today)}${
                  record.cancelRecordedOn === null
                    ? nothing
                    : `, recorded afterwards on ${shortDay(record.cancelRecordedOn)}`
                }${record.cancelledReason ? html`: ${freeText(record.cancelledReason)}` : nothing}
              </dd>
            </div>`
      }
    </dl>
    ${
      contacts.length === 0
        ? html`<p class="small quiet">No contact is recorded with it.</p>`
        : html`<h3 class="facts-head">Who was asked and told</h3>
            <ol class="contact-lines">
              ${contacts.map((contact) => contactLine(contact, today))}
            </ol>`
    }
  </section>`
}

/** What the register says of its half days, against what it should. */
export function registerPanel({ register, record }: SuspensionPage): TemplateResult | typeof nothing {
  const wasServed = record.cancelledAt === null || record.halfDays !== 0
  if (record.kind === 'lunchtime' || record.atOtherSchool || !wasServed) return nothing
  const heading = html`<h2 id="register">The register</h2>`
  if (register === null)
    return html`<section class="card panel stack-small" aria-labelledby="register">
      ${heading}
      <p class="unknown-line">
        ${statusMark('no-data', 16, '')} <span>Not known: no register has been brought in.</span>
      </p>
    </section>`
  const wrong = register.filter(({ fits }) => fits === false)
  const waiting = register.filter(({ fits }) => fits === null).length
  return html`<section class="card panel stack-small" aria-labelledby="register">
    ${heading}
    <p class="asked-first">
      ${statusMark(wrong.length > 0 ? 'breach' : waiting > 0 ? 'due' : register.length === 0 ? 'not-applicable' : 'met', 16, '')}
      <span>${registerWords({ register })}</span>
    </p>
    ${
      register.length === 0
        ? nothing
        : html`<ol class="register-marks" aria-label="Marks of its half days">
            ${register.map(
              ({ on, session, code, fits }) =>
                html`<li class=${fits === false ? 'wrong' : fits === null ? 'ahead' : ''}>
                  <span class="caption">${shortDay(on)} ${session === 'AM' ? 'a.m.' : 'p.m.'}</span>
                  <b>${code ?? '–'}</b>
                  ${fits === false ? html`<span class="hidden">does not fit</span>` : nothing}
                </li>`,
            )}
          </ol>`
    }
  </section>`
}

/** `All six half days are marked as suspended.` */
export function registerWords({ register }: { register: NonNullable<SuspensionPage['register']> }): string {
  const all = register.length
  const wrong = register.filter(({ fits }) => fits === false).length
  const waiting = register.filter(({ fits }) => fits === null).length
  if (all === 0) return 'None of its half days stands in the register so far.'
  if (wrong > 0) {
    const not = waiting > 0 ? `; ${waiting} not brought in yet` : ''
    return `${wrong} of ${all} half days ${wrong === 1 ? 'has a mark that does' : 'have marks that do'} not fit${not}. Correct them in the school’s register and bring it in again.`
  }
  if (waiting === all) return 'No mark of its half days has been brought in yet.'
  if (waiting > 0)
    return `${all - waiting} of ${all} half days are marked as they should be; ${waiting} not brought in yet.`
  return all === 1
    ? 'Its half day is marked as it should be.'
    : `All ${all} half days are marked as they should be.`
}
