import { expectAccessible } from '../support/axe'
import { officerOf, personalLink, signInDirectly, untouched } from '../support/people'
import { expect, test } from '../support/test'

test('an enterprise asks by personal link, the county answers with a source, and the desk shows it in other words', async ({
  page,
  context,
  browser,
}) => {
  const head = await untouched('HEAD', 'true')
  await personalLink(head.holdingId)
  await signInDirectly(context, { personId: head.personId, holdingId: head.holdingId })
  const question = `我们（${head.enterprise}）租来的设备做研发，租金能不能加计扣除？`
  const shown = `租入设备的租金算不算研发费用？（${Date.now()}）`

  await page.goto('/learn')
  await page.getByRole('link', { name: '咨询', exact: true }).click()
  await page.getByLabel('您的问题').fill(question)
  await expectAccessible(page)
  await page.getByRole('button', { name: '提交问题' }).click()
  await expect(page.getByText('等待答复')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('ask.png'), fullPage: true })

  const office = await browser.newContext()
  await signInDirectly(office, { personId: await officerOf(head.county) })
  const officer = await office.newPage()
  await officer.goto('/manage/today')
  await officer.getByRole('link', { name: /^企业的咨询待答复：/ }).click()
  const item = officer.getByRole('listitem').filter({ hasText: question })
  const form = item.getByRole('form', { name: `答复${head.enterprise}` })
  await form.getByLabel('答复', { exact: true }).fill('能，按实际用于研发活动的时间分。')
  await form.getByLabel(/^依据/).fill('国家税务总局公告2017年第40号 第二条')
  await expectAccessible(officer)
  await officer.screenshot({ path: test.info().outputPath('inquiries.png'), fullPage: true })
  await form.getByRole('button', { name: '答复企业' }).click()
  await item.getByText('放进“速查”').click()
  const desk = item.getByRole('form', { name: `把${head.enterprise}的问题放进“速查”` })
  await desk.getByLabel('公开的问题').fill(question)
  await desk.getByRole('button', { name: '公开', exact: true }).click()
  await expect(desk.getByText('公开的文字里还看得出是哪家企业，请再改写。')).toBeVisible()
  await desk.getByLabel('公开的问题').fill(shown)
  await desk.getByRole('button', { name: '公开', exact: true }).click()
  await expect(item.getByText('已改写后放进“速查”')).toBeVisible()
  await office.close()

  await page.reload()
  await expect(page.getByText('能，按实际用于研发活动的时间分。')).toBeVisible()
  await page.goto(`/desk/answers?search=${encodeURIComponent(shown)}`)
  await expect(page.getByRole('heading', { name: shown })).toBeVisible()
  await expect(page.getByText(head.enterprise)).toHaveCount(0)
  await expectAccessible(page)

  await page.goto('/learn/mail')
  await page.getByLabel('邮箱（可不填）').fill('head@enterprise.example')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('这是您自己填的。')).toBeVisible()
  await expectAccessible(page)
})

test('an officer sees the mail queue, is told who is left out, and adds a group’s robot', async ({ page, context }) => {
  const head = await untouched('HEAD', 'true')
  await signInDirectly(context, { personId: await officerOf(head.county) })
  await page.goto('/manage/messages')
  await expect(page.getByText('还没有设邮件服务器（SMTP_URL、MAIL_FROM）')).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: test.info().outputPath('messages.png'), fullPage: true })
  await page.getByText('添加群机器人', { exact: true }).click()
  const form = page.getByRole('form', { name: '添加群机器人' })
  const name = `测试群${Date.now()}`
  await form.getByLabel('群的名称').fill(name)
  await form.getByLabel('机器人网址（Webhook）').fill('https://127.0.0.1/robot')
  await form.getByRole('button', { name: '添加' }).click()
  await expect(form.getByText('这不是该平台机器人的网址')).toBeVisible()
  await form.getByLabel('群的名称').fill(name)
  await form.getByLabel('机器人网址（Webhook）').fill('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1')
  await form.getByRole('button', { name: '添加' }).click()
  await expect(page.getByText(`${name} · 企业微信`)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: `停用${name}` }).click()
  await expect(page.getByText(`${name} · 企业微信`)).toHaveCount(0)
})
