import type { Page } from '@playwright/test'
import { type AnswerKey, rightAnswerOf } from '@/domain/exams/answer-key'
import { type OptionMap, shownAnswer } from '@/server/content/learner-paper'
import { rows } from './installation'

/** The right answer to one question of an open attempt: what to type, the ids of the options to choose, or what goes where. */
export interface RightAnswer {
  position: number
  kind: AnswerKey['kind']
  values: string[]
}

/** The right answers of an attempt, from the stored items: a page must not know them. */
export async function rightAnswers(attemptId: string): Promise<RightAnswer[]> {
  const items = await rows<{ position: number; key: AnswerKey; map: OptionMap }>(
    `SELECT i.position, v.body -> 'key' AS key, i.option_map AS map
      FROM attempt_item i JOIN item_version v ON v.sha256 = i.item_sha WHERE i.attempt_id = $1 ORDER BY i.position`,
    [attemptId],
  )
  return items.map(({ position, key, map }) => ({
    position,
    kind: key.kind,
    values: shownAnswer(rightAnswerOf(key), key.kind, map),
  }))
}

/** The attempt whose paper or result the page shows. */
export function attemptOf(page: Page): string {
  const id = /\/learn\/attempts\/([0-9a-f-]{36})/.exec(page.url())?.[1]
  if (!id) throw new Error(`No attempt at ${page.url()}`)
  return id
}

/**
 * Answers one question on the page; `press` chooses an option, so that a test may count.
 */
export async function answer(
  page: Page,
  { position, kind, values }: RightAnswer,
  press: (label: ReturnType<Page['locator']>) => Promise<void>,
): Promise<void> {
  const question = page.getByRole('group', { name: new RegExp(`^第 ${position} 题`) })
  if (kind === 'numeric' || kind === 'fillin') {
    await question.getByRole('textbox').fill(values[0] ?? '')
    return
  }
  for (const value of values) {
    if (kind === 'ordering' || kind === 'matching')
      await question.locator('select', { has: page.locator(`option[value="${value}"]`) }).selectOption(value)
    else await press(question.locator('label', { has: page.locator(`input[value="${value}"]`) }))
  }
}
