import type { ReportWords, WordsSaved } from '../../api.ts'
import type { Saving } from '../before/draft-keeper.ts'

/** Milliseconds after the last key before words are saved, and between two tries while the server is out of reach. */
export const SAVE_AFTER = 800
export const TRY_AGAIN_AFTER = 5000

export interface WordsCalls {
  put(version: number, words: string): Promise<WordsSaved>
  /** What somebody else saved first, if the refusal tells; undefined for any other failure. */
  elsewhere(error: unknown): WordsSaved | undefined
  /** Nothing was refused: the same may be sent again. */
  isOutOfReach(error: unknown): boolean
  /** Runs the work once after so many milliseconds; answers what calls it off. */
  later(work: () => void, milliseconds: number): () => void
  /** `08:12`; null before the server has answered anything. */
  now(): string | null
}

type Stored = Pick<ReportWords, 'words' | 'version' | 'warnings'>
const nothingYet: Stored = { words: '', version: 0, warnings: [] }

/**
 * Keeps the words of one section while they are written: saved shortly after the last key, one call at a time, the
 * latest last. What could not be sent stays and is tried again. Where somebody else wrote meanwhile, both texts stand
 * until the person chooses.
 */
export class WordsKeeper {
  text: string
  saving: Saving = 'nothing'
  savedAt: string | null = null
  /** Why it was refused, where it was. */
  error: unknown = null
  /** What somebody else saved; set until the person has chosen. */
  clash: WordsSaved | null = null
  private stored: Stored
  private callOff: () => void = () => undefined
  private running: Promise<void> | null = null

  constructor(
    private readonly calls: WordsCalls,
    private onChange: () => void,
    stored?: Stored,
  ) {
    this.stored = stored ?? nothingYet
    this.text = this.stored.words
  }

  get isUnsaved(): boolean {
    return this.text !== this.stored.words
  }

  /** Of the words as they were saved last. */
  get warnings(): readonly string[] {
    return this.stored.warnings
  }

  /** From now on this one is told; for a page that is opened again. */
  tell(onChange: () => void): void {
    this.onChange = onChange
  }

  /** What the server holds now. One's own unsent words stay. */
  take(stored: Stored | undefined): void {
    if (this.running || this.isUnsaved || (stored?.version ?? 0) < this.stored.version) return
    this.stored = stored ?? nothingYet
    this.text = this.stored.words
  }

  change(text: string): void {
    this.text = text
    if (!this.clash) this.plan(SAVE_AFTER)
    this.onChange()
  }

  /** Sends what is not sent yet, now. True once the server holds everything. */
  async flush(): Promise<boolean> {
    this.callOff()
    if (this.clash) return false
    while (this.running) await this.running
    if (this.isUnsaved) await this.save()
    return !this.isUnsaved && !this.clash
  }

  /** One's own text over that of the other, or that of the other. */
  choose(whose: 'mine' | 'theirs'): void {
    if (!this.clash) return
    if (whose === 'theirs') this.text = this.clash.words
    this.clash = null
    if (this.isUnsaved) this.plan(0)
    else this.saving = 'saved'
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
    if (!this.isUnsaved) return
    if (this.saving !== 'not-saved') this.saving = 'saving'
    this.onChange()
    const sent = this.text
    try {
      const { version, warnings } = await this.calls.put(this.stored.version, sent)
      this.stored = { words: sent, version, warnings }
      this.saving = 'saved'
      this.savedAt = this.calls.now()
      this.error = null
    } catch (error) {
      this.failed(error)
    }
    this.onChange()
  }

  private failed(error: unknown): void {
    const theirs = this.calls.elsewhere(error)
    if (theirs) {
      this.stored = theirs
      this.saving = 'nothing'
      if (this.isUnsaved) this.clash = theirs
      else this.saving = 'saved'
      return
    }
    this.error = error
    this.saving = this.calls.isOutOfReach(error) ? 'not-saved' : 'refused'
    if (this.saving === 'not-saved') this.plan(TRY_AGAIN_AFTER)
  }
}
