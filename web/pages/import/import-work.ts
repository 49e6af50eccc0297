import { RefusedError, type ImportView } from '../../api.ts'
import type { ImportAsked, Sending } from '../../send-files.ts'

export type Step = 'preview' | 'run'
export type Choice = 'keep' | 'take'
export type Mapping = NonNullable<ImportAsked['mappings']>[number]
type Question = ImportView['questions'][number]
type Conflict = ImportView['conflicts'][number]

/** What is under way. `slow`: for more than a second, so that it is shown. */
export interface Doing {
  what: Step
  step: 'reading' | 'writing'
  done: number
  total: number
  slow: boolean
}

/** What the work needs of the server, and of the clock. */
export interface ImportServer {
  send(step: Step, files: readonly File[], asked: ImportAsked, how: Sending): Promise<ImportView>
  /** The id of the latest run, or null. */
  latestRun(): Promise<string | null>
  on(): string | null
}

const SLOW = 1000
const STOPPED = 'Stopped. Nothing was changed.'

/**
 * The files a person is bringing in, what was said about them, and how far it is. It lives in the page alone:
 * when the page goes, nothing is left, because nothing was written.
 */
export class ImportWork {
  files: readonly File[] = []
  view: ImportView | null = null
  /** What the run did, once it is in. */
  done: ImportView | null = null
  doing: Doing | null = null
  /** Why it was refused or stopped, in a sentence. */
  said = ''
  /** Conflicts and questions that were answered stay in sight, so that the answer can be changed. */
  readonly conflicts = new Map<string, Conflict>()
  readonly questions = new Map<Question['kind'], Question>()
  readonly choices = new Map<string, Choice>()
  readonly meant = new Set<Question['kind']>()
  readonly dateFormats = new Map<string, string>()
  readonly mappings = new Map<string, Mapping>()
  private stopper: AbortController | null = null
  /** The last answer was stopped or did not come to its end, so it is not known what it was. */
  private brokeOff = false
  private readonly changed: () => void
  private readonly server: ImportServer

  constructor(changed: () => void, server: ImportServer) {
    this.changed = changed
    this.server = server
  }

  /** Takes files up: one of a name that is there already stands in for it. Then looks at them all. */
  choose(files: readonly File[]): Promise<void> {
    const names = new Set(files.map(({ name }) => name))
    const before = this.done ? [] : this.files
    if (this.done) this.startAgain()
    this.files = [...before.filter(({ name }) => !names.has(name)), ...files]
    return this.look()
  }

  leaveOut(name: string): Promise<void> {
    this.files = this.files.filter((file) => file.name !== name)
    if (this.files.length > 0) return this.look()
    this.startAgain()
    this.changed()
    return Promise.resolve()
  }

  decide(keys: readonly string[], choice: Choice): Promise<void> {
    for (const key of keys) this.choices.set(key, choice)
    return this.look()
  }

  mean(kind: Question['kind'], yes: boolean): Promise<void> {
    if (yes) this.meant.add(kind)
    else this.meant.delete(kind)
    return this.look()
  }

  setDates(name: string, format: string): Promise<void> {
    if (format === '') this.dateFormats.delete(name)
    else this.dateFormats.set(name, format)
    return this.look()
  }

  match(mapping: Mapping): Promise<void> {
    this.mappings.set(mapping.header, mapping)
    return this.look()
  }

  /** Puts everything down, as if the page were new. */
  startAgain(): void {
    this.stopper?.abort(new Error(STOPPED))
    for (const kept of [
      this.conflicts,
      this.questions,
      this.choices,
      this.meant,
      this.dateFormats,
      this.mappings,
    ])
      kept.clear()
    Object.assign(this, { files: [], view: null, done: null, doing: null, said: '' })
  }

  async look(): Promise<void> {
    const view = await this.ask('preview')
    if (!view) {
      // What was shown was of other files or other answers: it must not be brought in unseen.
      if (this.said !== '') this.view = null
      this.changed()
      return
    }
    this.view = view
    for (const conflict of view.conflicts) this.conflicts.set(conflict.key, conflict)
    for (const question of view.questions) this.questions.set(question.kind, question)
    this.changed()
  }

  async bringIn(): Promise<void> {
    if (!this.view?.canRun || this.doing) return
    const latest = await this.server.latestRun().catch(() => null)
    const done = await this.ask('run')
    if (done?.result === 'done') this.done = done
    else if (done) this.view = done
    else if (this.brokeOff && (await this.wentIn(latest))) Object.assign(this, { done: this.view, said: '' })
    this.changed()
  }

  stop(): void {
    this.stopper?.abort(new Error(STOPPED))
  }

  /** After a broken answer or a late stop: whether the run had ended before. */
  private async wentIn(before: string | null): Promise<boolean> {
    const latest = await this.server.latestRun().catch(() => before)
    return latest !== before
  }

  private asked(step: Step): ImportAsked {
    const { view } = this
    return {
      decisions: { conflicts: Object.fromEntries(this.choices), meant: [...this.meant] },
      mappings: [...this.mappings.values()],
      dateFormats: Object.fromEntries(this.dateFormats),
      ...(step === 'run' && view ? { previewedAt: view.revision } : {}),
    }
  }

  /** Sends the files; a newer question takes the place of one that is still under way. */
  private async ask(what: Step): Promise<ImportView | null> {
    this.stopper?.abort(new Error(STOPPED))
    const stopper = new AbortController()
    this.stopper = stopper
    this.said = ''
    this.brokeOff = false
    this.doing = { what, step: 'reading', done: 0, total: 0, slow: false }
    this.changed()
    const late = setTimeout(() => this.progress(stopper, { slow: true }), SLOW)
    try {
      return await this.server.send(what, this.files, this.asked(what), {
        signal: stopper.signal,
        on: this.server.on(),
        onProgress: (at) => this.progress(stopper, at),
      })
    } catch (error) {
      if (this.stopper !== stopper) return null
      this.brokeOff = !(error instanceof RefusedError) || error.code === 'offline'
      if (error instanceof RefusedError && error.code === 'stale') return await this.lookAgain(error)
      this.said = error instanceof Error ? error.message : STOPPED
      return null
    } finally {
      clearTimeout(late)
      if (this.stopper === stopper) {
        this.doing = null
        this.changed()
      }
    }
  }

  /** Somebody wrote meanwhile: what would change is worked out anew, and a person looks at it once more. */
  private async lookAgain({ message }: RefusedError): Promise<null> {
    await this.look()
    this.said = message
    return null
  }

  private progress(stopper: AbortController, at: Partial<Doing>) {
    if (this.stopper !== stopper || !this.doing) return
    this.doing = { ...this.doing, ...at }
    this.changed()
  }
}
