import { Worker } from 'node:worker_threads'
import type { InputFile } from './open-file.ts'
import { readFiles, type ReadOptions, type ReadResult } from './read-files.ts'
import type { ReadTask } from './read-thread.ts'

/** Files up to this many bytes are read at once; larger ones in a thread of their own, so that others are served. */
const AT_ONCE = 1024 * 1024

const MEGABYTES = 1024

type Message = { progress: { file: string; done: number; total: number } } | { result: ReadResult }

/**
 * Reads the files of a run without holding up anybody else. The thread has a bound of memory; when it is
 * stopped it ends at once. Throws the signal's reason then.
 */
export function readInThread(files: readonly InputFile[], options: ReadOptions = {}): Promise<ReadResult> {
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
  if (bytes <= AT_ONCE) return readFiles(files, options)
  const { mappings, dateFormats, signal, onProgress } = options
  const source = import.meta.url.endsWith('.ts')
  const task: ReadTask = {
    files,
    options: { ...(mappings ? { mappings } : {}), ...(dateFormats ? { dateFormats } : {}) },
  }
  return new Promise<ReadResult>((resolve, reject) => {
    const worker = new Worker(new URL(`./read-thread.${source ? 'ts' : 'js'}`, import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
      execArgv: source ? ['--import', 'tsx'] : [],
    })
    const stop = () => {
      reject(signal?.reason)
      void worker.terminate()
    }
    signal?.addEventListener('abort', stop, { once: true })
    if (signal?.aborted) stop()
    worker.on('message', (message: Message) => {
      if ('result' in message) resolve(message.result)
      else onProgress?.(message.progress)
    })
    worker.on('error', reject)
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', stop)
      reject(new Error(`The reading thread ended with ${code}`))
    })
  })
}
