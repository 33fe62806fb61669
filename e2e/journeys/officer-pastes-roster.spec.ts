import type { Locator, Page } from '@playwright/test'
import { makeUscc } from '../../domain/roster/uscc'
import { expectAccessible } from '../support/axe'
import { personOf, signInDirectly } from '../support/people'
import { expect, test } from '../support/test'

const HEADER = ['企业名称', '统一社会信用代码', '区县', '负责人', '负责人手机']
const CODE = makeUscc('330212', 9_000_001)
const WRONG = `${CODE.slice(0, 17)}${CODE.endsWith('0') ? '1' : '0'}`

/** What Excel puts on the clipboard: the block as text, and, when given, a table of a page beside it. */
async function paste(page: Page, field: Locator, text: string, html?: string): Promise<void> {
  await field.focus()
  await page.evaluate(
    ([plain, table]) => {
      const data = new DataTransfer()
      data.setData('text/plain', plain ?? '')
      if (table) data.setData('text/html', table)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    },
    [text, html],
  )
}

const block = (rows: string[][]) => rows.map((row) => row.join('\t')).join('\r\n')
const tds = (texts: string[], more = '') => texts.map((text) => `<td${more}>${text}</td>`).join('')

test.beforeEach(async ({ page, context }) => {
  await signInDirectly(context, { personId: await personOf('demo-county') })
  await page.goto('/manage/roster/imports')
})

test('a pasted block is a grid: hints in words, keys move, cells and blocks change it, and the import reads it', async ({
  page,
}) => {
  const form = page.getByRole('form', { name: '新的导入' })
  const rows = [HEADER, ['示例·粘贴甲有限公司', WRONG, '鄞州区', '张示例', '138'], ['', '', '', '', '']]
  await paste(page, form.getByLabel('或者把表格直接粘贴到这里'), block(rows))
  await expect(form.getByText('有 2 处可能不被接受')).toBeVisible()
  await expect(form.getByText('信用代码的校验位不对，可能抄错了一位')).toBeVisible()
  await expectAccessible(page)

  await form.getByRole('button', { name: '第 2 行 E 列' }).click()
  const mobile = form.getByRole('textbox', { name: '第 2 行 E 列' })
  await expect(mobile).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(form.getByRole('textbox', { name: '第 1 行 E 列' })).toBeFocused()
  await page.keyboard.press('Enter')
  await mobile.fill('13900009001')
  const code = form.getByRole('textbox', { name: '第 2 行 B 列' })
  const second = ['示例·粘贴乙有限公司', makeUscc('330212', 9_000_002), '鄞州区', '李示例', '13900009002']
  await paste(page, code, block([[CODE]]))
  await expect(code).toHaveValue(WRONG)
  await code.fill(CODE)
  await paste(
    page,
    form.getByRole('textbox', { name: '第 2 行 A 列' }),
    block([['示例·粘贴丙有限公司'], [second[0] ?? '']]),
  )
  await paste(page, form.getByRole('textbox', { name: '第 3 行 B 列' }), block([second.slice(1)]))
  await expect(form.getByText('没有发现不能接受的格子')).toBeVisible()
  await form.getByRole('button', { name: '上传并试读' }).click()

  await expect(page.getByRole('navigation', { name: '试读结果' })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('示例·粘贴丙有限公司')).toBeVisible()
  await expect(page.getByText('示例·粘贴乙有限公司')).toBeVisible()
  await page.getByRole('button', { name: '取消导入' }).click()
  await expect(page.getByText('这次导入已取消')).toBeVisible()
})

test('a table of a page is read where it says more than the text: merged cells, numbers shown shortened', async ({
  page,
}) => {
  const form = page.getByRole('form', { name: '新的导入' })
  const html = `<html><style>td{color:red}</style><table>
    <tr>${tds(HEADER)}</tr>
    <tr><td>示例·合并甲<br>有限公司</td><td>${CODE}</td><td rowspan="2">鄞州区</td><td>张示例</td><td x:num="13900009001">1.39E+10</td></tr>
    <tr><td><img src="x" onerror="document.title='ran'">示例·合并乙</td><td></td><td>李示例</td><td></td></tr></table></html>`
  await paste(page, form.getByLabel('或者把表格直接粘贴到这里'), 'whatever\tstands\there', html)
  await expect(form.getByRole('textbox', { name: '第 2 行 A 列' })).toHaveValue('示例·合并甲\n有限公司')
  await expect(form.getByRole('textbox', { name: '第 2 行 E 列' })).toHaveValue('13900009001')
  await expect(form.getByRole('textbox', { name: '第 3 行 C 列' })).toHaveValue('鄞州区')
  await expect(form.getByRole('textbox', { name: '第 3 行 D 列' })).toHaveValue('李示例')
  expect(await page.title()).not.toBe('ran')
  await form.getByRole('button', { name: '改回文本' }).click()
  await expect(form.getByLabel('或者把表格直接粘贴到这里')).toHaveValue(/^企业名称\t/)
  await form.getByRole('button', { name: '以表格显示' }).click()
  await expect(form.getByRole('textbox', { name: '第 2 行 A 列' })).toHaveValue('示例·合并甲\n有限公司')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the block goes as plain text', async ({ page }) => {
    const form = page.getByRole('form', { name: '新的导入' })
    const text = block([HEADER, ['示例·粘贴甲有限公司', CODE, '鄞州区', '张示例', '13900009001']])
    await form.getByLabel('或者把表格直接粘贴到这里').fill(text)
    await form.getByRole('button', { name: '上传并试读' }).click()
    await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}$/)
  })
})
