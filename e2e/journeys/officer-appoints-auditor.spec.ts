import { expectAccessible } from '../support/axe'
import { row, rows, today } from '../support/installation'
import { officerOf, personOf, signInDirectly, untouched } from '../support/people'
import { expect, isPhone, test } from '../support/test'

const PASSWORD = '河清海晏-2026-审计所需'

test('the city appoints an auditor of a county for a time, who looks at everything there, masked, and changes nothing', async ({
  page,
  context,
  browser,
}) => {
  const clerk = await untouched('CLERK', 'true')
  const { name: county } = await row<{ name: string }>('SELECT name FROM region WHERE code = $1', [clerk.county])
  const login = `audit.${Date.now()}`
  await signInDirectly(context, { personId: await personOf('demo-city') })

  // A day that has passed: the sentence at once, and nothing that was typed or chosen is lost.
  await page.goto('/manage/officers')
  const form = page.locator('form').filter({ has: page.getByLabel('有效至（含当日）') })
  await form.getByLabel('姓名').fill('示例审计')
  await form.getByLabel('手机号，或为其定一个登录名').fill(login)
  await form.getByLabel('区域').selectOption({ label: `　${county}` })
  await form.getByLabel('角色').selectOption('AUDITOR')
  await form.getByLabel('有效至（含当日）').fill('2026-01-31')
  await form.getByRole('button', { name: '邀请' }).click()
  await expect(page.getByText('有效期已经过去，请选择今天或以后的日期。')).toBeVisible()
  await expect(form.getByLabel('姓名')).toHaveValue('示例审计')
  await expect(form.getByLabel('角色')).toHaveValue('AUDITOR')
  await expect(form.getByLabel('区域').locator('option:checked')).toHaveText(`　${county}`)
  await form.getByLabel('有效至（含当日）').fill(await today())
  await expectAccessible(page)
  await form.getByRole('button', { name: '邀请' }).click()
  const link = await page.getByLabel(/^把这个链接发给本人设置密码/).inputValue()
  await expect(page.getByRole('row').filter({ hasText: login })).toContainText(`至 ${await today()}（含）`)
  await page.screenshot({ path: test.info().outputPath('officers.png'), fullPage: true })

  const office = await browser.newContext()
  const desk = await office.newPage()
  await desk.goto(link)
  await desk.getByLabel('新密码').fill(PASSWORD)
  await desk.getByLabel('再输入一次').fill(PASSWORD)
  await desk.getByRole('button', { name: '完成设置' }).click()
  await expect(desk).toHaveURL(/\/account\/totp/)

  // Where an auditor begins: the rates of the area. Rates, roster and audit are all there is.
  await desk.goto('/manage')
  await expect(desk).toHaveURL(new RegExp(`/manage/area/${clerk.county}$`))
  const places = await desk
    .getByRole('link')
    .filter({ hasText: /^(三率|名册|审计|今日|联系|导入|管理员|简报)$/ })
    .allTextContents()
  expect([...new Set(places)].sort()).toEqual(['三率', '名册', '审计'].sort())
  await expectAccessible(desk)

  await desk.goto(`/manage/roster/${clerk.entryId}`)
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText(clerk.enterprise)
  await expect(desk.getByText(clerk.name)).toHaveCount(0)
  await expect(desk.getByText(clerk.mobile)).toHaveCount(0)
  await expect(desk.locator('main form, main button')).toHaveCount(0)
  await expectAccessible(desk)
  await desk.screenshot({ path: test.info().outputPath('entry.png'), fullPage: true })
  await desk.getByRole('link', { name: '这家企业的审计记录' }).click()
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('审计')
  await expect(desk.getByLabel('对象')).toHaveValue(clerk.entryId)

  // The day after, nothing of it works.
  await rows(
    `UPDATE officer_grant SET to_on = to_on - 1 WHERE person_id = (SELECT person_id FROM account WHERE login_name = $1)`,
    [login],
  )
  await desk.reload()
  await expect(desk.getByRole('heading', { level: 1 })).not.toHaveText('审计')
  await office.close()
})

test('an officer finds in the trail what was done, by kind, day, person and enterprise, and what a wrong day is', async ({
  page,
  context,
}) => {
  const clerk = await untouched('CLERK', 'true')
  const officer = await officerOf(clerk.county)
  await signInDirectly(context, { personId: officer })
  const id = crypto.randomUUID()
  await rows(
    `INSERT INTO audit_event (id, actor_id, region_path, kind, subject_id, request_id, detail)
     SELECT $1, $2, path, 'seat.changed', $3, 'e2e', '{"added": true}' FROM region WHERE code = $4`,
    [id, officer, clerk.entryId, clerk.township],
  )
  await page.goto('/manage/roster')
  if (isPhone(page)) await page.locator('header summary').click()
  await page.getByRole('link', { name: '审计', exact: true }).filter({ visible: true }).click()
  await page.getByLabel('事项').selectOption('seat.changed')
  await page.getByLabel('从', { exact: true }).fill(await today())
  await page.getByLabel('对象').fill(clerk.enterprise)
  await page.getByRole('button', { name: '查看' }).click()
  // Newest first: an earlier run of this test may have left its own.
  const found = page.getByRole('row').filter({ hasText: '增设或关闭岗位' }).first()
  await expect(found.getByRole('link', { name: clerk.enterprise, exact: true })).toBeVisible()
  await expect(found).toContainText('新增')
  await expectAccessible(page)
  // Sealed within seconds, while one looks on.
  await expect(async () => {
    await page.reload()
    await expect(found).not.toContainText('待封存', { timeout: 500 })
  }).toPass({ timeout: 20_000 })
  await page.screenshot({ path: test.info().outputPath('audit.png'), fullPage: true })

  await page.goto(`/manage/audit?from=2026-02-30&subject=${encodeURIComponent(clerk.enterprise)}`)
  await expect(page.getByText('开始日期不存在，请按 2026-01-31 的样子填写。')).toBeVisible()
  await expect(page.getByLabel('对象')).toHaveValue(clerk.enterprise)
  await expectAccessible(page)

  await page.goto('/manage/audit')
  const first = await page.getByRole('row').nth(1).textContent()
  await page.getByRole('link', { name: '更早的' }).click()
  await expect(page.getByRole('row').nth(1)).not.toHaveText(first ?? '')
  await expect(page.getByRole('heading', { name: '审计链' })).toBeVisible()
  await expect(page.getByText(/^已封存 [\d,]+ 条。/)).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('audit-older.png'), fullPage: true })
})
