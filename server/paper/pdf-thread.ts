import { parentPort } from 'node:worker_threads'
import { reportCompiler } from './compile-report.ts'
import type { PrintedReport } from './printed-report.ts'

/** What the thread answers to a report: its PDF or why there is none. */
export type PdfAnswer = { readonly pdf: Uint8Array } | { readonly error: string }

if (parentPort) {
  const port = parentPort
  const compiler = reportCompiler()
  port.on('message', (report: PrintedReport) => {
    void compiler
      .then((compile) => compile(report))
      .then(
        (pdf): PdfAnswer => ({ pdf }),
        (error: unknown): PdfAnswer => ({ error: error instanceof Error ? error.message : 'Not known' }),
      )
      .then((answer) => port.postMessage(answer))
  })
}
