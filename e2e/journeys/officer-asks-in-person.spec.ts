import type { Page } from '@playwright/test'
import { violations } from '../support/axe'
import { row, rows } from '../support/installation'
import { figuresOf } from '../support/officer'
import { type Learner, openAccount, personOf, signInDirectly, untouched } from '../support/people'
import { expect, isPhone, test } from '../support/test'

const COUNTY = '330212'

/** The stored answers of an open check, as the ids that its page uses. */
async function rightChoices(checkId: string): Promise<string[]> {
  const items = await rows<{ right: string }>(
    `SELECT m ->> 0 AS right FROM oral_check_item i JOIN item_version v ON v.sha256 = i.item_sha,
        jsonb_array_elements(i.option_map) m
      WHERE i.check_id = $1 AND m ->> 1 = v.body #>> '{key,correct}' ORDER BY i.position`,
    [checkId],
  )
  return items.map(({ right }) => right)
}

const checkOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''

/** From the page of checks to three questions that wait for answers. */
async function begin(page: Page, head: Learner, channel: '到场' | '电话'): Promise<void> {
  await page.goto('/manage/in-person')
  await page.getByLabel('企业名称').fill(head.enterprise)
  await page.getByRole('button', { name: '查找' }).click()
  await page.getByRole('link', { name: `提问 ${head.enterprise}` }).click()
  await expect(page.getByText(`负责人 ${head.name}`)).toBeVisible()
  await page.getByLabel(channel).check()
  await page.getByRole('button', { name: '抽题，开始提问' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `负责人 ${head.name}` })).toBeVisible()
  await expectQuestions(page)
}

async function expectQuestions(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/manage\/in-person\/[0-9a-f-]{36}$/)
  await expect(page.locator('fieldset.question')).toHaveCount(3)
}

test('an officer asks a head in person: a miss, then three right answers that count, then a wrong record taken back', async ({
  page,
  context,
}) => {
  const head = await untouched('HEAD', `c.code = '${COUNTY}'`)
  await signInDirectly(context, { personId: await personOf('demo-county') })
  const before = await figuresOf(page, COUNTY)

  await begin(page, head, '电话')
  expect(await violations(page)).toEqual([])
  for (const question of await page.locator('fieldset.question').all()) await question.getByLabel('没有回答').check()
  await page.getByRole('button', { name: '记下回答，看结果' }).click()
  await expect(page.getByText('答对 0 / 3，这次未计入（需答对 3 题）')).toBeVisible()
  const asked = await page.locator('ol > li .font-medium').allTextContents()
  await page.getByRole('link', { name: '换题再问' }).click()

  await page.getByLabel('到场').check()
  await page.getByRole('button', { name: '抽题，开始提问' }).click()
  await expectQuestions(page)
  const prompts = await page.locator('.question-prompt').allTextContents()
  expect([asked.length, prompts.length]).toEqual([3, 3])
  expect(prompts.filter((prompt) => asked.includes(prompt))).toEqual([])
  for (const value of await rightChoices(checkOf(page))) await page.locator(`input[value="${value}"]`).check()
  await page.getByRole('button', { name: '记下回答，看结果' }).click()
  await expect(page.getByText('答对 3 / 3，已按“当面”计入知晓率')).toBeVisible()
  expect(await violations(page)).toEqual([])
  const address = page.url()
  expect((await figuresOf(page, COUNTY)).awareness.part).toBe(before.awareness.part + 1)
  const fact = await row<{ evidence: string }>(`SELECT evidence FROM completion WHERE person_id = $1`, [head.personId])
  expect(fact.evidence).toBe('IN_PERSON')

  await page.goto(`/manage/roster/${head.entryId}`)
  await expect(page.getByRole('table', { name: '这家企业的提问记录' }).getByText('答对 3 / 3，已计入')).toBeVisible()
  await page.goto(address)
  await page.getByText('记错了，撤回').click()
  await page.getByLabel('原因').fill('问的不是负责人本人')
  await page.getByRole('button', { name: '撤回' }).click()
  await expect(page.getByText('原因：问的不是负责人本人')).toBeVisible()
  expect((await figuresOf(page, COUNTY)).awareness.part).toBe(before.awareness.part)
})

test('a lecturer has this page and no other of the officers’', async ({ page, context }) => {
  const head = await untouched('HEAD', `c.code = '${COUNTY}'`)
  const lecturer = await untouched('CLERK', `c.code <> '${COUNTY}'`)
  await openAccount(lecturer.personId)
  const { id } = await row<{ id: string }>(`SELECT id FROM region WHERE code = $1`, [COUNTY])
  await rows(
    `INSERT INTO officer_grant (id, person_id, role, region_id, from_on) VALUES (gen_random_uuid(), $1, 'LECTURER', $2, current_date - 1)`,
    [lecturer.personId, id],
  )
  await signInDirectly(context, { personId: lecturer.personId })
  await page.goto('/')
  await expect(page).toHaveURL(/\/manage\/in-person$/)
  await begin(page, head, '到场')
  await page.getByRole('button', { name: '中止，不记' }).click()
  await expect(page.getByText('已中止，不计入')).toBeVisible()
  for (const path of [`/manage/area/${COUNTY}`, '/manage/roster', `/manage/roster/${head.entryId}`, '/manage/links']) {
    const response = await page.request.get(path)
    expect(response.status(), path).toBe(404)
    expect(await response.text()).not.toContain(head.name)
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wide, isPhone(page) ? 'phone' : 'desktop').toBeLessThanOrEqual(1)
})
