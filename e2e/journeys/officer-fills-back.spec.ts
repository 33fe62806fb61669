import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import Excel from 'exceljs'
import JSZip from 'jszip'
import { expectAccessible } from '../support/axe'
import { rows } from '../support/installation'
import { personOf, signInDirectly } from '../support/people'
import { expect, test } from '../support/test'

const COUNTY = '鄞州区'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const SHEET = 'xl/worksheets/sheet1.xml'

interface Known {
  name: string
  uscc: string
  trained: boolean
  clerks: number
  ready: number
}

/** Some enterprises of the county that differ, and one of another county. */
async function known(): Promise<{ here: Known[]; elsewhere: Known }> {
  const sql = `
    SELECT n.name, e.uscc, st.trained_any AS trained, st.clerks, st.ready
    FROM standing st JOIN roster_entry r ON r.id = st.entry_id JOIN enterprise e ON e.id = r.enterprise_id
    JOIN enterprise_name n ON n.enterprise_id = e.id AND n.to_on IS NULL AND n.retracted_at IS NULL
    JOIN region t ON t.id = st.leaf_id JOIN region c ON c.id = t.parent_id
    WHERE st.asks_training AND (c.name = $1) = $2 ORDER BY md5(e.uscc) LIMIT $3`
  const [elsewhere] = await rows<Known>(sql, [COUNTY, false, 1])
  if (!elsewhere) throw new Error('The demonstration has one county only.')
  return { here: await rows<Known>(sql, [COUNTY, true, 30]), elsewhere }
}

/** The office's own statistics sheet: merged title, formulas, colours, number formats, a filter, a comment, a second sheet. */
async function officesSheet(here: readonly Known[], elsewhere: Known): Promise<Buffer> {
  const book = new Excel.Workbook()
  const sheet = book.addWorksheet('统计表', { views: [{ state: 'frozen', ySplit: 2 }] })
  sheet.mergeCells('A1:E1')
  sheet.getCell('A1').value = '示例·研发情况统计表'
  sheet.addRow(['序号', '企业名称', '统一社会信用代码', '研发人数', '翻倍'])
  for (const [i, one] of [...here, elsewhere].entries()) {
    const row = sheet.addRow([i + 1, one.name, one.uscc, i + 3, { formula: `D${i + 3}*2`, result: (i + 3) * 2 }])
    row.getCell(4).numFmt = '#,##0'
    row.getCell(2).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2CC' } }
  }
  sheet.addRow(['', '示例·查无此家有限公司', '', 1])
  sheet.autoFilter = 'A2:E33'
  sheet.getCell('B3').note = '核对过'
  book.addWorksheet('说明').addRow(['本表每月 25 日报送'])
  return Buffer.from(await book.xlsx.writeBuffer())
}

async function parts(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await JSZip.loadAsync(bytes)
  const all = Object.values(zip.files).filter(({ dir }) => !dir)
  return new Map(await Promise.all(all.map(async (file) => [file.name, await file.async('nodebuffer')] as const)))
}

async function download(page: Page): Promise<Buffer> {
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载填好的表' }).click()
  const file = await coming
  expect(file.suggestedFilename()).toMatch(/^统计表-回填-\d{4}-\d\d-\d\d\.xlsx$/)
  return readFile(await file.path())
}

test('an officer’s own sheet comes back filled, and nothing else of it has changed', async ({ page, context }) => {
  await signInDirectly(context, { personId: await personOf('demo-county') })
  const { here, elsewhere } = await known()
  const before = await officesSheet(here, elsewhere)

  await page.goto('/manage/fill-back')
  await expectAccessible(page)
  const upload = page.getByRole('form', { name: '新的回填' })
  await upload.getByLabel('选择文件').setInputFiles({ name: '统计表.xlsx', mimeType: XLSX, buffer: before })
  await upload.getByRole('button', { name: '上传并读取' }).click()

  const columns = page.getByRole('form', { name: '选择要加的列' })
  await expect(columns).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('32 行，对上名册 30 行')).toBeVisible()
  await expect(page.getByRole('row', { name: /不在本区域/ })).toContainText('第 33 行')
  await expect(page.getByRole('row', { name: /查无此家/ })).toContainText('本区域名册里没有这家企业')
  await columns.getByRole('group', { name: '上手（经办人）' }).getByLabel('完成情况').check()
  await expectAccessible(page)
  await columns.getByRole('button', { name: '填写' }).click()
  await expect(page.getByText('填写 30 行，未匹配 1 行，不在本区域 1 行')).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page)

  const after = await download(page)
  const [old, now] = [await parts(before), await parts(after)]
  expect([...now.keys()]).toEqual([...old.keys()])
  for (const [name, bytes] of old) if (name !== SHEET) expect(now.get(name)?.equals(bytes), name).toBe(true)
  const cells = (xml: Buffer | undefined) => xml?.toString().match(/<c r="[A-E]\d+".*?(?:<\/c>|\/>)/g)
  expect(cells(now.get(SHEET))).toEqual(cells(old.get(SHEET)))

  const book = new Excel.Workbook()
  await book.xlsx.load(after as unknown as ArrayBuffer)
  const sheet = book.getWorksheet('统计表')
  const header = ['培训完成情况（回填）', '培训还差（回填）', '培训完成日期（回填）', '上手完成情况（回填）']
  expect([6, 7, 8, 9].map((c) => sheet?.getRow(2).getCell(c).value)).toEqual(header)
  for (const [i, one] of here.entries()) {
    const row = sheet?.getRow(i + 3)
    expect(row?.getCell(6).value, one.name).toBe(one.trained ? '已完成' : '待完成')
    expect(Boolean(row?.getCell(7).value), one.name).toBe(!one.trained)
    expect(Boolean(row?.getCell(8).value), one.name).toBe(one.trained)
    const isReady = one.clerks === 0 ? '—' : one.ready === one.clerks ? '已完成' : '待完成'
    expect(row?.getCell(9).value, one.name).toBe(isReady)
  }
  expect([6, 7, 8, 9].map((c) => sheet?.getRow(33).getCell(c).value ?? null)).toEqual(['不在本区域', null, null, null])
  expect([6, 7].map((c) => sheet?.getRow(34).getCell(c).value ?? null)).toEqual(['未匹配', null])
})

test('a pasted block comes back as the same block, and an old .xls is told what to do', async ({ page, context }) => {
  await signInDirectly(context, { personId: await personOf('demo-county') })
  const { here } = await known()
  const [one] = here
  await page.goto('/manage/fill-back')
  const upload = page.getByRole('form', { name: '新的回填' })
  await upload.getByLabel('选择文件').setInputFiles({
    name: '旧表.xls',
    mimeType: 'application/vnd.ms-excel',
    buffer: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  })
  await upload.getByRole('button', { name: '上传并读取' }).click()
  await expect(upload.getByRole('alert')).toContainText('另存为 .xlsx')

  await page.goto('/manage/fill-back')
  await upload.getByLabel('或者粘贴表格内容').fill(`企业名称\t信用代码\n${one?.name}\t${one?.uscc}\n`)
  await upload.getByRole('button', { name: '上传并读取' }).click()
  const columns = page.getByRole('form', { name: '选择要加的列' })
  await expect(columns).toBeVisible({ timeout: 30_000 })
  await columns.getByRole('button', { name: '填写' }).click()
  const filled = page.getByLabel('填好的内容')
  await expect(filled).toBeVisible({ timeout: 30_000 })
  const [header, line] = (await filled.inputValue()).split('\n')
  expect(header).toBe('企业名称\t信用代码\t培训完成情况（回填）\t培训还差（回填）\t培训完成日期（回填）')
  expect(line).toMatch(new RegExp(`^${one?.name}\t${one?.uscc}\t${one?.trained ? '已完成' : '待完成'}\t`))
})
