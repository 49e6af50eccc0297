import { html, nothing, type TemplateResult } from 'lit'
import type { SuspensionsPage } from '../../api.ts'
import { dataTable, type Column } from '../../components/data-table.ts'
import { childLink, childName } from '../../components/child-name.ts'
import { statusMark } from '../../components/status-mark.ts'
import { dayWithYear, inWords, sentence } from '../../format.ts'
import { GROUPS } from '../cohort/cohort-row.ts'

type Moves = Pick<SuspensionsPage, 'moves'>
type OffSite = SuspensionsPage['offSite'][number]
type Kind = SuspensionsPage['moves'][number]['kind']

/** A group that has any, or all of them, with how many of each kind. */
export interface MovesRow {
  label: string
  counts: Readonly<Record<Kind, number>>
}

const KINDS: readonly { kind: Kind; head: string }[] = [
  { kind: 'off-site-direction', head: 'Off-site directions' },
  { kind: 'managed-move', head: 'Managed moves' },
  { kind: 'part-time-timetable', head: 'Part-time timetables' },
]

const countsOf = (moves: SuspensionsPage['moves']): MovesRow['counts'] => ({
  'off-site-direction': moves.filter(({ kind }) => kind === 'off-site-direction').length,
  'managed-move': moves.filter(({ kind }) => kind === 'managed-move').length,
  'part-time-timetable': moves.filter(({ kind }) => kind === 'part-time-timetable').length,
})

/** A row a group that has any, and their sum where there are several. */
export function movesRows({ moves }: Moves): MovesRow[] {
  const rows = [...GROUPS.map(({ group, short }) => ({ group, short })), { group: null, short: 'In no list' }]
    .map(({ group, short }) => ({ label: short, of: moves.filter((move) => move.group === group) }))
    .filter(({ of }) => of.length > 0)
    .map(({ label, of }) => ({ label, counts: countsOf(of) }))
  return rows.length > 1 ? [...rows, { label: 'All', counts: countsOf(moves) }] : rows
}

/** `Three moves or shorter timetables this year, two of children with a social worker`. */
export function movesFinding({ moves }: Moves): string {
  if (moves.length === 0) return 'No move and no part-time timetable is recorded this year'
  const withWorker = moves.filter(({ group }) => group === 'cla' || group === 'social-worker').length
  const all = `${sentence(inWords(moves.length))} ${moves.length === 1 ? 'move or part-time timetable' : 'moves or part-time timetables'} this year`
  if (moves.length === 1) return `${all}, of a child ${withWorker === 1 ? 'with' : 'without'} a social worker`
  if (withWorker === 0) return `${all}, none of a child with a social worker`
  return `${all}, ${withWorker < moves.length ? inWords(withWorker) : withWorker === 2 ? 'both' : 'all'} of ${withWorker === 1 ? 'a child' : 'children'} with a social worker`
}

const columns: readonly Column<MovesRow>[] = [
  { key: 'group', head: 'Group', rowHead: true, cell: ({ label }) => label },
  ...KINDS.map(({ kind, head }) => ({
    key: kind,
    head,
    number: true,
    cell: ({ counts }: MovesRow) => counts[kind],
  })),
]

const lasts = ({ startsOn, endsOn }: OffSite, on: string) =>
  `${startsOn > on ? 'From' : 'Since'} ${dayWithYear(startsOn, on)}${endsOn === null ? '' : `, to ${dayWithYear(endsOn, on)}`}`

/** Who is or will be elsewhere for a time, with the notice that parents have before it. */
const directions = (
  { offSite, evaluatesOn }: Pick<SuspensionsPage, 'offSite' | 'evaluatesOn'>,
  letter: (direction: OffSite) => void,
) =>
  html`<h3>Off-site directions now and to come</h3>
    <ul class="lines letters">
      ${offSite.map(
        (one) =>
          html`<li>
            <p>${childLink(one.child)} <span class="small quiet">${lasts(one, evaluatesOn)}</span></p>
            <p class="small letter-state">
              ${
                one.hasNotice
                  ? html`${statusMark('met', 14, '')} <span>Recorded that the notice went</span>`
                  : html`${statusMark('no-data', 14, '')} <span>No record that the notice went</span>`
              }
            </p>
            <button class="link small no-print" type="button" @click=${() => letter(one)}>
              Written notice to print<span class="hidden">: ${childName(one.child.name)}</span>
            </button>
          </li>`,
      )}
    </ul>`

/** Other ways out of the classroom than suspension, by the child's group when each began. */
export function movesTable(
  page: Moves & Pick<SuspensionsPage, 'offSite' | 'evaluatesOn'>,
  letter: (direction: OffSite) => void,
): TemplateResult {
  const rows = movesRows(page)
  return html`<section class="card panel stack-small moves" aria-labelledby="moves">
    <h2 id="moves">${movesFinding(page)}</h2>
    <p class="small quiet">
      In force or agreed this school year, by the child’s group when it began. None of them is a suspension.
    </p>
    ${
      rows.length === 0
        ? nothing
        : dataTable({
            caption: 'Off-site directions, managed moves and part-time timetables, by group',
            columns,
            groups: [{ rows }],
            cards: true,
          })
    }
    ${page.offSite.length === 0 ? nothing : directions(page, letter)}
  </section>`
}
