import { readFile } from 'node:fs/promises'
import JSZip from 'jszip'
import { row } from '../support/installation'
import { partAndWhole } from '../support/officer'
import { officerOf, signInDirectly } from '../support/people'
import { expect, test } from '../support/test'

const TRAINING = '重点企业培训率'
/** A county for each width that no other journey composes a bulletin of. */
const countyOf = (project: string) => (project === 'phone' ? '330205' : '330206')

test('a county officer reads a closed period, opens its list, composes the bulletin and takes it away', async ({
  page,
  context,
}) => {
  await signInDirectly(context, { personId: await officerOf(countyOf(test.info().project.name)) })
  await page.goto('/manage/reports')
  await expect(page.getByText('未结账')).toBeVisible()
  const { days, from } = await row<{ days: string; from: string }>(
    `SELECT to_char(from_on, 'YYYY-MM-DD') || ' 至 ' || to_char(to_on - 1, 'YYYY-MM-DD') AS days, to_char(from_on, 'YYYY-MM-DD') AS "from"
      FROM reporting_period WHERE frozen_at IS NOT NULL ORDER BY to_on DESC LIMIT 1`,
  )
  await page.getByRole('link', { name: days }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(from)

  const figure = page.getByRole('region', { name: TRAINING })
  const { part, whole } = partAndWhole((await figure.textContent()) ?? '')
  await figure.getByRole('link', { name: `还差 ${whole - part}` }).click()
  await expect(page.getByRole('link', { name: `待完成 ${whole - part}` })).toBeVisible()
  await expect(page.getByRole('table').getByRole('rowheader')).toHaveCount(Math.min(50, whole - part))

  await page.goBack()
  await page.getByRole('link', { name: '工作简报' }).click()
  const text = page.getByLabel('正文（每行一段，可修改）')
  await expect(text).toHaveValue(/重点企业培训率/)
  await text.fill(`${await text.inputValue()}\n请各乡镇（街道）继续做好服务。`)
  await page.getByRole('button', { name: '编制并留存' }).click()
  await expect(page.getByText('请各乡镇（街道）继续做好服务。')).toBeVisible({ timeout: 30_000 })

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载 Word' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^工作简报-.+\.docx$/)
  const zip = await JSZip.loadAsync(await readFile(await file.path()))
  const document = (await zip.file('word/document.xml')?.async('string')) ?? ''
  expect(document).toContain('请各乡镇（街道）继续做好服务。')
  expect(document).toContain(`>${part}<`)
})

test('before the closing day the officer takes a draft away that says what it is, and makes it again', async ({
  page,
  context,
}) => {
  const personId = await officerOf(countyOf(test.info().project.name))
  await signInDirectly(context, { personId })
  await page.goto('/manage/reports')
  const { days } = await row<{ days: string }>(
    `SELECT to_char(from_on, 'YYYY-MM-DD') || ' 至 ' || to_char(to_on - 1, 'YYYY-MM-DD') AS days
      FROM reporting_period WHERE frozen_at IS NULL ORDER BY to_on DESC LIMIT 1`,
  )
  await page.getByRole('link', { name: days }).click()
  const { part, whole } = partAndWhole((await page.getByRole('region', { name: TRAINING }).textContent()) ?? '')
  await page.getByRole('link', { name: '简报草稿' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('未结账草稿')
  const text = page.getByLabel('正文（每行一段，可修改）')
  await expect(text).toHaveValue(new RegExp(`（${part}/${whole}）`))
  for (const added of ['请尽早安排。', '月底前再核对一次。']) {
    await text.fill(`${await text.inputValue()}\n${added}`)
    await page.getByRole('button', { name: '生成草稿' }).click()
    // The files of the draft before can still be seen until the answer comes, so ask what has been made.
    const made = `SELECT count(*)::int AS count FROM bulletin_draft
      WHERE snapshot->>'state' = 'drafted' AND snapshot->'request'->>'text' LIKE $1 AND ordered_by_id = $2`
    await expect
      .poll(async () => (await row<{ count: number }>(made, [`%${added}`, personId])).count, { timeout: 30_000 })
      .toBe(1)
    await page.reload()
    await expect(page.getByRole('link', { name: '下载草稿 Excel' })).toBeVisible()
    await expect(text).toHaveValue(new RegExp(added))
  }
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载草稿 Word' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^未结账草稿-工作简报-.+\.docx$/)
  const zip = await JSZip.loadAsync(await readFile(await file.path()))
  const document = (await zip.file('word/document.xml')?.async('string')) ?? ''
  for (const said of ['工作简报（未结账草稿）', '结账后以留存的简报为准', '月底前再核对一次。', `>${part}<`])
    expect(document).toContain(said)
})

test('a group text is at most twenty lines, and its picture is a PNG', async ({ page, context }) => {
  await signInDirectly(context, { personId: await officerOf(countyOf(test.info().project.name)) })
  await page.goto('/manage/reports/group-text')
  const text = await page.getByLabel('文字').inputValue()
  expect(text.split('\n').length).toBeLessThanOrEqual(20)
  const picture = await page.request.get('/manage/reports/group-text/picture')
  expect(picture.status()).toBe(200)
  expect((await picture.body()).subarray(1, 4).toString()).toBe('PNG')
})
