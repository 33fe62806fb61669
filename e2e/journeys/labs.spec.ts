import { readFileSync } from 'node:fs'
import { expectAccessible } from '../support/axe'
import { openLab, passLab, rightCells } from '../support/clerk'
import { rows } from '../support/installation'
import { openAccount, signInDirectly, untouched } from '../support/people'
import { expect, isPhone, test } from '../support/test'

const SLUGS = (JSON.parse(readFileSync('generated/content/catalog.json', 'utf8')).labs as { slug: string }[]).map(
  ({ slug }) => slug,
)

for (const slug of SLUGS) {
  test(`${slug}: a known mistake is named with its rule, cells move like a spreadsheet, and the right figures pass`, async ({
    page,
    context,
  }) => {
    const clerk = await untouched('CLERK')
    await openAccount(clerk.personId)
    await signInDirectly(context, { personId: clerk.personId })
    const runId = await openLab(page, slug, '开始练习')
    await expectAccessible(page)

    const [mistake] = await rows<{ id: string; value: number }>(
      `SELECT k ->> 'id' AS id, (w ->> 'value')::float8 AS value FROM lab_run r, jsonb_array_elements(r.grading_key -> 'cells') k,
        jsonb_array_elements(r.sheet -> 'cells') s, jsonb_array_elements(k -> 'wrong') w
        WHERE r.id = $1 AND s ->> 'id' = k ->> 'id' AND s ->> 'kind' = 'money' LIMIT 1`,
      [runId],
    )
    if (mistake) {
      const cell = page.locator(`[name="cell-${mistake.id}"]`)
      await cell.fill((mistake.value / 100).toFixed(2))
      await cell.press('Enter')
      await expect(cell).not.toBeFocused()
      await expect(page.getByText(/✗ 不对 像是.*（依据：/).first()).toBeVisible()
      await expect(cell).toHaveValue(/^-?[\d,]+\.\d\d$/)
    }
    const [first] = await rightCells(runId)
    await page.reload()
    if (isPhone(page)) await page.locator('label', { hasText: /^底稿$/ }).click()
    await expect(page.locator(`[name="cell-${first?.id}"]`)).toBeVisible()
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
