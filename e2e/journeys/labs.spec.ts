import { readFileSync } from 'node:fs'
import { expectAccessible } from '../support/axe'
import { fillCell, openLab, passLab, wrongCell } from '../support/clerk'
import { openAccount, signInDirectly, untouched } from '../support/people'
import { expect, test } from '../support/test'

const SLUGS = (JSON.parse(readFileSync('generated/content/catalog.json', 'utf8')).labs as { slug: string }[]).map(
  ({ slug }) => slug,
)

for (const slug of SLUGS) {
  test(`${slug}: a known mistake is named with its rule and kept, Enter goes on, and the right figures pass`, async ({
    page,
    context,
  }) => {
    const clerk = await untouched('CLERK')
    await openAccount(clerk.personId)
    await signInDirectly(context, { personId: clerk.personId })
    const runId = await openLab(page, slug, '开始练习')
    await expectAccessible(page)

    const mistake = await wrongCell(runId)
    await fillCell(page, mistake)
    const cell = page.locator(`[name="cell-${mistake.id}"]`)
    await cell.press('Enter')
    await expect(cell).not.toBeFocused()
    await expect(page.getByText(/✗ 不对 .+（依据：/).first()).toBeVisible()
    await page.reload()
    await expect(cell).toHaveValue(mistake.text)
    await passLab(page, slug)
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('every lab is filled in, chosen and handed in by plain forms', async ({ page, context }) => {
    test.setTimeout(180_000)
    const clerk = await untouched('CLERK')
    await openAccount(clerk.personId)
    await signInDirectly(context, { personId: clerk.personId })
    for (const slug of SLUGS) await passLab(page, slug)
  })
})
