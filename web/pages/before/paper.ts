import { html, nothing, type TemplateResult } from 'lit'
import type { BeforePage, Consequences } from '../../api.ts'
import { childName, freeText } from '../../components/child-name.ts'
import { careWord, halfDaysInWords, list, sentence, unbroken, yearGroupWord } from '../../format.ts'
import type { Draft } from './draft-fields.ts'
import { factsList } from './facts-list.ts'
import {
  isAnswer,
  attemptWords,
  backWords,
  dayWords,
  earlier,
  forenameOf,
  instantOn,
  lengthWords,
  minuteWords,
  spanWords,
  termName,
  virtualSchoolOf,
} from './words.ts'

/** On paper every time has its day. */
const today = ''

function asked({ contacts }: BeforePage) {
  return html`<ul>
    ${contacts.map(
      (step) =>
        html`<li>
          <b>${freeText(step.name ?? sentence(step.title))}</b
          >${step.name && step.name !== step.title ? `, ${step.title}` : ''}:
          ${
            step.attempts.length > 0
              ? step.attempts
                  .toReversed()
                  .map(
                    (attempt, at) =>
                      html`${at > 0 ? '; ' : ''}${attemptWords(attempt, today)}${attempt.note && !isAnswer(attempt) ? html` (${freeText(attempt.note)})` : nothing}`,
                  )
              : 'not asked'
          }
        </li>`,
    )}
  </ul>`
}

function totals({ term, year }: Consequences) {
  return [
    term &&
      `${termName(term.name)}: ${halfDaysInWords(term.before)} before, ${halfDaysInWords(term.after)} with this.`,
    `School year: ${halfDaysInWords(year.before)} before, ${halfDaysInWords(year.after)} with this.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** `A suspension of 2 days`, `A suspension at 3 lunchtimes`, `A permanent exclusion`; `span` says of which days. */
export function consideredWords({ kind }: Pick<Draft, 'kind'>, length: string | null, span: string): string {
  if (kind === null || length === null) return 'no length'
  if (kind === 'permanent') return `${sentence(length)}. ${span}`.trim()
  return `A suspension ${kind === 'lunchtime' ? 'at' : 'of'} ${length}. ${span}`.trim()
}

/** `suspended for 2 days`, `suspended at 3 lunchtimes`, as it was decided. */
export function decidedOn({ kind }: Pick<Draft, 'kind'>, length: string | null): string {
  if (kind === 'permanent') return 'permanently excluded'
  return `suspended ${kind === 'lunchtime' ? 'at' : 'for'} ${length ?? 'a time that is not known'}`
}

/** The record for the file, on paper alone: times, who was asked, what was said, the totals. */
export function paper(page: BeforePage, fields: Draft, consequences: Consequences | null): TemplateResult {
  const { child, considering, reasons, tried } = page
  const soFar = earlier(page)
  const school = virtualSchoolOf(page)
  const codes = fields.reasons.map((code) => reasons.find((one) => one.code === code)?.words ?? code)
  const length = lengthWords(fields)
  const span =
    consequences && consequences.days.length > 0 && fields.kind !== 'permanent'
      ? `${spanWords(consequences, fields.kind)}. ${fields.kind === 'lunchtime' ? '' : backWords(consequences)}`
      : fields.startedOn
        ? `From ${dayWords(fields.startedOn, today)}.`
        : ''
  const notSaid = 'not said'
  return html`<section class="print-only before-paper">
    <h2>
      ${childName(child.name)},
      ${yearGroupWord(child.yearGroup)}${child.statuses.length > 0 ? `: ${list(child.statuses.map((one) => careWord(one).toLowerCase()))}` : ''}
    </h2>
    ${factsList([
      ['Printed as at', dayWords(page.today, '')],
      [
        'Opened',
        considering
          ? `${instantOn(considering.openedAt, today)}, ${considering.openedBy}`
          : 'nothing is recorded yet',
      ],
      ...(school && considering
        ? [
            [
              school,
              considering.read
                ? `read ${instantOn(considering.read.at, today)}, ${considering.read.by}`
                : 'not read yet',
            ] as const,
          ]
        : []),
      ['Happened', fields.happenedAt ? minuteWords(fields.happenedAt, today) : notSaid],
      ['Reasons', list(codes) || notSaid],
      ['What happened', fields.whatHappened ? freeText(fields.whatHappened) : notSaid],
      ['What came just before', fields.whatBefore ? freeText(fields.whatBefore) : notSaid],
      ['Considered', consideredWords(fields, length, span)],
      [
        'An exam or test missed',
        fields.missesExam === null
          ? 'not known'
          : fields.missesExam
            ? `yes${fields.examOn ? `, ${dayWords(fields.examOn, today)}` : ''}`
            : 'no',
      ],
      ...(consequences && length ? [['Totals', totals(consequences)] as const] : []),
      ...(soFar.length > 0
        ? [
            [
              'So far this year',
              soFar.map(({ on, words }) => `${dayWords(on, today)}: ${words}`).join('; '),
            ] as const,
          ]
        : []),
    ])}
    <h3>Who was asked</h3>
    ${asked(page)}
    ${
      considering && considering.advice.length > 0
        ? html`<h3>Advice</h3>
            <ul>
              ${considering.advice.map(
                ({ at, by, words }) => html`<li>${minuteWords(at, today)}, ${by}: ${freeText(words)}</li>`,
              )}
            </ul>`
        : nothing
    }
    ${
      consequences && consequences.list.length > 0 && length
        ? html`<h3>What it would set off</h3>
            <ul>
              ${consequences.list.map(({ title, words }) => html`<li><b>${unbroken(title)}.</b> ${unbroken(words)}</li>`)}
            </ul>`
        : nothing
    }
    <h3>What was tried</h3>
    <ul>
      ${tried.length > 0 ? tried.map(({ title, startedOn, note }) => html`<li>${title}, since ${dayWords(startedOn, today)}${note ? html`. ${freeText(note)}` : nothing}</li>`) : html`<li>Nothing is recorded.</li>`}
    </ul>
    <h3>Decision</h3>
    <p>
      ${
        considering?.state === 'not-suspended'
          ? html`${childName(forenameOf(child.name))} stays in school.
            ${considering.instead ? freeText(considering.instead) : nothing}`
          : considering?.state === 'suspended'
            ? `${sentence(decidedOn(fields, length))}.`
            : 'Nothing is decided yet.'
      }
      ${considering?.decidedAt ? `Decided ${[minuteWords(considering.decidedAt, today), considering.decidedBy].filter(Boolean).join(', ')}.` : ''}
      ${considering?.withoutContact ? html`<b>Decided before contact,</b> because: ${freeText(considering.withoutContact)}` : nothing}
    </p>
  </section>`
}
