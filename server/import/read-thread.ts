import { parentPort, workerData } from 'node:worker_threads'
import { readFiles, type ReadOptions } from './read-files.ts'
import type { InputFile } from './open-file.ts'

/** What is sent to the thread that reads large files. */
export interface ReadTask {
  files: readonly InputFile[]
  options: Pick<ReadOptions, 'mappings' | 'dateFormats'>
}

if (parentPort) {
  const port = parentPort
  const { files, options } = workerData as ReadTask
  const result = await readFiles(files, {
    ...options,
    onProgress: (progress) => port.postMessage({ progress }),
  })
  port.postMessage({ result })
}
