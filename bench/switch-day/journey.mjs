// The steps of the day, in the order of the wizard. Buttons are found by their names, as a person finds them.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generate } from 'otplib'
import { workQueue } from './queue.mjs'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const BEGAN = '2026-09-01'

/** Walks the day. `place` has the one-time address, the office's files and their truth. */
export async function journey(hands, place) {
  const { page, step, click, fill } = hands
  const file = (name) => ({ name, mimeType: XLSX, buffer: readFileSync(join(place.folder, name)) })
  const button = (name) => page.getByRole('button', { name, exact: true })
  await step('first officer', () => firstOfficer(hands, place.setup))
  await step('regions', async () => {
    await page.goto('/manage/start')
    await click(page.getByRole('button', { name: /^载入宁波市现成清单/ }))
    await page.getByText('下一步：专项行动').waitFor()
  })
  await step('programme', async () => {
    await click(page.getByRole('link', { name: '按模板建立' }))
    await fill(page.getByLabel('第一天'), BEGAN)
    hands.decide()
    await click(button('建立'))
    await page.getByText('下一步：名册').waitFor()
  })
  await step('roster', () => roster(hands, file('roster.xlsx')))
  await step('closing day', async () => {
    await page.goto('/manage/reports')
    await click(page.getByRole('link', { name: '设定结账日' }).first())
    await fill(page.getByLabel('结账日（每月几日，1–28）'), '24')
    hands.decide()
    await click(button('保存'))
    await page.getByText('已保存').waitFor()
  })
  for (const [what, one, seat] of [
    ['heads’ quiz', place.truth.heads, '负责人'],
    ['clerks’ training', place.truth.clerks, '经办人'],
  ]) {
    await step(`${what}: in`, () => earlier(hands, { file: file(one.name), isQuiz: seat === '负责人' }))
    await step(`${what}: queue`, () =>
      workQueue(hands, { truth: one.rows, seat, enterprises: place.truth.enterprises }),
    )
  }
  await step('接龙: in', () => earlier(hands, { rows: readFileSync(join(place.folder, 'jielong.txt'), 'utf8') }))
  await step('接龙: queue', () =>
    workQueue(hands, { truth: place.truth.jielong, seat: '经办人', enterprises: place.truth.enterprises }),
  )
  await step('rates and lists at three levels', () => levels(hands))
  await step('回填原表', () => filledBack(hands, file('roster.xlsx'), place.folder))
  await step('group text', async () => {
    await page.goto('/manage/reports/group-text')
    writeFileSync(join(place.folder, 'group-text.txt'), await page.getByLabel('文字').inputValue())
    const picture = await page.request.get('/manage/reports/group-text/picture')
    writeFileSync(join(place.folder, 'group-text.png'), await picture.body())
  })
  await step('bulletin', () => bulletin(hands, place))
}

async function firstOfficer({ page, click, fill }, setup) {
  await page.goto(setup)
  await fill(page.getByLabel('您所在的城市'), '宁波市')
  await fill(page.getByLabel('城市的行政区划代码'), '3302')
  await fill(page.getByLabel('姓名'), '示例员')
  await fill(page.getByLabel('手机号，或自定一个登录名'), 'shili.city')
  await fill(page.getByLabel('新密码'), 'nine herons by the dyke')
  await fill(page.getByLabel('再输入一次'), 'nine herons by the dyke')
  await click(page.getByRole('button', { name: '完成设置' }))
  const secret = (await page.locator('code').textContent()).replaceAll(' ', '')
  await fill(page.getByLabel('六位动态口令'), await generate({ secret }))
  await click(page.getByRole('button', { name: '开启' }))
  await click(
    page.getByRole('link', { name: '我已保存，继续' }).or(page.getByRole('button', { name: '我已保存，继续' })),
  )
}

async function roster({ page, click, fill, file, decide }, workbook) {
  await page.goto('/manage/start')
  await click(page.getByRole('link', { name: '导入名册' }).first())
  const form = page.getByRole('form', { name: '新的导入' })
  await file(form.getByLabel(/选择 Excel 文件/), workbook)
  await fill(form.getByLabel('从哪一天起生效'), BEGAN)
  decide()
  await click(form.getByRole('button', { name: '上传并试读' }))
  await click(page.getByRole('button', { name: '写入名册' }))
  decide()
  await page.getByText('已写入名册。').waitFor()
}

async function earlier({ page, click, fill, file, decide }, { file: workbook, rows, isQuiz }) {
  await page.goto('/manage/results')
  const form = page.getByRole('form', { name: '新的一批' })
  if (workbook) await file(form.getByLabel('选择文件'), workbook)
  else await fill(form.getByLabel('或粘贴表格、接龙'), rows)
  await click(form.getByRole('button', { name: '上传并读取' }))
  await page.getByRole('heading', { name: '各列是什么' }).waitFor()
  if (isQuiz) await fill(page.getByLabel('知晓测评的及格分'), '80')
  decide()
  await click(page.getByRole('button', { name: '确认，与名册核对' }))
  await page.getByRole('navigation', { name: '各行的情况' }).waitFor()
  const [word] = rows ? ['记下'] : ['计入']
  await click(page.getByRole('button', { name: new RegExp(`^${word} [\\d,]+ (?:行|人报名)$`) }))
  decide()
  await page.getByText(rows ? /已记下 [\d,]+ 人报名/ : /已计入 [\d,]+ 行/).waitFor()
}

async function levels({ page, click }) {
  await page.goto('/manage')
  await click(page.getByRole('link', { name: /各区域与走势$/ }))
  await click(page.getByRole('link', { name: '鄞州区' }).first())
  await click(page.getByRole('region', { name: '负责人政策知晓率' }).getByRole('link', { name: /^还差/ }))
  await page.getByRole('table').waitFor()
  await page.goBack()
  await click(page.getByRole('link', { name: /街道$|镇$/ }).first())
  await click(page.getByRole('region', { name: '重点企业培训率' }).getByRole('link', { name: /^还差/ }))
  await page.getByRole('table').waitFor()
}

async function filledBack({ page, click, file, decide }, workbook, folder) {
  await page.goto('/manage/fill-back')
  const form = page.getByRole('form', { name: '新的回填' })
  await file(form.getByLabel(/^选择文件/), workbook)
  await click(form.getByRole('button', { name: '上传并读取' }))
  await page.getByRole('form', { name: '选择要加的列' }).waitFor()
  decide()
  await click(page.getByRole('button', { name: '填写', exact: true }))
  const link = page.getByRole('link', { name: '下载填好的表' })
  await link.waitFor()
  const coming = page.waitForEvent('download')
  await click(link)
  await (await coming).saveAs(join(folder, 'filled.xlsx'))
}

/** Before the first closing day has ended there is a draft to take away; the kept bulletin comes after it. */
async function bulletin({ page, click, decide }, { folder, rows }) {
  await page.goto('/manage/reports')
  const [period] = await rows(`SELECT id FROM reporting_period ORDER BY to_on LIMIT 1`)
  await page.goto(`/manage/reports/${period.id}/3302/bulletin`)
  decide()
  await click(page.getByRole('button', { name: '生成草稿' }))
  const link = page.getByRole('link', { name: '下载草稿 Word' })
  await link.waitFor()
  const coming = page.waitForEvent('download')
  await click(link)
  await (await coming).saveAs(join(folder, 'bulletin.docx'))
}
