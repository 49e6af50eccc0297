import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { CompileFormatEnum, createTypstCompiler } from '@myriaddreamin/typst.ts/compiler'
import { loadFonts } from '@myriaddreamin/typst.ts/options.init'
import { cleanText } from '../report/charts/xml-text.ts'
import type { PrintedReport } from './printed-report.ts'
import { reportTemplate } from './report-template.ts'
import { withRowHeads } from './row-heads.ts'

const TEMPLATE = '/report.typ'
const FONT = '@expo-google-fonts/atkinson-hyperlegible-next'
const weights = ['400Regular', '600SemiBold', '700Bold']

const packaged = (path: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(createRequire(import.meta.url).resolve(path)))

const cleaned = (_: string, value: unknown): unknown => (typeof value === 'string' ? cleanText(value) : value)

/** Turns printed reports into PDF. Everything it needs lies in packages here: nothing is fetched. */
export async function reportCompiler(): Promise<(report: PrintedReport) => Promise<Uint8Array>> {
  const compiler = createTypstCompiler()
  const fonts = weights.map((weight) => packaged(`${FONT}/${weight}/AtkinsonHyperlegibleNext_${weight}.ttf`))
  await compiler.init({
    getModule: () => packaged('@myriaddreamin/typst-ts-web-compiler/wasm'),
    beforeBuild: [loadFonts(fonts, { assets: false })],
  })
  compiler.addSource(TEMPLATE, reportTemplate)
  return async (report) => {
    const { result, diagnostics } = await compiler.compile({
      mainFilePath: TEMPLATE,
      format: CompileFormatEnum.pdf,
      inputs: { data: JSON.stringify(report, cleaned) },
      diagnostics: 'full',
    })
    if (result) return withRowHeads(result)
    const places = diagnostics?.map(({ severity, range, message }) => `${severity} at ${range}: ${message}`)
    throw new Error(`The report was not set: ${places?.join('; ') ?? 'no reason given'}`)
  }
}
