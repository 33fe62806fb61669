import { test as base, expect, type Page } from '@playwright/test'

/** What a browser says about our own pages when something is wrong with them: script errors, refusals of the policy, failed files. */
const EXPECTED = [
  // A refused save is answered with a status that Chromium mentions by itself.
  /the server responded with a status of 4\d\d/,
]

/** Every test fails when a page of its browser reports a script error or breaks the content security policy. */
export const test = base.extend<{ troubles: string[] }>({
  troubles: [
    async ({ context }, use) => {
      const troubles: string[] = []
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
          console.error(`breach of the policy: ${effectiveDirective} ${blockedURI}`)
        })
      })
      context.on('console', (message) => {
        const text = message.text()
        if (message.type() === 'error' && !EXPECTED.some((known) => known.test(text))) {
          troubles.push(`${new URL(message.page()?.url() ?? 'about:blank').pathname}: ${text}`)
        }
      })
      context.on('weberror', (error) => troubles.push(error.error().message))
      await use(troubles)
      expect(troubles, 'what the browser complained about').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** Whether this browser shows the phone's layout. */
export function isPhone(page: Page): boolean {
  return (page.viewportSize()?.width ?? 0) < 640
}
