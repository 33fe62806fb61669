import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { answerPaper, COURSE, COURSE_TITLE, EXAM, passLab, readCourse } from '../support/clerk'
import { figuresOf } from '../support/officer'
import { officerOf, openAccount, signInDirectly, untouched } from '../support/people'
import { typeSignIn } from '../support/sign-in'
import { expect, test } from '../support/test'

test('a clerk learns, does the lab, passes and receives a certificate; the rates of the township move', async ({
  page,
  browser,
}, testInfo) => {
  test.setTimeout(150_000)
  const clerk = await untouched('CLERK')
  const password = await openAccount(clerk.personId)
  const office = await browser.newContext()
  await signInDirectly(office, { personId: await officerOf(clerk.county) })
  const officerPage = await office.newPage()
  const before = await figuresOf(officerPage, clerk.township)

  await page.goto('/learn')
  await typeSignIn(page, clerk.mobile, password)
  await expect(page).toHaveURL(/\/learn$/)
  await expect(page.getByText(clerk.enterprise).first()).toBeVisible()
  await page.getByRole('link', { name: new RegExp(`^开始.*${COURSE_TITLE}$`) }).click()
  await expect(page).toHaveURL(new RegExp(`/learn/courses/${COURSE}$`))
  await readCourse(page)
  const trained = await figuresOf(officerPage, clerk.township)
  expect(trained.training, 'the course counts').toEqual({ ...before.training, part: before.training.part + 1 })
  expect(trained.readiness, 'the course alone is no readiness').toEqual(before.readiness)

  await passLab(page)

  await page.goto(`/learn/exams/${EXAM}`)
  await expect(page.getByText('交卷 24 小时以后可以再来')).toBeVisible()
  await page.getByRole('button', { name: '开始作答' }).click()
  await expect(page).toHaveURL(/\/learn\/attempts\//)
  await answerPaper(page, { from: 1, to: 4, isPaged: true })
  await expect(page.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible()
  await page.reload()
  await expect(page.getByText('已答 4 / 15')).toBeVisible()
  await answerPaper(page, { from: 5, to: 15, isPaged: true })
  await expect(page.getByText('已答 15 / 15')).toBeVisible()
  await page.getByRole('button', { name: '交卷' }).click()
  await expect(page.getByRole('heading', { name: '通过了：答对 15 / 15' })).toBeVisible()

  const pdfLink = page.getByRole('link', { name: `打开 PDF ${COURSE_TITLE}` })
  await expect(async () => {
    await page.goto('/learn/certificates')
    await expect(pdfLink).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 5_000 })
  const text = await pdfText(
    await (await page.request.get((await pdfLink.getAttribute('href')) ?? '')).body(),
    testInfo.outputPath('certificate.pdf'),
  )
  expect(text).toContain(clerk.name)
  expect(text).toContain(COURSE_TITLE)
  expect(text).toContain('非职业资格')

  await page.getByRole('link', { name: '查验页' }).click()
  await expect(page.getByText('证书真实，目前有效。')).toBeVisible()
  await expect(page.getByText(`${clerk.name.slice(0, 1)}*`)).toBeVisible()
  expect(await page.content(), 'the public page masks the name').not.toContain(clerk.name)

  const after = await figuresOf(officerPage, clerk.township)
  expect(after.training).toEqual(trained.training)
  expect(after.readiness).toEqual({ ...before.readiness, part: before.readiness.part + 1 })
  expect(after.awareness).toEqual(before.awareness)
  await office.close()
})

/** The words of a PDF without blanks and line ends, as a reader of the page would find them. */
async function pdfText(bytes: Buffer, path: string): Promise<string> {
  writeFileSync(path, bytes)
  return execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }).replace(/\s+/g, '')
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('self-check, lab and paper are saved by plain forms, kept over a reload, and handed in', async ({
    page,
    context,
  }) => {
    const clerk = await untouched('CLERK')
    await openAccount(clerk.personId)
    await signInDirectly(context, { personId: clerk.personId })
    await page.goto(`/learn/courses/${COURSE}`)
    await readCourse(page)

    await page.getByRole('button', { name: '开始作答' }).click()
    await expect(page).toHaveURL(/\/learn\/attempts\//)
    await answerPaper(page, { from: 1, to: 7, isPaged: false })
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible()
    await page.reload()
    await expect(page.getByText('已答 7 / 15')).toBeVisible()
    await answerPaper(page, { from: 8, to: 15, isPaged: false })
    await page.getByRole('button', { name: '交卷' }).click()
    await expect(page.getByRole('heading', { name: '通过了：答对 15 / 15' })).toBeVisible()

    await passLab(page)
  })
})
