import { expectAccessible } from '../support/axe'
import { rows, today } from '../support/installation'
import { programmeAskingFor } from '../support/own-programme'
import { officerOf, openAccount, signInDirectly, untouched } from '../support/people'
import { expect, test } from '../support/test'

const PASSWORD = '山长水阔-2026-机构所需'

test('a county commissions an agency; its people visit, the enterprise confirms, the ledger says so, and after the last day nothing is in reach', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(150_000)
  const clerk = await untouched('CLERK')
  await openAccount(clerk.personId)
  const programmeId = await programmeAskingFor('qita-xiane', clerk)
  await signInDirectly(context, { personId: await officerOf(clerk.county) })

  // Found, contract with a line that names nobody, member.
  const agency = `示例·甬上科技服务 ${Date.now()}`
  await page.goto('/manage/officers')
  await page.getByRole('link', { name: '服务机构', exact: true }).filter({ visible: true }).first().click()
  await expectAccessible(page)
  await page.getByLabel('机构名称').fill(agency)
  await page.getByLabel('统一社会信用代码（可不填）').fill('91330200MA2AAAAAAA')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.getByText('统一社会信用代码不对，请核对 18 位。')).toBeVisible()
  await page.getByLabel('机构名称').fill(agency)
  await page.getByLabel('统一社会信用代码（可不填）').fill('')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(agency)
  await page.goto(`${page.url()}?programme=${programmeId}`)
  await page.getByLabel('合同名称').fill('示例辅导合同')
  await page
    .getByLabel('最后一天')
    .last()
    .fill(await today())
  await page.getByLabel('企业名单').last().fill(`${clerk.enterprise}\n没有这样一家企业`)
  await page.getByRole('button', { name: '订立合同' }).click()
  await expect(page.getByText('已列入 1 家。还有 1 行没有对上')).toBeVisible()
  await expect(page.getByLabel('企业名单').last()).toHaveValue('没有这样一家企业')
  await page.getByLabel('姓名').fill('示例服务员')
  const login = `agency.${Date.now()}`
  await page.getByLabel('手机号，或为其定一个登录名').fill(login)
  await page.getByRole('button', { name: '邀请' }).click()
  const link = await page.getByLabel(/^把这个链接发给本人设置密码/).inputValue()
  await expectAccessible(page)
  const officersPage = page.url().replace(/\?.*$/, '')

  // The member: their enterprises and nothing else; a visit.
  const office = await browser.newContext()
  const desk = await office.newPage()
  await desk.goto(link)
  await desk.getByLabel('新密码').fill(PASSWORD)
  await desk.getByLabel('再输入一次').fill(PASSWORD)
  await desk.getByRole('button', { name: '完成设置' }).click()
  await expect(desk).not.toHaveURL(/\/setup\//)
  await desk.goto('/manage')
  await expect(desk).toHaveURL(/\/manage\/service$/)
  await expect(desk.getByRole('heading', { level: 2 })).toHaveText([clerk.enterprise])
  await expectAccessible(desk)
  for (const closed of [`/manage/roster/${clerk.entryId}`, `/manage/area/${clerk.county}`, '/manage/contacts']) {
    expect((await desk.goto(closed))?.status(), closed).toBe(404)
  }
  await desk.goto('/manage/service')
  await desk.getByRole('link', { name: '记一次上门' }).click()
  await desk.getByLabel('谈了什么').fill('一起核对了工时表')
  await desk.getByRole('button', { name: '记下' }).click()
  await expect(desk.getByText('已记下，等企业确认。')).toBeVisible()
  await expectAccessible(desk)
  await desk.screenshot({ path: test.info().outputPath('service.png'), fullPage: true })

  // The enterprise says yes; the ledger and its workbook know who.
  const enterprise = await browser.newContext()
  await signInDirectly(enterprise, { personId: clerk.personId })
  const learner = await enterprise.newPage()
  await learner.goto('/learn')
  const asked = learner.getByRole('listitem').filter({ hasText: '一起核对了工时表' })
  await expect(asked).toContainText(agency)
  await asked.getByRole('button', { name: '确认来过' }).click()
  await expect(learner.getByText('一起核对了工时表')).toBeHidden()
  await enterprise.close()
  await page.goto(officersPage)
  await expect(page.getByRole('row').filter({ hasText: clerk.enterprise })).toContainText('1 次，企业已确认 1 次')
  await page.screenshot({ path: test.info().outputPath('ledger.png'), fullPage: true })
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出 Excel' }).click(),
  ])
  expect(file.suggestedFilename()).toContain('验收台账')

  // The day after the last one.
  await rows('UPDATE agency_contract SET from_on = from_on - 9, to_on = to_on - 1 WHERE title = $1', ['示例辅导合同'])
  await desk.goto('/manage/service')
  await expect(desk.getByText('现在没有在期的合同')).toBeVisible()
  expect((await desk.goto(`/manage/visits/new/${clerk.entryId}`))?.status()).toBe(404)
  await office.close()
})

test('an officer hangs the rates of their area on a wall, where nobody signs in and nobody is named', async ({
  page,
  context,
  browser,
}) => {
  const clerk = await untouched('CLERK')
  await signInDirectly(context, { personId: await officerOf(clerk.county) })
  await page.goto(`/manage/area/${clerk.county}?show=tiles&since=2026-01-05`)
  await expectAccessible(page)
  await page.screenshot({ path: test.info().outputPath('tiles.png'), fullPage: true })
  await page.getByText(/^我的视图/).click()
  await page.getByLabel('起个名字').fill('本月和年初比')
  await page.getByRole('button', { name: '保存这个视图' }).click()
  await expect(page.getByRole('link', { name: '本月和年初比' })).toHaveAttribute('href', /since=2026-01-05/)
  await page.getByRole('link', { name: '大屏' }).click()
  const label = `示例门厅 ${Date.now()}`
  await page.getByLabel('挂在哪里').fill(label)
  await page.getByRole('button', { name: '新建一个' }).click()
  const address = await page.getByLabel(/^网址只显示这一次/).inputValue()
  await expectAccessible(page)

  const hall = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  const wall = await hall.newPage()
  await wall.goto(address)
  await expect(wall.getByRole('heading', { level: 2 })).toHaveCount(4)
  await expect(wall.locator('main')).not.toContainText('示例·')
  await expect(wall.locator('main a, main button, main form')).toHaveCount(0)
  await expectAccessible(wall)
  const { height } = (await wall.locator('main').boundingBox()) ?? { height: 0 }
  expect(height, 'nothing scrolls on a wall').toBeLessThanOrEqual(1_080)
  await wall.screenshot({ path: test.info().outputPath('wall.png') })
  await page.getByRole('button', { name: `撤下：${label}` }).click()
  await expect(page.getByText(label)).toHaveCount(0)
  expect((await wall.reload())?.status()).toBe(404)
  await hall.close()
})
