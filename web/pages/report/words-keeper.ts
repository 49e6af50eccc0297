import type { ReportWords, WordsSaved } from '../../api.ts'
import { Keeper, type KeeperCalls } from '../../keeper.ts'

/** Milliseconds after the last key before words are saved. */
export const SAVE_AFTER = 800

export interface WordsCalls extends KeeperCalls {
  put(version: number, words: string): Promise<WordsSaved>
  /** What somebody else saved first, if the refusal tells; undefined for any other failure. */
  elsewhere(error: unknown): WordsSaved | undefined
  /** `08:12`; null before the server has answered anything. */
  now(): string | null
}

type Stored = Pick<ReportWords, 'words' | 'version' | 'warnings'>
const nothingYet: Stored = { words: '', version: 0, warnings: [] }

/** Keeps the words of one section while they are written. A clash is with what somebody else saved. */
export class WordsKeeper extends Keeper<WordsSaved> {
  text: string
  savedAt: string | null = null
  private stored: Stored

  constructor(
    private readonly calls: WordsCalls,
    onChange: () => void,
    stored?: Stored,
  ) {
    super(calls, onChange, SAVE_AFTER)
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

  /** What the server holds now. One's own unsent words stay. */
  take(stored: Stored | undefined): void {
    if (this.running || this.isUnsaved || (stored?.version ?? 0) < this.stored.version) return
    this.stored = stored ?? nothingYet
    this.text = this.stored.words
  }

  change(text: string): void {
    this.text = text
    this.changed()
  }

  /** One's own text over that of the other, or that of the other. */
  choose(whose: 'mine' | 'theirs'): void {
    if (!this.clash) return
    if (whose === 'theirs') this.text = this.clash.words
    this.clash = null
    this.settle()
    this.onChange()
  }

  protected async put(): Promise<void> {
    const sent = this.text
    const { version, warnings } = await this.calls.put(this.stored.version, sent)
    this.stored = { words: sent, version, warnings }
    this.savedAt = this.calls.now()
  }

  protected meet(error: unknown): boolean {
    const theirs = this.calls.elsewhere(error)
    if (!theirs) return false
    this.stored = theirs
    this.saving = this.isUnsaved ? 'nothing' : 'saved'
    if (this.isUnsaved) this.clash = theirs
    return true
  }
}
