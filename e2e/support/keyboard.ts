import type { Page } from '@playwright/test'

/** Presses Tab until the focus is where `reached` says. */
export async function tabTo(page: Page, reached: string): Promise<void> {
  for (let press = 0; press < 120; press++) {
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, reached)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${reached}`)
}

/** Chooses a value in the focused list box by arrow keys alone. */
export async function arrowTo(page: Page, value: string): Promise<void> {
  for (let press = 0; press < 12; press++) {
    if (await page.evaluate((wanted) => (document.activeElement as HTMLSelectElement).value === wanted, value)) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`The arrows do not reach ${value}`)
}
