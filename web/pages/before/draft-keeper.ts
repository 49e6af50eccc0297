import type { ConsiderationView, Consequences } from '../../api.ts'
import { Keeper, type KeeperCalls } from '../../keeper.ts'
import { differing, fieldsOfView, merge, nothingSaid, type Draft } from './draft-fields.ts'

/** Milliseconds after the last change before it is sent. */
export const SAVE_AFTER = 400

/** The newest of what the server holds, told after a save met a change by somebody else. */
export interface Elsewhere {
  view: ConsiderationView
}

export interface DraftCalls extends KeeperCalls {
  /** The open consideration of the child; opened by this where there is none. */
  open(): Promise<ConsiderationView>
  put(
    view: Pick<ConsiderationView, 'id' | 'version'>,
    fields: Draft,
  ): Promise<{ considering: ConsiderationView; consequences: Consequences | null }>
  /** What is stored now, if the refusal tells; undefined for any other failure. */
  elsewhere(error: unknown): Elsewhere | undefined
}

export interface Clash {
  mine: Draft
  theirs: Draft
  names: readonly (keyof Draft)[]
}

/** Keeps what somebody fills in of one consideration. A clash is of the fields that somebody else changed too. */
export class DraftKeeper extends Keeper<Clash> {
  fields: Draft
  view: ConsiderationView | null
  consequences: Consequences | null = null
  private base: Draft
  private letGo: string | undefined
  private opening: Promise<ConsiderationView> | null = null

  constructor(
    private readonly calls: DraftCalls,
    onChange: () => void,
    view: ConsiderationView | null = null,
    consequences: Consequences | null = null,
  ) {
    super(calls, onChange, SAVE_AFTER)
    this.view = view
    this.consequences = consequences
    this.base = fieldsOfView(view)
    this.fields = this.base
  }

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

  change(part: Partial<Draft>): void {
    this.fields = { ...this.fields, ...part }
    this.changed()
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
    this.settle()
    this.onChange()
  }

  /** After a decision or a contact: the newest version, with nothing of the draft changed by it. */
  renew(view: ConsiderationView): void {
    this.view = view
    if (!this.isUnsaved) this.fields = this.base = fieldsOfView(view)
    this.onChange()
  }

  protected async put(): Promise<void> {
    const view = await this.opened()
    const sent = this.fields
    const { considering, consequences } = await this.calls.put(view, sent)
    this.base = sent
    this.view = considering
    this.consequences = consequences
  }

  /** Somebody else saved first: what does not clash is joined and sent; the rest is asked. */
  protected meet(error: unknown): boolean {
    const view = this.calls.elsewhere(error)?.view
    if (!view) return false
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
    else this.settle()
    return true
  }
}
