import type { Browser, Page } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { partAndWhole } from '../support/officer'
import {
  countyOfUntouchedHeads,
  type Learner,
  officerOf,
  openAccount,
  signInDirectly,
  untouched,
} from '../support/people'
import { expect, test } from '../support/test'

async function trained(page: Page, county: string): Promise<{ part: number; whole: number }> {
  await page.goto(`/manage/area/${county}`)
  const rate = page.getByRole('region', { name: '重点企业培训率' })
  return partAndWhole((await rate.getByRole('link', { name: /^[\d,]+ \/ [\d,]+$/ }).textContent()) ?? '')
}

/** Somebody's phone at the door. */
async function signIn(browser: Browser, door: string, who: { enterprise: string; name: string; mobile: string }) {
  const context = await browser.newContext()
  const phone = await context.newPage()
  await phone.goto(door)
  await expectAccessible(phone)
  await phone.getByLabel('企业名称').fill(who.enterprise)
  await phone.getByLabel('姓名').fill(who.name)
  await phone.getByLabel('手机号').fill(who.mobile)
  await phone.getByRole('button', { name: '签到' }).click()
  await expect(phone.getByText('已登记')).toBeVisible()
  await context.close()
}

const clock = (instant: Date) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(instant)
const dayOf = (instant: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(instant)

/** Two heads of one county besides the first, of other enterprises; nobody of theirs was trained. */
async function others(first: Learner): Promise<Learner[]> {
  const one = await untouched(
    'HEAD',
    `NOT st.trained_any AND c.code = '${first.county}' AND e.id <> '${first.entryId}'`,
  )
  const not = `e.id NOT IN ('${first.entryId}', '${one.entryId}')`
  return [one, await untouched('HEAD', `NOT st.trained_any AND c.code = '${first.county}' AND ${not}`)]
}

test('two phones at the door and a paper list: the training rate moves by exactly those', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(120_000)
  const known = await untouched('HEAD', `NOT st.trained_any AND c.code = '${await countyOfUntouchedHeads()}'`)
  const [stranger, onPaper] = await others(known)
  if (!stranger || !onPaper) throw new Error('The demonstration has too few heads.')
  await signInDirectly(context, { personId: await officerOf(known.county) })
  const before = await trained(page, known.county)

  await page.goto('/manage/sessions/new')
  await expectAccessible(page)
  const now = new Date()
  // Near midnight the session begins a little later than it otherwise would; the door is open an hour before.
  const [from, to] = clock(now) > '23:50' ? ['23:50', '23:59'] : [clock(now), '23:59']
  await page.getByLabel('名称').fill('示例·政策宣讲')
  await page.getByLabel('讲哪门课').selectOption({ label: '研发费用加计扣除' })
  await page.getByLabel('请到场的人离场前测一测（可不选）').check()
  await page.getByLabel('地点').fill('示例会议室')
  await page.getByLabel('日期').fill(dayOf(now))
  await page.getByLabel('开始时间').fill(from)
  await page.getByLabel('结束时间').fill(to)
  await page.getByRole('button', { name: '排好' }).click()
  await expect(page).toHaveURL(/\/manage\/sessions\/[0-9a-f-]{36}$/)
  await expectAccessible(page)
  const session = page.url()
  const door = new URL((await page.getByText(/\/s\/[\w-]{22}$/).textContent()) ?? '').pathname

  await signIn(browser, door, known)
  await signIn(browser, door, { ...stranger, mobile: '19912345678' })
  await page.reload()
  await expect(page.getByRole('heading', { name: '待认 1 人' })).toBeVisible()
  await page.getByLabel('是名册里的谁').selectOption({ label: `${stranger.enterprise} ${stranger.name}` })
  await page.getByRole('button', { name: '确定' }).click()
  await expect(page.getByRole('heading', { name: '已到 2 人' })).toBeVisible()

  await page.goto(`${session}?search=${encodeURIComponent(onPaper.enterprise)}`)
  await page.getByLabel(`${onPaper.enterprise} ${onPaper.name}`).check()
  await page.getByRole('button', { name: '按纸质签到表补记' }).click()
  await expect(page.getByRole('heading', { name: '已到 3 人' })).toBeVisible()
  await expectAccessible(page)

  await page.goto(`${session}/screen`)
  await expect(page.getByText(/^已到 3 \/ 应到 /)).toBeVisible()
  await expect(page.getByText('到场的人里已完成测一测 0 / 3')).toBeVisible()
  for (const { name } of [known, stranger, onPaper])
    expect(await page.getByRole('main').textContent()).not.toContain(name)
  await expectAccessible(page)
  const head = await browser.newContext()
  await openAccount(known.personId)
  await signInDirectly(head, { personId: known.personId })
  const phone = await head.newPage()
  await phone.goto('/learn')
  await expect(phone.getByRole('heading', { name: '离场前测一测' })).toBeVisible()
  await expectAccessible(phone)
  await head.close()
  const after = await trained(page, known.county)
  expect(after).toEqual({ part: before.part + 3, whole: before.whole })
})
