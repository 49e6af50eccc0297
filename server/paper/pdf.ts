import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ReportDocument } from '../report/shapes.ts'
import type { PdfAnswer } from './pdf-thread.ts'
import { printedReport, type PrintedReport } from './printed-report.ts'

/** Why there is no PDF: it took too long, its thread died, too many are waiting. The report itself is unharmed. */
export class NoPdf extends Error {
  override name = 'NoPdf'
}

interface Job {
  readonly report: PrintedReport
  readonly resolve: (pdf: Uint8Array) => void
  readonly reject: (error: Error) => void
}

interface Limits {
  /** Milliseconds that one report may take, the start of the thread among them. */
  readonly job: number
  /** Milliseconds after which a thread with nothing to do ends, with the memory it holds. */
  readonly idle: number
  /** Reports that may wait for their turn. */
  readonly waiting: number
  /** Reports after which a thread is replaced: what it has kept of them goes with it. */
  readonly jobs: number
}

const usual: Limits = { job: 60_000, idle: 60_000, waiting: 20, jobs: 100 }
const MEGABYTES = 512

/** From sources, not from what is built, a thread has to be told how to read TypeScript: `--import tsx` is not heard in one. */
const readsSources = (): string[] => {
  const api = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api')).href.replace(/cjs$/, 'mjs')
  return ['--import', `data:text/javascript,import{register}from"${api}";register()`]
}

const startThread = (): Worker => {
  const source = import.meta.url.endsWith('.ts')
  return new Worker(new URL(`./pdf-thread.${source ? 'ts' : 'js'}`, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    execArgv: source ? readsSources() : [],
  })
}

/**
 * One thread that sets reports, one after the other; it starts with the first and ends when none has come for a
 * while. `make` throws a NoPdf; `stop` ends the thread, and with it what is being made and what waits.
 */
export function pdfMaker(changes: Partial<Limits> = {}) {
  const limits = { ...usual, ...changes }
  const waiting: Job[] = []
  let thread: Worker | null = null
  let current: Job | null = null
  let made = 0
  let timer: NodeJS.Timeout | undefined

  const end = (why: string) => {
    clearTimeout(timer)
    const [job, old] = [current, thread]
    ;[current, thread, made] = [null, null, 0]
    old?.removeAllListeners()
    old?.on('error', () => undefined)
    void old?.terminate()
    job?.reject(new NoPdf(why))
  }

  const next = () => {
    if (current) return
    clearTimeout(timer)
    if (thread && made >= limits.jobs) end('The thread is replaced')
    const job = waiting.shift()
    if (!job) {
      thread?.unref()
      timer = setTimeout(() => end('The thread is idle'), limits.idle).unref()
      return
    }
    current = job
    const worker = thread ?? startThread()
    if (thread !== worker) {
      const died = (why: string) => {
        end(why)
        next()
      }
      worker.on('message', answered)
      worker.on('error', (error) => died(`The thread that makes PDFs died: ${error.message}`))
      worker.on('exit', (code) => died(`The thread that makes PDFs ended with ${code}`))
      thread = worker
    }
    worker.ref()
    worker.postMessage(job.report)
    timer = setTimeout(() => {
      end(`The PDF took longer than ${limits.job / 1000} seconds`)
      next()
    }, limits.job)
  }

  const answered = (answer: PdfAnswer) => {
    const job = current
    current = null
    made += 1
    if ('pdf' in answer) job?.resolve(answer.pdf)
    else job?.reject(new NoPdf(answer.error))
    next()
  }

  return {
    make: (report: ReportDocument, { isDraft }: { isDraft: boolean }): Promise<Uint8Array> =>
      new Promise((resolve, reject) => {
        if (waiting.length >= limits.waiting) {
          reject(new NoPdf('Too many reports are waiting to be made'))
          return
        }
        waiting.push({ report: printedReport(report, { isDraft }), resolve, reject })
        next()
      }),
    stop: () => {
      for (const job of waiting.splice(0)) job.reject(new NoPdf('The server is stopping'))
      end('The server is stopping')
    },
  }
}

const maker = pdfMaker()

/**
 * The report as a PDF on A4: tagged, with bookmarks, British English as its language, its fonts
 * inside, and the same bytes for the same report. Made in a thread, so that others are served meanwhile.
 * Throws a NoPdf when it takes longer than a minute, its thread dies or 20 wait already.
 */
export const makePdf = (report: ReportDocument, options: { isDraft: boolean }): Promise<Uint8Array> =>
  maker.make(report, options)

/** Ends the thread that makes PDFs, for a server that stops; the next report starts a new one. */
export const stopMakingPdfs = (): void => maker.stop()
