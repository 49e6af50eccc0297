/** Milliseconds between two tries while the server is out of reach. */
export const TRY_AGAIN_AFTER = 5000

export interface KeeperCalls {
  /** Nothing was refused: the same may be sent again. */
  isOutOfReach(error: unknown): boolean
  /** Runs the work once after so many milliseconds; answers what calls it off. */
  later(work: () => void, milliseconds: number): () => void
}

export type Saving = 'nothing' | 'saving' | 'saved' | 'not-saved' | 'refused'

/**
 * Keeps what somebody writes: shown at once, saved shortly after the last change, one call at a time, the latest
 * last. What could not be sent stays here and is tried again. Where somebody else wrote meanwhile, both stand until
 * the person chooses.
 */
export abstract class Keeper<Clash> {
  saving: Saving = 'nothing'
  /** Why it was refused, where it was. */
  error: unknown = null
  /** Set while the person has to choose between two texts. */
  clash: Clash | null = null
  protected running: Promise<void> | null = null
  private callOff: () => void = () => undefined

  constructor(
    private readonly ways: KeeperCalls,
    protected onChange: () => void,
    private readonly saveAfter: number,
  ) {}

  /** Something here has not reached the server. */
  abstract get isUnsaved(): boolean

  /** Sends what is here, and takes the answer as what the server holds. */
  protected abstract put(): Promise<void>

  /** Takes what somebody else saved first, if the refusal tells; false for any other failure. */
  protected abstract meet(error: unknown): boolean

  /** From now on this one is told; for a page that is opened again. */
  tell(onChange: () => void): void {
    this.onChange = onChange
  }

  /** Sends what is not sent yet, now. True once the server holds everything. */
  async flush(): Promise<boolean> {
    this.callOff()
    if (this.clash) return false
    while (this.running) await this.running
    if (this.isUnsaved) await this.save()
    return !this.isUnsaved && !this.clash
  }

  /** To be called after each change: sends it shortly, unless the person has to choose first. */
  protected changed(): void {
    if (!this.clash) this.plan(this.saveAfter)
    this.onChange()
  }

  /** After somebody else's text was taken in: what still differs is sent now. */
  protected settle(): void {
    if (this.isUnsaved) this.plan(0)
    else this.saving = 'saved'
  }

  private plan(after: number): void {
    this.callOff()
    this.callOff = this.ways.later(() => void this.save(), after)
  }

  private save(): Promise<void> {
    this.callOff()
    return (this.running ??= this.send().finally(() => {
      this.running = null
      if (this.saving === 'saved' && this.isUnsaved && !this.clash) this.plan(this.saveAfter)
    }))
  }

  private async send(): Promise<void> {
    if (!this.isUnsaved) {
      if (this.saving === 'not-saved') this.saving = 'nothing'
      return this.onChange()
    }
    if (this.saving !== 'not-saved') this.saving = 'saving'
    this.onChange()
    try {
      await this.put()
      this.saving = 'saved'
      this.error = null
    } catch (error) {
      this.failed(error)
    }
    this.onChange()
  }

  private failed(error: unknown): void {
    if (this.meet(error)) return
    this.error = error
    this.saving = this.ways.isOutOfReach(error) ? 'not-saved' : 'refused'
    if (this.saving === 'not-saved') this.plan(TRY_AGAIN_AFTER)
  }
}
