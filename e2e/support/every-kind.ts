import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Catalog, CompiledQuestion } from '@/server/content/compiled'
import { type ItemBody, type OptionMap, ownOptionIds } from '@/server/content/learner-paper'
import { COURSE } from './clerk'
import { rows } from './installation'

/** One question of every kind and a whole case, as the clerks' bank has them. */
function everyKind(bank: readonly CompiledQuestion[]): CompiledQuestion[] {
  const alone = bank.filter(({ group }) => !group)
  const kinds = [...new Set(alone.map(({ kind }) => kind))]
  const firsts = kinds.flatMap((kind) => alone.find((question) => question.kind === kind) ?? [])
  const group = bank.find((question) => question.group)?.group?.id
  return [...bank.filter((question) => question.group?.id === group), ...firsts]
}

/**
 * Puts every kind of question into the first places of an open paper, as if chance had drawn them.
 *
 * @returns the kinds in the order they stand
 */
export async function drawEveryKind(attemptId: string): Promise<CompiledQuestion['kind'][]> {
  const { courses } = JSON.parse(readFileSync('generated/content/catalog.json', 'utf8')) as Catalog
  const questions = everyKind(courses.find(({ slug }) => slug === COURSE)?.bank ?? [])
  for (const [index, question] of questions.entries()) {
    const body: ItemBody = {
      ...question,
      course: COURSE,
      conceptTitle: '',
      lesson: 'fuzhuzhang',
      lessonTitle: '辅助账',
    }
    const sha = createHash('sha256').update(JSON.stringify(body)).digest()
    await rows('INSERT INTO item_version (sha256, body) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1', [
      sha,
      body,
    ])
    const map: OptionMap = ownOptionIds(question).map((own) => [`o${randomBytes(3).toString('hex')}`, own])
    await rows(
      'UPDATE attempt_item SET item_sha = $3, option_map = $4 WHERE attempt_id = $1 AND position = $2 RETURNING 1',
      [attemptId, index + 1, sha, JSON.stringify(map)],
    )
  }
  return questions.map(({ kind }) => kind)
}
