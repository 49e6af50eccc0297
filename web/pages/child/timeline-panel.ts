import { html, nothing, type TemplateResult } from 'lit'
import type { ChildPage, Kinds } from '../../api.ts'
import { emptyState } from '../../components/empty-state.ts'
import { freeText } from '../../components/child-name.ts'
import { timeline, type TimelineEntry } from '../../components/timeline.ts'
import '../../components/vs-tabs.ts'
import { findingId } from './finding-view.ts'
import { newestFirst, recordDetail, recordLine, timelineTabs, type Entry } from './records.ts'

export interface TimelineAsked {
  page: ChildPage
  kinds: Kinds['kinds']
  authorities: ReadonlyMap<string, string>
  tab: string
  choose: (tab: string) => void
  open: (kind: string, recordId: string) => void
  /** Opens the written notice of an off-site direction. */
  letter: (recordId: string) => void
}

/** The state of the gravest duty that rests on the record, and how many others do. */
function dutyOf({ duties }: Entry): Pick<TimelineEntry, 'duty'> {
  const [gravest] = duties
  if (!gravest) return {}
  const grave = duties.filter(({ status }) => status === gravest.status).length - 1
  const more = grave > 0 ? ` and ${grave} more` : ''
  return {
    duty: { status: gravest.status, words: `${gravest.title}${more}`, href: `#${findingId(gravest)}` },
  }
}

/** Every record, newest first, by kind; each opens to be read, corrected or removed. */
export function timelinePanel(asked: TimelineAsked): TemplateResult {
  const { page, kinds, authorities, tab, choose, open, letter } = asked
  const shown = newestFirst(page.timeline).filter(({ kind }) => tab === 'all' || kind === tab)
  const entries = shown.map((record): TimelineEntry => {
    const detail = recordDetail(record, kinds, authorities)
    return {
      on: record.on,
      title: html`<button class="link" type="button" @click=${() => open(record.kind, record.id)}>
        ${recordLine(record)}
      </button>`,
      ...(detail && { detail: freeText(detail) }),
      ...dutyOf(record),
      ...(record.kind === 'off-site-direction' && {
        actions: html`<button class="link" type="button" @click=${() => letter(record.id)}>
          Written notice to print
        </button>`,
      }),
    }
  })
  return html`<section class="card panel no-print" aria-labelledby="every-record">
    <h2 class="hidden" id="every-record">Every record</h2>
    ${
      page.timeline.length === 0
        ? emptyState({ title: 'No record yet', text: 'What is recorded of this child stands here.' })
        : html`<vs-tabs
            label="Records by kind"
            .tabs=${timelineTabs(page.timeline, kinds)}
            .chosen=${tab}
            .panel=${entries.length > 0 ? timeline(entries, page.evaluatesOn) : nothing}
            @choose=${(event: CustomEvent<{ id: string }>) => {
              event.stopPropagation()
              choose(event.detail.id)
            }}
          ></vs-tabs>`
    }
  </section>`
}
