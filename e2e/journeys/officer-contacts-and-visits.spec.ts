import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { partAndWhole } from '../support/officer'
import { programmeAskingFor } from '../support/own-programme'
import { officerOf, openAccount, signInDirectly, untouched } from '../support/people'
import { expect, test } from '../support/test'

async function visited(page: Page, address: string): Promise<{ part: number; whole: number }> {
  await page.goto(address)
  const rate = page.getByRole('region', { name: '上门服务率' })
  return partAndWhole((await rate.getByRole('link', { name: /^[\d,]+ \/ [\d,]+$/ }).textContent()) ?? '')
}

test('an officer works the list, takes a tap back, records a visit; the enterprise confirms it and the rate moves by one', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(120_000)
  const clerk = await untouched('CLERK')
  await openAccount(clerk.personId)
  // A programme of its own: six enterprises of the county, one seat held.
  const programmeId = await programmeAskingFor('qita-xiane', clerk)
  await signInDirectly(context, { personId: await officerOf(clerk.county) })
  const county = `/manage/area/${clerk.county}?programme=${programmeId}`
  const contacts = `/manage/contacts?programme=${programmeId}`
  expect(await visited(page, county)).toEqual({ part: 0, whole: 6 })

  await page.goto(contacts)
  const cards = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2 }) })
  await expect(cards).toHaveCount(6)
  await expectAccessible(page)
  const own = cards.filter({ has: page.getByRole('heading', { name: clerk.enterprise }) })
  await expect(own.getByText('只差一项')).toBeVisible()
  await expect(own.getByRole('link', { name: `拨打 ${clerk.mobile}` })).toHaveAttribute('href', `tel:${clerk.mobile}`)
  await own.getByText('发一条消息').click()
  await expect(own.getByText(`${clerk.name}，您好。${clerk.enterprise}还有实训可以完成`)).toBeVisible()
  await own.getByLabel('备注（可不填）').fill('周三再看')
  await own.getByRole('button', { name: '已联系' }).click()
  await expect(cards).toHaveCount(5)
  await expect(page.getByRole('heading', { name: '今天已记 1 家' })).toBeVisible()
  await page.getByRole('button', { name: `撤销对${clerk.enterprise}的记录` }).click()
  await expect(cards).toHaveCount(6)
  await expectAccessible(page)

  await own.getByRole('link', { name: clerk.enterprise }).click()
  await page.getByRole('link', { name: '记一次上门' }).click()
  await expectAccessible(page)
  await page.getByLabel('谈了什么').fill('一起看了辅助账和工时表')
  await page.getByLabel('发现的技术需求（可不填）').fill('密封件寿命提高到 5000 小时')
  await context.setOffline(true)
  await page.getByRole('button', { name: '记下' }).click()
  await expect(page.getByText('现在没有网络。')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('已记下，等企业确认。')).toBeVisible()
  await page.goto(`/manage/visits?programme=${programmeId}`)
  await expect(page.getByText('待企业确认')).toBeVisible()
  await expectAccessible(page)
  expect(await visited(page, county), 'not before the enterprise says so').toEqual({ part: 0, whole: 6 })

  const enterprise = await browser.newContext()
  await signInDirectly(enterprise, { personId: clerk.personId })
  const learner = await enterprise.newPage()
  await learner.goto('/learn')
  await expect(learner.getByText('一起看了辅助账和工时表')).toBeVisible()
  await expectAccessible(learner)
  const asked = learner.getByRole('listitem').filter({ hasText: '一起看了辅助账和工时表' })
  await asked.getByRole('button', { name: '确认来过' }).click()
  await expect(learner.getByText('一起看了辅助账和工时表')).toBeHidden()
  await enterprise.close()

  expect(await visited(page, county)).toEqual({ part: 1, whole: 6 })
  await page.goto(`/manage/visits/reserve?programme=${programmeId}&search=密封件`)
  await expect(page.getByRole('cell', { name: '密封件寿命提高到 5000 小时' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: '密封件寿命提高到 5000 小时' }).click()
  await page.getByLabel('做了什么、对方怎么说').fill('已对接示例研究院')
  await page.getByLabel('下次什么时候看（可不填）').fill('2020-01-01')
  await page.getByRole('button', { name: '记下' }).click()
  await expect(page.getByText('下次的日子要在它之后')).toBeVisible()
  await expect(page.getByLabel('做了什么、对方怎么说')).toHaveValue('已对接示例研究院')
  await page.getByLabel('下次什么时候看（可不填）').fill('')
  await page.getByRole('button', { name: '记下' }).click()
  await expect(page.getByText('已记下。')).toBeVisible()
  await expect(page.getByText('跟进中')).toBeVisible()
  await expectAccessible(page)

  await page.goto(`/manage/visits/rounds?programme=${programmeId}`)
  await page.getByLabel('名称').fill('示例轮次')
  await expectAccessible(page)
  await page.getByRole('button', { name: '安排一轮走访' }).click()
  await expect(page.getByText('已走访 1 / 6 家').first()).toBeVisible()
  await expectAccessible(page)
  const place = page.locator(`a[href$="place=${clerk.township}"]`)
  if (await place.isVisible()) await place.click()
  await expect(page.getByText('企业已确认')).toBeVisible()
  await expectAccessible(page)

  await page.goto(`/manage/lists/readiness?programme=${programmeId}&region=${clerk.county}&state=all`)
  await page.getByRole('button', { name: '记下' }).click()
  await expect(page.getByText('请先在上面勾选企业。')).toBeVisible()
  await page.getByLabel('选本页全部').check()
  await page.getByLabel('结果').selectOption({ label: '无人接' })
  await page.getByRole('button', { name: '记下' }).click()
  await expect(page.getByText('已办好：6 家。')).toBeVisible()
  await expectAccessible(page)
  await page.goto(contacts)
  await expect(page.getByRole('heading', { name: '今天已记 6 家' })).toBeVisible()
})
