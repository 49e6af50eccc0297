import { html, nothing } from 'lit'
import type { BeforePage } from '../../api.ts'
import { after } from './after.ts'
import { clashOf } from './clash.ts'
import { effects, summaryLine, type Change } from './consequences.ts'
import { considered } from './considering.ts'
import { callBlock, otherPeople, seenLine, type ContactsShown } from './contacts.ts'
import { decision, type Deciding } from './decision.ts'
import type { DraftDesk } from './draft-desk.ts'
import type { DraftKeeper } from './draft-keeper.ts'
import { happened, ringBackField } from './happened.ts'
import { wordsAndTried } from './tried.ts'
import { virtualSchoolOf } from './words.ts'

/** What the page of one child is drawn from, besides its rows. */
export interface BeforeShown {
  page: BeforePage
  keeper: DraftKeeper
  desk: DraftDesk
  /** Opens the form of something tried; null for who may not record it. */
  record: ((what: string) => void) | null
}

export interface OpenShown extends BeforeShown {
  contacts: ContactsShown
  /** What the newest length brought that the one before had not. */
  change: Change | null
  allReasons: boolean
  showAllReasons: () => void
  moreWeeks: number
  showMoreWeeks: () => void
  open: (deciding: Deciding) => void
}

/** Before the decision: whom to ring first, then what is considered beside what it would set off, then the decision. */
export function openColumns(shown: OpenShown) {
  const { page, keeper, desk, change } = shown
  const first = page.contacts.find(({ isFirst }) => isFirst)
  const school = virtualSchoolOf(page)
  return html`<div class="before no-print">
    <div class="before-first stack">
      ${keeper.clash ? clashOf(keeper.clash, page, (whose) => keeper.choose(whose)) : nothing}
      ${first ? callBlock(first, shown.contacts) : nothing} ${otherPeople(shown.contacts)}
      ${
        school === null
          ? nothing
          : html`<div class="seen-block card">
              ${seenLine(page)} ${page.may.write ? ringBackField(desk, school) : nothing}
            </div>`
      }
      ${happened(desk, { allReasons: shown.allReasons, showAll: shown.showAllReasons })}
    </div>
    <div class="before-plan">
      <div class="before-length">
        ${considered(desk, keeper.isUnsaved ? null : keeper.consequences, {
          moreWeeks: shown.moreWeeks,
          showMore: shown.showMoreWeeks,
        })}
      </div>
      <div class="before-side">
        ${effects({
          page,
          fields: keeper.stored,
          consequences: keeper.consequences,
          change,
          mayWrite: page.may.write,
          isBehind: keeper.saving === 'not-saved' && keeper.isUnsaved,
          set: (halfDays) => keeper.change({ halfDays }),
        })}
      </div>
      <div class="before-rest stack">
        ${wordsAndTried({ page, record: shown.record })}
        ${decision({ page, fields: keeper.fields, consequences: keeper.consequences, open: shown.open })}
      </div>
      ${summaryLine(keeper.stored, keeper.consequences, change)}
    </div>
  </div>`
}

/** After it: what was decided and what comes next, then what it was decided on, to be read only. */
export function overColumns({ page, keeper, desk, record }: BeforeShown) {
  const { view } = keeper
  if (!view) return nothing
  return html`<div class="stack before-over no-print">
    ${after(page, view, {
      record: record && (() => record('')),
      again: page.may.write ? () => keeper.anew() : null,
    })}
    ${happened(desk, { allReasons: false, showAll: () => undefined })}
    ${considered(desk, keeper.consequences, { moreWeeks: 0, showMore: () => undefined })}
  </div>`
}
