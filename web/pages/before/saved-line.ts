import { html, nothing, type TemplateResult } from 'lit'
import { statusMark } from '../../components/status-mark.ts'
import type { DraftDesk } from './draft-desk.ts'

/** `Saved 08:12`; that it is on its way; or that it is not saved and tried again. */
export function savedLine({
  saving,
  savedAt,
  refusal,
}: Pick<DraftDesk, 'saving' | 'savedAt' | 'refusal'>): TemplateResult {
  if (saving === 'not-saved')
    return html`<p class="saved saved-not small">
      ${statusMark('error', 16, '')}
      <span><b>Not saved, trying again.</b> What you filled in stays here.</span>
    </p>`
  if (saving === 'refused')
    return html`<p class="saved saved-not small">
      ${statusMark('error', 16, '')} <span><b>Not saved.</b> ${refusal ?? ''}</span>
    </p>`
  const words = saving === 'saving' ? 'Saving…' : savedAt ? `Saved ${savedAt}` : ''
  return words ? html`<p class="saved small quiet">${words}</p>` : html`${nothing}`
}
