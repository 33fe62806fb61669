import { expect, type Page } from '@playwright/test'
import { formatCell } from '@/domain/labs/cell-value'
import type { CellSpec, CellValue } from '@/domain/labs/lab-sheet'
import { rows } from './installation'
import { answer, attemptOf, rightAnswers } from './paper'
import { isPhone } from './test'

export const COURSE = 'guiji-fuzhuzhang'
export const COURSE_TITLE = '研发费用归集与辅助账'
export const EXAM = 'guiji-fuzhuzhang-ceping'
export const LAB = 'qita-xiane'

/** Answers the last self-check of the lesson that is shown, right or wrong, and goes on to what comes next. */
export async function finishLesson(page: Page): Promise<void> {
  const check = page.getByRole('group', { name: /自测/ }).last()
  const box = check.getByRole('textbox')
  if ((await box.count()) > 0) await box.fill('1')
  else await check.locator('label').first().click()
  await page.getByRole('button', { name: '看看对不对' }).last().click()
  await expect(page.getByText(/^(这一课已完成|课程完成了。)$/)).toBeVisible()
}

/** Reads the clerks' course from its page to its end. */
export async function readCourse(page: Page): Promise<void> {
  await page.getByRole('link', { name: '开始学习' }).click()
  const lessons = 6
  for (let lesson = 1; lesson <= lessons; lesson++) {
    await expect(page.getByText(`第 ${lesson} 课，共 ${lessons} 课`)).toBeVisible()
    await finishLesson(page)
    await page.getByRole('link', { name: lesson < lessons ? /^下一课：/ : /^去结业测评/ }).click()
  }
}

/** Answers the questions from one place to another of the open paper; on a phone with a script each is a page. */
export async function answerPaper(page: Page, range: { from: number; to: number; isPaged: boolean }): Promise<void> {
  const right = await rightAnswers(attemptOf(page))
  for (const one of right.filter(({ position }) => position >= range.from && position <= range.to)) {
    if (range.isPaged && isPhone(page)) {
      await page.getByRole('link', { name: new RegExp(`^${one.position}(?!\\d)`) }).click()
    }
    await answer(page, one, (label) => label.click())
  }
}

interface TypedCell {
  id: string
  isChoice: boolean
  text: string
}

const typedCell = ({ spec, value }: { spec: CellSpec; value: CellValue }): TypedCell => ({
  id: spec.id,
  isChoice: spec.kind === 'choice' || spec.kind === 'yes-no',
  text: formatCell(spec, value),
})

/** The right value of every cell of a lab run, as somebody would type or choose it. */
export async function rightCells(runId: string): Promise<TypedCell[]> {
  const cells = await rows<{ spec: CellSpec; value: CellValue }>(
    `SELECT s AS spec, k -> 'expected' AS value FROM lab_run r, jsonb_array_elements(r.sheet -> 'cells') s,
      jsonb_array_elements(r.grading_key -> 'cells') k WHERE r.id = $1 AND k ->> 'id' = s ->> 'id'`,
    [runId],
  )
  return cells.map(typedCell)
}

/** A cell of a lab run with what somebody on a known wrong way would write there. */
export async function wrongCell(runId: string): Promise<TypedCell> {
  const [cell] = await rows<{ spec: CellSpec; value: CellValue }>(
    `SELECT s AS spec, k -> 'wrong' -> 0 -> 'value' AS value FROM lab_run r, jsonb_array_elements(r.sheet -> 'cells') s,
      jsonb_array_elements(r.grading_key -> 'cells') k
      WHERE r.id = $1 AND k ->> 'id' = s ->> 'id' AND jsonb_array_length(k -> 'wrong') > 0 LIMIT 1`,
    [runId],
  )
  if (!cell) throw new Error(`Run ${runId} knows no wrong way.`)
  return typedCell(cell)
}

/** Types or chooses what a cell is to hold. */
export async function fillCell(page: Page, { id, isChoice, text }: TypedCell): Promise<void> {
  const control = page.locator(`[name="cell-${id}"]`)
  if (isChoice) await control.selectOption(text)
  else await control.fill(text)
}

/** Opens a run of a lab and shows its form. */
export async function openLab(page: Page, slug: string, button: string): Promise<string> {
  await page.goto(`/learn/labs/${slug}`)
  await page.getByRole('button', { name: button }).click()
  await expect(page).toHaveURL(new RegExp(`/learn/labs/${slug}/[0-9a-f-]{36}`))
  if (isPhone(page)) await page.locator('label', { hasText: /^底稿$/ }).click()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Opens a certifying run of a lab, fills every cell rightly and hands it in. */
export async function passLab(page: Page, slug = LAB): Promise<void> {
  const runId = await openLab(page, slug, '开始正式实训')
  for (const cell of await rightCells(runId)) await fillCell(page, cell)
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByText('已记入您的完成记录。')).toBeVisible()
}
