import type { ConsiderationView, Consequences } from '../../api.ts'
import { differing, fieldsOfView, merge, nothingSaid, type Draft } from './draft-fields.ts'

/** Milliseconds after the last change before it is sent, and between two tries while the server is out of reach. */
export const SAVE_AFTER = 400
export const TRY_AGAIN_AFTER = 5000

/** The newest of what the server holds, told after a save met a change by somebody else. */
export interface Elsewhere {
  view: ConsiderationView
}

export interface DraftCalls {
  /** The open consideration of the child; opened by this where there is none. */
  open(): Promise<ConsiderationView>
  put(
    view: Pick<ConsiderationView, 'id' | 'version'>,
    fields: Draft,
  ): Promise<{ considering: ConsiderationView; consequences: Consequences | null }>
  /** What is stored now, if the refusal tells; undefined for any other failure. */
  elsewhere(error: unknown): Elsewhere | undefined
  /** Nothing was refused: the same may be sent again. */
  isOutOfReach(error: unknown): boolean
  /** Runs the work once after so many milliseconds; answers what calls it off. */
  later(work: () => void, milliseconds: number): () => void
}

export type Saving = 'nothing' | 'saving' | 'saved' | 'not-saved' | 'refused'

export interface Clash {
  mine: Draft
  theirs: Draft
  names: readonly (keyof Draft)[]
}

/**
 * Keeps what somebody fills in of one consideration: shown at once, saved shortly after, one call at a time, the
 * latest last. What could not be sent stays here and is tried again. Where somebody else changed the same field, it
 * waits for the person to choose.
 */
export class DraftKeeper {
  fields: Draft
  view: ConsiderationView | null
  consequences: Consequences | null = null
  saving: Saving = 'nothing'
  /** Why it was refused, where it was. */
  error: unknown = null
  /** Set while the person has to choose between two texts. */
  clash: Clash | null = null
  private base: Draft
  private letGo: string | undefined
  private callOff: () => void = () => undefined
  private running: Promise<void> | null = null
  private opening: Promise<ConsiderationView> | null = null

  constructor(
    private readonly calls: DraftCalls,
    private onChange: () => void,
    view: ConsiderationView | null = null,
    consequences: Consequences | null = null,
  ) {
    this.view = view
    this.consequences = consequences
    this.base = fieldsOfView(view)
    this.fields = this.base
  }

  /** Something here has not reached the server. */
  get isUnsaved(): boolean {
    return differing(this.base, this.fields).length > 0
  }

  /** What the server holds, to which `consequences` belong. */
  get stored(): Draft {
    return this.base
  }

  /** Lets go of what is decided, so that the next act opens another. */
  anew(): void {
    this.letGo = this.view?.id
    this.view = null
    this.consequences = null
    this.base = nothingSaid
    this.fields = nothingSaid
    this.saving = 'nothing'
    this.onChange()
  }

  /** From now on this one is told; for a page that is opened again. */
  tell(onChange: () => void): void {
    this.onChange = onChange
  }

  change(part: Partial<Draft>): void {
    this.fields = { ...this.fields, ...part }
    if (!this.clash) this.plan(SAVE_AFTER)
    this.onChange()
  }

  /** What the server holds now. One's own unsent changes stay. */
  take(view: ConsiderationView | null, consequences: Consequences | null): void {
    if (this.running || this.isUnsaved) {
      // A call is under way or about to be: its answer brings the draft; the rest is news.
      if (this.view && view && view.id === this.view.id && view.version >= this.view.version)
        this.view = { ...view, version: this.view.version }
      return
    }
    const isOlder = this.view && view && view.id === this.view.id && view.version < this.view.version
    const isDecidedHere = view === null && this.view !== null && this.view.state !== 'open'
    if (isOlder || isDecidedHere || (view !== null && view.id === this.letGo)) return
    this.view = view
    this.consequences = consequences
    this.base = fieldsOfView(view)
    this.fields = this.base
  }

  /** The consideration, opened now where none is; one call however often it is asked. */
  opened(): Promise<ConsiderationView> {
    if (this.view?.state === 'open') return Promise.resolve(this.view)
    this.opening ??= this.calls
      .open()
      .then((view) => {
        const { merged } = merge(this.base, this.fields, fieldsOfView(view))
        this.view = view
        this.base = fieldsOfView(view)
        this.fields = merged
        return view
      })
      .finally(() => (this.opening = null))
    return this.opening
  }

  /** Sends what is not sent yet, now. True once the server holds everything. */
  async flush(): Promise<boolean> {
    this.callOff()
    if (this.clash) return false
    while (this.running) await this.running
    if (this.isUnsaved) await this.save()
    return !this.isUnsaved && !this.clash
  }

  /** One of the two texts, for all fields in which they differ. */
  choose(whose: 'mine' | 'theirs'): void {
    const { clash: between } = this
    if (!between) return
    this.clash = null
    if (whose === 'theirs')
      this.fields = {
        ...this.fields,
        ...Object.fromEntries(between.names.map((name) => [name, between.theirs[name]])),
      }
    if (this.isUnsaved) this.plan(0)
    else this.saving = 'saved'
    this.onChange()
  }

  /** After a decision or a contact: the newest version, with nothing of the draft changed by it. */
  renew(view: ConsiderationView): void {
    this.view = view
    if (!this.isUnsaved) this.fields = this.base = fieldsOfView(view)
    this.onChange()
  }

  private plan(after: number): void {
    this.callOff()
    this.callOff = this.calls.later(() => void this.save(), after)
  }

  private save(): Promise<void> {
    this.callOff()
    return (this.running ??= this.send().finally(() => {
      this.running = null
      if (this.saving === 'saved' && this.isUnsaved && !this.clash) this.plan(SAVE_AFTER)
    }))
  }

  private async send(): Promise<void> {
    if (this.saving !== 'not-saved') this.saving = 'saving'
    this.onChange()
    try {
      const view = await this.opened()
      const sent = this.fields
      const { considering, consequences } = await this.calls.put(view, sent)
      this.base = sent
      this.view = considering
      this.consequences = consequences
      this.saving = 'saved'
      this.error = null
    } catch (error) {
      this.failed(error)
    }
    this.onChange()
  }

  private failed(error: unknown): void {
    const elsewhere = this.calls.elsewhere(error)
    if (elsewhere) return this.meet(elsewhere.view)
    this.error = error
    this.saving = this.calls.isOutOfReach(error) ? 'not-saved' : 'refused'
    if (this.saving === 'not-saved') this.plan(TRY_AGAIN_AFTER)
  }

  /** Somebody else saved first: what does not clash is joined and sent; the rest is asked. */
  private meet(view: ConsiderationView): void {
    const theirs = fieldsOfView(view)
    const { merged, both } = merge(this.base, this.fields, theirs)
    const mine = this.fields
    this.view = view
    this.base = theirs
    this.fields = merged
    this.saving = 'not-saved'
    if (view.state !== 'open') {
      this.fields = theirs
      this.saving = 'nothing'
    } else if (both.length > 0) this.clash = { mine, theirs, names: both }
    else if (this.isUnsaved) this.plan(0)
    else this.saving = 'saved'
  }
}
