import { expectAccessible } from '../support/axe'
import { row } from '../support/installation'
import { programmeAskingFor } from '../support/own-programme'
import { officerOf, signInDirectly, untouched } from '../support/people'
import { expect, test } from '../support/test'

test('the city copies a programme with its roster, asks for one lab more, and settles a day', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000)
  // A small one of its own: a copy of the demonstration would give everybody in it a second seat.
  const clerk = await untouched('CLERK', 'true')
  const sourceId = await programmeAskingFor('qita-xiane', clerk)
  await signInDirectly(context, { personId: await officerOf('3302') })
  const name = `示例·明年 ${Date.now()}`
  await page.goto('/manage/programmes')
  await expectAccessible(page)
  await expect(page.getByRole('link', { name: /^复制“.*演示）”$/ })).toBeVisible()
  await page.goto(`/manage/programmes/copy/${sourceId}`)
  await page.getByLabel('名称').fill(name)
  // It begins before the demonstration, so that other pages go on showing that one first.
  await page.getByLabel('第一天').fill('2020-01-01')
  await page.getByLabel('最后一天').fill('2035-12-31')
  await expectAccessible(page)
  await page.getByRole('button', { name: '建立' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: test.info().outputPath('programme.png'), fullPage: true })

  await page.getByText('增加一条要求', { exact: true }).click()
  const form = page.getByRole('form', { name: '增加一条要求' })
  await form.getByRole('group', { name: '实训' }).getByRole('checkbox').first().check()
  await form.getByRole('button', { name: '自该日起要求' }).click()
  await expect(page.getByRole('row', { name: /经办人.*上手率/ })).toHaveCount(2)
  const freeze = page.getByRole('form', { name: '定稿' })
  await freeze.getByLabel('定稿日').fill('2019-01-01')
  await freeze.getByLabel('原因').fill('年度定稿')
  await freeze.getByRole('button', { name: '保存定稿日' }).click()
  await expect(freeze.getByText('日期不在允许的范围内')).toBeVisible()

  await expect
    .poll(
      async () =>
        (
          await row<{ count: number }>(
            `SELECT count(*)::int AS count FROM standing t JOIN programme p ON p.id = t.programme_id WHERE p.name = $1 AND t.leaf_id IS NOT NULL`,
            [name],
          )
        ).count,
      { timeout: 60_000 },
    )
    .toBe(6)
})

test('a county draws a sample, a head is asked on the phone, and the estimate stands beside the claim', async ({
  page,
  context,
  browser,
}) => {
  const place = await row<{ county: string; township: string }>(
    `SELECT c.code AS county, t.code AS township FROM seat_standing s JOIN standing y ON y.entry_id = s.entry_id JOIN programme p ON p.id = y.programme_id
       JOIN region t ON t.id = y.leaf_id JOIN region c ON c.id = t.parent_id
      WHERE p.is_demonstration AND s.kind = 'HEAD' AND s.awareness AND y.is_key AND c.kind = 'COUNTY'
      GROUP BY 1, 2 ORDER BY count(*) DESC LIMIT 1`,
  )
  await signInDirectly(context, { personId: await officerOf(place.county) })
  await page.goto('/manage/spot-checks')
  await expectAccessible(page)
  await page.getByLabel('抽多少人').fill('12')
  await page.getByRole('button', { name: '抽一次样' }).click()
  await expect(page.getByText('抽了 12 人，答了 0 人，没有答的 12 人')).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: test.info().outputPath('sample.png'), fullPage: true })
  const address = page.url()
  await page
    .getByRole('link', { name: /^向.+问三道题$/ })
    .first()
    .click()
  await expectAccessible(page)
  await page.screenshot({ path: test.info().outputPath('ask.png'), fullPage: true })
  const form = page.getByRole('form', { name: '问三道题' })
  for (let index = 0; index < 3; index++) await form.locator('fieldset').nth(index).getByRole('radio').first().check()
  await form.getByRole('radio', { name: '电话' }).check()
  await form.getByRole('button', { name: '记下' }).click()
  await expect(page.getByText('已记下。')).toBeVisible()
  await page.goto(address)
  await expect(page.getByText('抽了 12 人，答了 1 人，没有答的 11 人')).toBeVisible()

  const head = await row<{ personId: string; holdingId: string }>(
    // Somebody whom no other sample asks: their page would ask for that one first.
    `SELECT s.person_id AS "personId", s.holding_id AS "holdingId" FROM spot_check_seat s
      WHERE s.spot_check_id = $1 AND s.outcome IS NULL AND NOT EXISTS (SELECT FROM spot_check_seat o
        WHERE o.person_id = s.person_id AND o.spot_check_id <> s.spot_check_id AND o.outcome IS NULL)
      ORDER BY s.position LIMIT 1`,
    [address.split('/').at(-1)],
  )
  const own = await browser.newContext()
  await signInDirectly(own, head)
  const phone = await own.newPage()
  await phone.goto('/learn')
  await phone.getByRole('link', { name: '去回答' }).click()
  await expectAccessible(phone)
  for (let index = 0; index < 3; index++) await phone.locator('fieldset').nth(index).getByRole('radio').first().check()
  await phone.getByRole('button', { name: '提交' }).click()
  await expect(phone.getByText('收到了，谢谢。')).toBeVisible()
  await own.close()
  await page.goto(address)
  await expect(page.getByText('抽了 12 人，答了 2 人，没有答的 10 人')).toBeVisible()
})
