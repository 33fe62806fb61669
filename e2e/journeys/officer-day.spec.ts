import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { partAndWhole } from '../support/officer'
import { programmeAskingFor } from '../support/own-programme'
import { newOfficerOf, officerOf, signInDirectly, untouched } from '../support/people'
import { expect, test } from '../support/test'

async function served(page: Page): Promise<{ part: number; whole: number }> {
  const rate = page.getByRole('region', { name: '上门服务率' })
  return partAndWhole((await rate.getByRole('link', { name: /^[\d,]+ \/ [\d,]+$/ }).textContent()) ?? '')
}

test('an officer’s day: a township says that an enterprise has closed, the county decides, and who looks after whom', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(90_000)
  const clerk = await untouched('CLERK', 'true')
  const programmeId = await programmeAskingFor('qita-xiane', clerk)
  const of = `?programme=${programmeId}`
  await signInDirectly(context, { personId: await officerOf(clerk.county) })
  const below = await browser.newContext()
  await signInDirectly(below, { personId: await newOfficerOf(clerk.township, '虞小满') })
  const township = await below.newPage()

  await page.goto(`/manage/today${of}`)
  const before = await served(page)
  await expect(page.getByRole('link', { name: /^今日要联系：/ })).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: test.info().outputPath('today.png'), fullPage: true })

  await township.goto(`/manage/roster${of}&search=${encodeURIComponent(clerk.enterprise)}`)
  await township.getByRole('link', { name: clerk.enterprise }).first().click()
  await expect(township.getByText('变更区域或重点标记')).toHaveCount(0)
  await township.getByText('提出变动', { exact: true }).click()
  await township.getByRole('radio', { name: '停产' }).check()
  await township.getByLabel('原因').fill('现场看过，已停产')
  await expectAccessible(township)
  await township.getByRole('button', { name: '提交' }).click()
  await expect(township.getByRole('cell').getByText('待确认')).toBeVisible()
  await township.screenshot({ path: test.info().outputPath('entry.png'), fullPage: true })

  await page.goto(`/manage/today${of}`)
  expect(await served(page), 'a proposal moves nothing').toEqual(before)
  await page.getByRole('link', { name: '名册变动等您确认：1 项' }).click()
  await expectAccessible(page)
  await page.screenshot({ path: test.info().outputPath('proposals.png'), fullPage: true })
  await page.getByRole('button', { name: `同意${clerk.enterprise}停产` }).click()
  await expect(page.getByRole('cell').getByText('已生效')).toBeVisible()
  await page.goto(`/manage/today${of}`)
  expect(await served(page)).toEqual({ part: before.part, whole: before.whole - 1 })

  await page.goto(`/manage/contacts/owners${of}`)
  const form = page.getByRole('form', { name: '指定负责人员' })
  await form.getByLabel('乡镇（街道）').selectOption({ index: 1 })
  await form.getByLabel('管理员').selectOption({ index: 1 })
  await form.getByRole('button', { name: '自今天起指定' }).click()
  await expect(page.getByRole('cell', { name: /A \S+ \d+$/ })).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: test.info().outputPath('owners.png'), fullPage: true })
  await page.goto(`/manage/contacts/cases${of}`)
  await expect(page.getByRole('heading', { level: 1, name: '久未联系' })).toBeVisible()
  await expectAccessible(page)
  await below.close()
})
