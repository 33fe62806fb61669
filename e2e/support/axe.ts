import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'

type Violation = { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] }

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Runs axe over the page as it is now, in the light and in the dark theme, and expects no violation. */
export async function expectAccessible(page: Page): Promise<void> {
  // After a step inside the product the title comes with the page's data, a moment later than what is drawn.
  await expect(page).toHaveTitle(/./)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violations(page), `${page.url()} (${colorScheme})`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: null })
}

/** What axe finds on the page as it is now, one line a rule. */
export async function violations(page: Page): Promise<string[]> {
  // Through the debugger, so that the page's own content security policy stays as it is.
  const found = (await page.evaluate(`(async () => {
    if (!window.axe) { ${source} }
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] })
    return violations
  })()`)) as Violation[]
  return found.map(
    ({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  )
}
