import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { figuresOf } from '../support/officer'
import { personOf, signInDirectly } from '../support/people'
import { questionnaireFile } from '../support/results-file'
import { expect, test } from '../support/test'

const COUNTY = { code: '330212', name: '鄞州区' }

async function upload(page: Page, bytes: Buffer): Promise<void> {
  await page.goto('/manage/results')
  const form = page.getByRole('form', { name: '新的一批' })
  await form.getByLabel('属于哪个区域').selectOption({ label: COUNTY.name })
  await form.getByLabel('选择文件').setInputFiles({
    name: '政策测一测.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: bytes,
  })
  await form.getByRole('button', { name: '上传并读取' }).click()
  await expect(page.getByRole('heading', { name: '各列是什么' })).toBeVisible({ timeout: 30_000 })
}

async function confirmColumns(page: Page): Promise<void> {
  await page.getByLabel('知晓测评的及格分').fill('80')
  await page.getByRole('button', { name: '确认，与名册核对' }).click()
  await expect(page.getByRole('navigation', { name: '各行的情况' })).toBeVisible({ timeout: 30_000 })
}

const number = (page: Page, what: string) =>
  page.getByRole('navigation', { name: '各行的情况' }).getByRole('link', { name: new RegExp(`^\\d+\\s*${what}$`) })

const aware = async (page: Page) => (await figuresOf(page, COUNTY.code)).awareness.part

test('an officer brings an earlier quiz in: columns, queue, counting, and taking all of it back', async ({
  page,
  context,
}) => {
  await signInDirectly(context, { personId: await personOf('demo-county') })
  test.slow()
  const before = await aware(page)
  const file = await questionnaireFile(COUNTY.code)

  await upload(page, file.bytes)
  await expect(page.getByLabel(/“G 1、企业名称”用作/)).toHaveValue('enterprise')
  await expect(page.getByLabel(/“K 总分”用作/)).toHaveValue('score')
  await expect(page.getByLabel('知晓测评', { exact: true })).toBeChecked()
  await expectAccessible(page)
  await confirmColumns(page)
  await expect(number(page, '已匹配')).toHaveText(/^1/)
  await expect(number(page, '待定')).toHaveText(/^1/)
  await expect(number(page, '不计入')).toHaveText(/^1/)
  const batch = page.url()
  expect(await aware(page), 'nothing counts before it is confirmed').toBe(before)

  await page.goto(batch)
  await page.getByRole('button', { name: '计入 1 行' }).click()
  await expect(page.getByText('已计入 1 行，佐证类别为“导入”。')).toBeVisible({ timeout: 30_000 })
  expect(await aware(page)).toBe(before + 1)

  await page.goto(batch)
  await number(page, '待定').click()
  const waiting = page.getByRole('listitem').filter({ hasText: file.misspelt }).first()
  await expect(waiting).toContainText('名册上没有叫这个名称的企业')
  await expectAccessible(page)
  await waiting
    .getByRole('button', { name: new RegExp(`就是 ${file.waiting.person}（负责人）`) })
    .first()
    .click()
  await expect(page.getByText('已记下。')).toBeVisible()
  expect(await aware(page), 'a decision in a counted batch counts at once').toBe(before + 2)
  await page.goto('/manage/results/aliases')
  await expect(page.getByRole('row').filter({ hasText: file.waiting.enterprise })).toBeVisible()

  await upload(page, file.bytes)
  await expect(page.getByText('这份问卷以前导入过')).toBeVisible()
  await confirmColumns(page)
  await expect(number(page, '重复')).toHaveText(/^2/)
  await page.getByRole('button', { name: '取消这一批' }).click()
  await expect(page.getByText('这一批已取消，没有计入任何内容。')).toBeVisible()

  await page.goto(batch)
  await page.getByRole('button', { name: '撤回这一批' }).click()
  await expect(page.getByText('这一批已撤回')).toBeVisible({ timeout: 30_000 })
  expect(await aware(page), 'taken back, the figure is as before').toBe(before)
})

test('a file of the old format is refused in a sentence that says what to do', async ({ page, context }) => {
  await signInDirectly(context, { personId: await personOf('demo-county') })
  await page.goto('/manage/results')
  await page.getByLabel('选择文件').setInputFiles({
    name: '签到表.xls',
    mimeType: 'application/vnd.ms-excel',
    buffer: Buffer.from('d0cf11e0a1b11ae10000', 'hex'),
  })
  await page.getByRole('button', { name: '上传并读取' }).click()
  await expect(page.getByText('请用 Excel 或 WPS 打开，另存为 .xlsx 后上传')).toBeVisible()
})
