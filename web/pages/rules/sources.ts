import { html, type TemplateResult } from 'lit'
import type { Rules } from '../../api.ts'
import { dataTable } from '../../components/data-table.ts'
import { plainDay } from '../../format.ts'
import { partsOf } from '../../days.ts'

type Source = Rules['sources'][number]

const VERIFIED: Readonly<Record<Source['verified'], string>> = {
  primary: 'Read in the source itself.',
  secondary: 'As others report it: we have not read the source’s own words.',
  unverified: 'Not verified: check it before you rely on it.',
}

const FORCE: Readonly<Record<Source['force'], string>> = {
  law: 'Law',
  'statutory-guidance': 'Statutory guidance',
  guidance: 'Guidance',
  'local-policy': 'Your own line',
}

/** How far we have read it ourselves, in honest words. */
export const verifiedWords = (verified: Source['verified']): string => VERIFIED[verified]

export const sourceLink = ({ short, url }: Pick<Source, 'short' | 'url'>) =>
  url === null ? short : html`<a href=${url} rel="noreferrer">${short}</a>`

/** Every source that a rule rests on. */
export function sourceList(sources: readonly Source[]): TemplateResult {
  return html`<section class="card rules-table" aria-labelledby="sources">
    <h2 id="sources" tabindex="-1">Sources</h2>
    ${dataTable<Source>({
      caption: 'What the rules rest on',
      cards: true,
      columns: [
        {
          key: 'title',
          head: 'Source',
          rowHead: true,
          cell: ({ title, url }) =>
            url === null ? title : html`<a href=${url} rel="noreferrer">${title}</a>`,
        },
        { key: 'force', head: 'How it binds', cell: ({ force }) => FORCE[force] },
        {
          key: 'from',
          head: 'Since',
          cell: ({ from }) =>
            from.startsWith('1900') ? 'Always' : `${plainDay(from)} ${partsOf(from).year}`,
        },
        { key: 'verified', head: 'Verified', cell: ({ verified }) => verifiedWords(verified) },
      ],
      groups: [{ rows: sources }],
    })}
  </section>`
}
