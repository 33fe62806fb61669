import { expect, test } from '@playwright/test'
import { postForm } from '../support/actions'
import { EXAM, LAB } from '../support/clerk'
import { rows } from '../support/installation'
import { bytesOf, type Item, leaksOf } from '../support/page-bytes'
import { loginCookie, openAccount, personOf, untouched } from '../support/people'

test('no response of an open attempt holds a key, a reason, a weight or a concept', async ({ request, baseURL }) => {
  const origin = baseURL ?? ''
  const clerk = await untouched('CLERK')
  await openAccount(clerk.personId)
  const cookie = `zhixing.login=${await loginCookie(clerk.personId)}`
  const path = await postForm(request, 'startExamAction', { exam: EXAM }, { cookie, origin })
  expect(path).toMatch(/^\/learn\/attempts\//)
  const attempt = path.split('/').at(-1) ?? ''
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

test('no response of an open certifying lab run holds a right amount that is not printed on its sheet', async ({
  request,
  baseURL,
}) => {
  const origin = baseURL ?? ''
  const clerk = await untouched('CLERK')
  await openAccount(clerk.personId)
  const cookie = `zhixing.login=${await loginCookie(clerk.personId)}`
  const path = await postForm(request, 'startLabRunAction', { slug: LAB, mode: 'CERTIFYING' }, { cookie, origin })
  expect(path).toMatch(new RegExp(`^/learn/labs/${LAB}/`))
  const runId = path.split('/').at(-1) ?? ''
  const saved = await request.put(`/api/lab-runs/${runId}/cells/limit`, {
    headers: { cookie, origin },
    data: { version: 1, seq: 1, value: '1' },
  })
  expect(saved.status()).toBe(200)
  expect(await saved.json()).toMatchObject({ check: null })
  const bytes = await bytesOf(request, path, cookie)
  const keys = await rows<{ id: string; expected: number }>(
    `SELECT c ->> 'id' AS id, (c ->> 'expected')::float8 AS expected FROM lab_run r,
      jsonb_array_elements(r.grading_key -> 'cells') c WHERE r.id = $1 AND c ->> 'id' IN ('limit', 'base', 'old-allowed', 'five')`,
    [runId],
  )
  const shown = keys.filter(({ expected }) => expected > 0 && bytes.includes(String(expected)))
  expect(shown.map(({ id }) => id)).toEqual([])
  for (const word of ['expected', 'gradingKey', 'grading_key', 'wrong', 'seed']) {
    expect(bytes, word).not.toContain(`"${word}"`)
  }
})
