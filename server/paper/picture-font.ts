import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const FILE =
  '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2'

let css: string | undefined

/** The product's font inside a picture, as CSS: 45 kB, because a picture may ask for nothing from elsewhere. */
export function pictureFont(): string {
  css ??= `@font-face{font-family:'Atkinson Hyperlegible Next';font-weight:200 800;src:url(data:font/woff2;base64,${readFileSync(
    createRequire(import.meta.url).resolve(FILE),
  ).toString('base64')})}`
  return css
}
