import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright'

const pictures = fileURLToPath(new URL('../pictures/', import.meta.url))

/**
 * Redraws a picture of `test/pictures` when `PICTURES` is set, and does nothing otherwise: of what the window shows,
 * or of the page from its top to so many pixels down.
 */
export async function picture(page: Page, name: string, height?: number): Promise<void> {
  if (!process.env['PICTURES']) return
  await page.evaluate(() => document.fonts.ready)
  const size = page.viewportSize()
  if (size && height !== undefined) await page.setViewportSize({ width: size.width, height })
  await page.screenshot({ path: `${pictures}${name}.png`, animations: 'disabled' })
  if (size) await page.setViewportSize(size)
}
