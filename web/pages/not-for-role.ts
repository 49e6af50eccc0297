import { html, type TemplateResult } from 'lit'

/** What stands in place of a page that the role acted in does not open, as behind an old bookmark. */
export const notForRole: TemplateResult = html`<h1 tabindex="-1">
    This page is not for the role you act in.
  </h1>
  <p class="lead">If you have another role here, choose it under your name.</p>
  <p><a href="/access">Who sees what</a></p>`
