/** Milliseconds after the last key before words are read. */
export const READ_AFTER = 800

export interface ReaderCalls {
  /** Sentences on words that name or describe a child. */
  warningsOf(words: string): Promise<readonly string[]>
  /** Runs the work once after so many milliseconds; answers what calls it off. */
  later(work: () => void, milliseconds: number): () => void
}

/** Reads words that are not kept yet for what they would give away, while they are written and before they are sent. */
export class WordsReader {
  warnings: readonly string[]
  private read: string
  private newest = ''
  private callOff: () => void = () => undefined

  constructor(
    private readonly calls: ReaderCalls,
    private readonly onChange: () => void,
    kept: { words: string; warnings: readonly string[] } = { words: '', warnings: [] },
  ) {
    this.read = kept.words.trim()
    this.warnings = kept.warnings
  }

  /** To be called with each key: reads the words shortly. A failure is met when they are sent. */
  typed(words: string): void {
    this.callOff()
    this.callOff = this.calls.later(() => void this.look(words).catch(() => undefined), READ_AFTER)
  }

  /** Whether what is warned of in these words, if anything, has been shown. Throws what the server answers. */
  async isShown(words: string): Promise<boolean> {
    this.callOff()
    if (words.trim() === this.read) return true
    return (await this.look(words)).length === 0
  }

  /** Nothing more is read. */
  stop(): void {
    this.callOff()
  }

  private async look(words: string): Promise<readonly string[]> {
    const asked = words.trim()
    this.newest = asked
    const warnings = asked === '' ? [] : await this.calls.warningsOf(asked)
    // An answer on older words says nothing of the newest.
    if (asked !== this.newest) return warnings
    this.read = asked
    this.warnings = warnings
    this.onChange()
    return warnings
  }
}
