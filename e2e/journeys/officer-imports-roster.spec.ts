import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { personOf, signInDirectly } from '../support/people'
import { messyRoster, type RosterFile } from '../support/roster-file'
import { expect, test } from '../support/test'

const COUNTY = { code: '330212', name: '鄞州区' }
const COUNTS = ['新增', '变更', '不变', '待您决定', '有问题'] as const

async function upload(page: Page, file: RosterFile): Promise<void> {
  await page.goto('/manage/roster/imports')
  const form = page.getByRole('form', { name: '新的导入' })
  await form.getByLabel('这份名册属于').selectOption({ label: COUNTY.name })
  await form.getByLabel('选择 Excel 文件').setInputFiles({
    name: '名册.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: file.bytes,
  })
  await form.getByRole('button', { name: '上传并试读' }).click()
}

async function counts(page: Page): Promise<number[]> {
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}$/)
  const result = page.getByRole('navigation', { name: '试读结果' })
  await expect(result).toBeVisible({ timeout: 30_000 })
  return Promise.all(
    COUNTS.map(async (verdict) => {
      const text = await result.getByRole('link', { name: new RegExp(`^\\d+\\s*${verdict}$`) }).textContent()
      return Number.parseInt(text ?? '', 10)
    }),
  )
}

async function findInRoster(page: Page, name: string): Promise<void> {
  await page.goto('/manage/roster')
  await page.getByLabel('查找').fill(name)
  await page.getByRole('button', { name: '显示' }).click()
}

test('an officer brings the bureau’s own sheet in: dry run, good rows, nothing twice, undo', async ({
  page,
  context,
}) => {
  await signInDirectly(context, { personId: await personOf('demo-county') })
  const file = await messyRoster(COUNTY)

  await upload(page, file)
  expect(await counts(page), COUNTS.join(' ')).toEqual([1, 0, 1, 1, 2])
  await expectAccessible(page)
  const imported = page.url()
  await page
    .getByRole('navigation', { name: '试读结果' })
    .getByRole('link', { name: /有问题$/ })
    .click()
  const wrongCode = page.getByRole('row', { name: /抄错代码/ })
  await expect(wrongCode).toContainText('第 7 行')
  await expect(wrongCode).toContainText('信用代码的校验位不对')
  await expect(wrongCode).toContainText(file.newUscc.at(-1) ?? '')
  const unknownPlace = page.getByRole('row', { name: /地名不明/ })
  await expect(unknownPlace).toContainText('第 8 行')
  await expect(unknownPlace).toContainText('这里没有这个乡镇（街道）')
  await expect(unknownPlace).toContainText('现为：没有的镇')
  await page
    .getByRole('navigation', { name: '试读结果' })
    .getByRole('link', { name: /待您决定$/ })
    .click()
  await expect(page.getByText('寒露新 没有空缺的岗可以补')).toBeVisible()

  await page.getByLabel('只写入没有问题的，其余留着').check()
  await page.getByRole('button', { name: '写入名册' }).click()
  await expect(page.getByText('已写入名册。')).toBeVisible({ timeout: 30_000 })
  await findInRoster(page, file.newName)
  await expect(page.getByText('共 1 家企业')).toBeVisible()
  await page.getByRole('link', { name: file.newName }).click()
  await expect(page.getByRole('heading', { level: 1, name: file.newName })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: '负责人 谷雨生' })).toBeVisible()

  await upload(page, file)
  expect(await counts(page), 'the same file again brings nothing new').toEqual([0, 0, 2, 1, 2])
  await page.getByRole('button', { name: '取消导入' }).click()
  await expect(page.getByText('这次导入已取消，没有写入任何内容。')).toBeVisible()

  await page.goto(imported)
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await expect(page.getByText('这次导入已撤销，名册恢复到导入之前。')).toBeVisible({ timeout: 30_000 })
  await findInRoster(page, file.newName)
  await expect(page.getByText('没有符合条件的企业')).toBeVisible()
})

test('a file that is no workbook is refused in a sentence that says what to do', async ({ page, context }) => {
  await signInDirectly(context, { personId: await personOf('demo-county') })
  await upload(page, {
    bytes: Buffer.from('<html><table><tr><td>企业名称</td></tr></table></html>'),
    newName: '',
    newUscc: '',
  })
  await expect(page.getByText('请用 Excel 或 WPS 打开后另存为 .xlsx')).toBeVisible()
})
