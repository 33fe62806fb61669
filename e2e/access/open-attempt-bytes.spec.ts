import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { postForm, startExam } from '../support/actions'
import { EXAM } from '../support/clerk'
import { drawEveryKind } from '../support/every-kind'
import { rows } from '../support/installation'
import { bytesOf, type Item, leaksOf, spellings } from '../support/page-bytes'
import { loginCookie, openAccount, personOf, untouched } from '../support/people'

test('no response of an open attempt holds a key, a reason, a weight or a concept', async ({ request, baseURL }) => {
  const origin = baseURL ?? ''
  const clerk = await untouched('CLERK')
  await openAccount(clerk.personId)
  const cookie = `zhixing.login=${await loginCookie(clerk.personId)}`
  const path = await startExam(request, EXAM, { cookie, origin })
  expect(path).toMatch(/^\/learn\/attempts\//)
  const attempt = path.split('/').at(-1) ?? ''
  await drawEveryKind(attempt)
  const saved = await request.put(`/api/attempts/${attempt}/answers/1`, {
    headers: { cookie, origin },
    data: { v: 1, seq: 1, value: ['o000000'] },
  })
  expect(saved.status()).toBe(200)
  const bytes = [
    await bytesOf(request, path, cookie),
    await saved.text(),
    await bytesOf(request, `/learn/exams/${EXAM}`, cookie),
    await bytesOf(request, '/learn', cookie),
  ].join('\n')

  const items = await rows<{ body: Item; sha: string }>(
    `SELECT v.body, encode(i.item_sha, 'hex') AS sha FROM attempt_item i JOIN item_version v ON v.sha256 = i.item_sha
      WHERE i.attempt_id = $1`,
    [attempt],
  )
  expect(items).toHaveLength(15)
  expect(bytes, 'the questions themselves are there').toContain(
    items[0]?.body.options[0]?.text ?? items[0]?.body.prompt ?? '?',
  )
  expect(leaksOf(items, bytes)).toEqual([])
})

test('no response of an open check in person holds a key, a reason, a weight or a concept', async ({
  request,
  baseURL,
}) => {
  const origin = baseURL ?? ''
  const head = await untouched('HEAD', "c.code = '330212'")
  const cookie = `zhixing.login=${await loginCookie(await personOf('demo-county'))}`
  const asked = { holdingId: head.holdingId, exam: 'jiajikouchu-ceyice', channel: 'PHONE' }
  const path = await postForm(request, 'startOralCheckAction', asked, { cookie, origin })
  expect(path).toMatch(/^\/manage\/in-person\/[0-9a-f-]{36}$/)
  const bytes = [
    await bytesOf(request, path, cookie),
    await bytesOf(request, '/manage/in-person', cookie),
    await bytesOf(request, `/manage/in-person/ask/${head.holdingId}`, cookie),
  ].join('\n')
  const items = await rows<{ body: Item; sha: string }>(
    `SELECT v.body, encode(i.item_sha, 'hex') AS sha FROM oral_check_item i JOIN item_version v ON v.sha256 = i.item_sha
      WHERE i.check_id = $1`,
    [path.split('/').at(-1)],
  )
  expect(items).toHaveLength(3)
  expect(bytes, 'the questions themselves are there').toContain(items[0]?.body.prompt ?? '?')
  expect(leaksOf(items, bytes)).toEqual([])
})

test('two attempts know an option by different ids', async () => {
  const [shared] = await rows<{ same: number }>(
    `SELECT count(*)::int AS same FROM attempt_item a JOIN attempt_item b ON b.item_sha = a.item_sha AND b.attempt_id > a.attempt_id
      WHERE jsonb_array_length(a.option_map) > 0 AND a.option_map #>> '{0,0}' = b.option_map #>> '{0,0}'`,
  )
  expect(shared?.same ?? 0).toBeLessThan(5)
})

interface LabKey {
  cells: { id: string; expected: number | string; wrong: { path: string }[] }[]
}
interface LabTexts {
  paths: Record<string, { why: string; rule: string }>
}

/** The labs with what they know of wrong ways, from the compiled content. */
const labs = (): { slug: string; texts: LabTexts }[] =>
  JSON.parse(readFileSync('generated/content/catalog.json', 'utf8')).labs

test('no response of an open certifying lab run holds a key, a path or a reason', async ({ request, baseURL }) => {
  const origin = baseURL ?? ''
  const clerk = await untouched('CLERK')
  await openAccount(clerk.personId)
  const cookie = `zhixing.login=${await loginCookie(clerk.personId)}`
  let amounts = 0
  for (const { slug, texts } of labs()) {
    const path = await postForm(request, 'startLabRunAction', { slug, mode: 'CERTIFYING' }, { cookie, origin })
    expect(path).toMatch(new RegExp(`^/learn/labs/${slug}/`))
    const runId = path.split('/').at(-1) ?? ''
    const [run] = await rows<{ key: LabKey; papers: unknown; seed: string }>(
      `SELECT grading_key AS key, sheet -> 'papers' AS papers, seed FROM lab_run WHERE id = $1`,
      [runId],
    )
    const cells = run?.key.cells ?? []
    const saved = await request.put(`/api/lab-runs/${runId}/cells/${cells.at(-1)?.id}`, {
      headers: { cookie, origin },
      data: { version: 1, seq: 1, value: '1' },
    })
    expect(saved.status()).toBe(200)
    expect(await saved.json()).toMatchObject({ check: null })
    const bytes = `${await bytesOf(request, path, cookie)}${await bytesOf(request, `/learn/labs/${slug}`, cookie)}`
    const printed = JSON.stringify(run?.papers)
    const secrets = cells.flatMap(({ expected }) =>
      typeof expected === 'number' && expected > 100_000 && !printed.includes(`:${expected}`) ? [`${expected}`] : [],
    )
    amounts += secrets.length
    const reasons = Object.values(texts.paths).flatMap(({ why, rule }) => [why, rule])
    const paths = cells.flatMap(({ wrong }) => wrong.map((one) => `"${one.path}"`))
    const hidden = [run?.seed ?? '', ...secrets, ...paths]
    expect(hidden.filter((text) => bytes.includes(text)).slice(0, 5)).toEqual([])
    // The lesson may teach a rule in the words of a reason; the desk may not.
    const desk = await bytesOf(request, path, cookie)
    expect(reasons.filter((text) => spellings(text).some((one) => desk.includes(one)))).toEqual([])
    for (const word of ['expected', 'gradingKey', 'grading_key', 'wrong', 'seed', 'tolerance']) {
      expect(desk, word).not.toContain(`"${word}"`)
    }
  }
  expect(amounts, 'amounts of money that nothing prints').toBeGreaterThan(10)
})
