import { Task } from '@lit/task'
import { html, type TemplateResult } from 'lit'
import { RefusedError } from '../api.ts'
import { LightElement } from '../components/element.ts'
import { chosenDay } from '../router.ts'
import { notForRole } from './not-for-role.ts'

/**
 * A page that shows one answer of the server as at the chosen day: what it says while it waits, what it says when
 * the answer does not come, and the answer itself. After a write `refresh` asks again and keeps what is shown
 * until the new answer is there, so that nothing jumps.
 */
export abstract class DataPage<T> extends LightElement {
  /** The last answer, kept while a new one is on its way. */
  protected data: T | undefined
  private readonly task = new Task(this, {
    task: async () => (this.data = await this.load(chosenDay())),
    args: () => [],
  })

  protected abstract load(on: string | null): Promise<T>
  protected abstract draw(data: T): TemplateResult

  /** Asks the server again. */
  refresh(): Promise<void> {
    return this.task.run().then(
      () => undefined,
      () => undefined,
    )
  }

  protected override render(): unknown {
    return this.task.render({
      initial: () => this.waiting(),
      pending: () => (this.data === undefined ? this.waiting() : this.draw(this.data)),
      complete: (data) => this.draw(data),
      error: (error) => this.failed(error),
    })
  }

  private waiting() {
    return html`<p class="waiting" role="status">One moment…</p>`
  }

  private failed(error: unknown) {
    const refused = error instanceof RefusedError ? error : undefined
    if (refused?.code === 'not-allowed') return notForRole
    return html`<h1 tabindex="-1">
        ${refused?.code === 'not-found' ? 'There is nothing here.' : 'This page could not be shown.'}
      </h1>
      <p class="lead">${refused?.message ?? 'Something went wrong in this page.'}</p>
      <p><button class="button" type="button" @click=${() => this.refresh()}>Try again</button></p>`
  }
}
