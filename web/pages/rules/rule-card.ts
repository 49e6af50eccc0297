import { html, nothing, type TemplateResult } from 'lit'
import { childLink } from '../../components/child-name.ts'
import { statusMark } from '../../components/status-mark.ts'
import { count, forceWord, ownerWord, plainDay, statusWord, type Status } from '../../format.ts'
import { partsOf, type Day } from '../../days.ts'
import { isTime, textOf } from '../school/changed-choices.ts'
import type { Rule } from './choose-rules.ts'
import { sourceLink, verifiedWords } from './sources.ts'

const SHOWN: readonly Status[] = ['breach', 'due', 'watch', 'no-data', 'error', 'met', 'not-applicable']

const GROUPS: Readonly<Record<string, string>> = {
  cla: 'looked after',
  previouslyCla: 'previously looked after',
  cin: 'in need',
  cp: 'under child protection',
  kinship: 'in kinship care',
  ever6: 'with a social worker within six years',
}

const day = (on: Day) => `${plainDay(on)}\u00a0${partsOf(on).year}`

/** Which children it is about: `Children who are or were looked after this year`. */
export const aboutWords = (groups: Rule['groups']): string =>
  groups === 'everyone'
    ? 'Every child on our list'
    : groups.length === Object.keys(GROUPS).length
      ? 'Children with a social worker now or in six years, looked after now or before, or in kinship care'
      : `Children who are, or were this year, ${groups.map((group) => GROUPS[group] ?? group).join(', or ')}`

/** From when to when it holds: `In force since 26 February 2018`. */
export function forceSpan({ from, to, inForce }: Pick<Rule, 'from' | 'to' | 'inForce'>): string {
  if (from.startsWith('1900')) return 'A line of our own: it holds on any day'
  const since = `since ${day(from)}`
  if (to === null) return inForce ? `In force ${since}` : `Comes into force on ${day(from)}`
  return inForce ? `In force ${since}, until ${day(to)}` : `Was in force from ${day(from)} to ${day(to)}`
}

function options({ options: all }: Rule) {
  if (all.length === 0) return nothing
  return html`<div>
    <dt>Your own choice</dt>
    <dd>
      ${all.map(
        (option) =>
          html`<p>
            ${option.label}:
            <b>${textOf(option, option.value)}${isTime(option) ? '' : ` ${option.unit}`}</b>
            <span class="small quiet"
              >${option.value === option.usual ? '(the usual value)' : `(usually ${textOf(option, option.usual)})`}</span
            >
          </p>`,
      )}
    </dd>
  </div>`
}

const counted = (status: Status, value: number) =>
  html`<li class=${value === 0 ? 'faint' : ''}>
    ${statusMark(status, 16, '')} <b>${value}</b> ${statusWord(status).toLowerCase()}
  </li>`

const says = (counts: NonNullable<Rule['counts']>, inForce: boolean, on: Day) =>
  html`<div class="rule-says">
    <h4 class="small">What it says on ${day(on)}</h4>
    ${
      inForce
        ? html`<ul class="rule-counts">
            ${SHOWN.filter((status) => status !== 'error' || counts.error > 0).map((status) =>
              counted(status, counts[status]),
            )}
          </ul>`
        : html`<p class="quiet">It is not run on that day.</p>`
    }
  </div>`

function concerned({ concerns, title }: Rule) {
  if (concerns.length === 0) return nothing
  return html`<details class="concerned">
    <summary>
      The ${count(concerns.length, 'child', 'children')} concerned<span class="hidden">: ${title}</span>
    </summary>
    <ul>
      ${concerns.map(
        ({ child, status, message }) =>
          html`<li>
            ${statusMark(status, 16)}
            <span>${childLink(child)} <span class="small quiet">${message}</span></span>
          </li>`,
      )}
    </ul>
  </details>`
}

/** One rule: what, why, what to do, whose duty and where it is written, and what it says today. */
export function ruleCard(rule: Rule, on: Day): TemplateResult {
  const { id, title, breachTitle, why, action, owner, force, place, source, groups, counts } = rule
  return html`<article class="card panel rule" id="rule-${id}" tabindex="-1" aria-labelledby="title-${id}">
    <div class="panel-head">
      <h3 id="title-${id}">${title}</h3>
      <a class="small" href="#rule-${id}">Link<span class="hidden"> to ${title}</span></a>
    </div>
    <div class="rule-parts">
      <p class="rule-why">${why}</p>
      <dl class="facts">
        <div>
          <dt>Whose duty</dt>
          <dd>
            <b>${ownerWord(owner)}</b> ${forceWord(force)} ·
            ${sourceLink(source)}${place === null ? nothing : `, ${place}`}
            <span class="small quiet">${verifiedWords(source.verified)}</span>
          </dd>
        </div>
        <div>
          <dt>Said when it is broken</dt>
          <dd>${breachTitle}</dd>
        </div>
        <div>
          <dt>What to do</dt>
          <dd>${action.text}</dd>
        </div>
        <div>
          <dt>About</dt>
          <dd>${aboutWords(groups)}. <span class="quiet">${forceSpan(rule)}.</span></dd>
        </div>
        ${options(rule)}
      </dl>
      ${counts === null ? nothing : says(counts, rule.inForce, on)}
    </div>
    ${concerned(rule)}
  </article>`
}
