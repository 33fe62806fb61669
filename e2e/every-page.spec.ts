import type { Page } from '@playwright/test'
import { RULES } from './access/expected'
import { postForm, startExam } from './support/actions'
import { violations } from './support/axe'
import { EXAM, LAB } from './support/clerk'
import { keyedHash } from './support/crypto'
import { rows } from './support/installation'
import { loginCookie, openAccount, personalLink, untouched } from './support/people'
import { routesOfTree } from './support/routes'
import { severally } from './support/severally'
import { expect, test } from './support/test'
import { type ActorName, raiseWorld, type World } from './support/world'

type Visitor = ActorName | 'new clerk' | 'new head'

const pages = new Set(routesOfTree().flatMap(({ kind, pattern }) => (kind === 'page' ? [pattern] : [])))
const FITTING: readonly ActorName[] = ['county', 'clerk', 'city', 'agency', 'head by link', 'anonymous']
const VISITORS: readonly Visitor[] = [...FITTING, 'new clerk', 'new head']

let world: World
const cookies: Partial<Record<Visitor, string>> = {}
const addresses = new Map<Visitor, Set<string>>()

/** Everybody's pages: each of the tree with somebody who may see it, and what only shows before something is done. */
test.beforeAll(async ({ playwright, baseURL }) => {
  world = await raiseWorld()
  Object.assign(cookies, world.cookies)
  for (const visitor of VISITORS) addresses.set(visitor, new Set())
  for (const route of pages) {
    // One address a page: the others of the same page differ in whose rows they show.
    const rule = RULES.find((one) => one.route === route && one.opens.length > 0)
    const visitor = rule?.opens.includes('anonymous') ? 'anonymous' : FITTING.find((name) => rule?.opens.includes(name))
    if (rule && visitor) addresses.get(visitor)?.add(rule.address(world))
  }
  addresses
    .get('anonymous')
    ?.add(await invitation())
    .add('/no-such-page')
    .add('/verify/unknown')
  addresses.get('county')?.add('/manage/roster/00000000-0000-7000-8000-000000000000')

  const [clerk, head] = [await untouched('CLERK'), await untouched('HEAD')]
  await openAccount(clerk.personId)
  cookies['new clerk'] = `zhixing.login=${await loginCookie(clerk.personId)}`
  cookies['new head'] = `zhixing.login=${await loginCookie(head.personId, head.holdingId)}`
  const request = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) })
  const sender = { cookie: cookies['new clerk'], origin: baseURL ?? '' }
  const paper = await startExam(request, EXAM, sender)
  const lab = await postForm(request, 'startLabRunAction', { slug: LAB, mode: 'PRACTICE' }, sender)
  addresses.set('new clerk', new Set(['/learn', `/learn/exams/${EXAM}`, paper, lab]))
  addresses.set(
    'new head',
    new Set(['/learn/start', '/learn', '/account/password', await personalLink(clerk.holdingId)]),
  )
  await request.dispose()
})

/** The page of a one-time link for an invited officer. */
async function invitation(): Promise<string> {
  const token = keyedHash('e2e', String(Date.now())).subarray(0, 16).toString('base64url')
  await rows(
    `INSERT INTO setup_token (id, token_hmac, kind, person_id, expires_at)
      VALUES (gen_random_uuid(), $1, 'INVITED_OFFICER', $2, now() + interval '1 hour')`,
    [keyedHash('token:setup', token), world.persons.township],
  )
  return `/setup/${token}`
}

/** What is wrong with the page in both looks; the look of the cookie is the one it comes with. */
async function problemsOf(page: Page, address: string): Promise<string[]> {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const dark = await violations(page)
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'light'
  })
  const light = await violations(page)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return [
    ...dark.map((one) => `${address} dark: ${one}`),
    ...light.map((one) => `${address} light: ${one}`),
    ...(wide > 1 ? [`${address} is ${wide} px wider than the window`] : []),
  ]
}

for (const visitor of VISITORS) {
  test(`pages of ${visitor}: no barrier in either look, nothing the browser complains about`, async ({
    context,
    baseURL,
  }) => {
    test.setTimeout(180_000)
    const [name = '', value = ''] = (cookies[visitor] ?? '').split('=')
    const url = baseURL ?? ''
    await context.addCookies([{ name: 'theme', value: 'dark', url }, ...(value ? [{ name, value, url }] : [])])
    const problems: string[] = []
    const list = [...(addresses.get(visitor) ?? [])]
    expect(list.length).toBeGreaterThan(0)
    await severally(
      [list.filter((_, index) => index % 2 === 0), list.filter((_, index) => index % 2 === 1)],
      async (half) => {
        const page = await context.newPage()
        for (const address of half) problems.push(...(await problemsOf(page, address)))
        await page.close()
      },
    )
    expect(problems).toEqual([])
  })
}

test('every page of the product is looked at', () => {
  const seen = new Set(RULES.filter(({ opens }) => opens.length > 0).map(({ route }) => route))
  // Reached by a token made here, and one that only leads on.
  const others = ['/setup/[token]', '/manage']
  expect([...pages].filter((pattern) => !seen.has(pattern) && !others.includes(pattern))).toEqual([])
})
