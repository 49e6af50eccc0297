import { longDay } from '../../report/words/days.ts'
import type { ReportDocument } from '../../report/shapes.ts'

/** The name a file of a report is saved under: what it is, of which day, and of no school or child. */
export const fileName = ({ kind, on }: Pick<ReportDocument, 'kind' | 'on'>, ending: string): string =>
  `${kind === 'term' ? 'term-report' : 'annual-report'}-${on}.${ending}`

/** A draft says so in what is printed and kept of it. */
export const marked = (document: ReportDocument, isDraft: boolean): ReportDocument =>
  isDraft ? { ...document, title: `Draft as at ${longDay(document.on)}: ${document.title}` } : document

/** Colours and letters of the picture's own and nothing else: no script, no address, also when it is opened by itself. */
export const picturePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'; sandbox"
