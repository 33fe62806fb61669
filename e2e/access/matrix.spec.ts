import { expect, test, type APIRequestContext } from '@playwright/test'
import { row } from '../support/installation'
import { routesOfTree } from '../support/routes'
import { severally } from '../support/severally'
import { ACTORS, type ActorName, raiseWorld, type World } from '../support/world'
import { RULES } from './expected'
import type { Rule } from './rule'

const routes = routesOfTree()
const handlers = new Set(routes.filter(({ kind }) => kind === 'handler').map(({ pattern }) => pattern))
let world: World

test.beforeAll(async () => {
  world = await raiseWorld()
})

interface Answer {
  status: number
  location: string
  body: string
}

async function ask(request: APIRequestContext, rule: Rule, actor: ActorName, origin: string | null): Promise<Answer> {
  const form = rule.form?.(world)
  const response = await request.fetch(rule.address(world), {
    method: rule.method ?? 'GET',
    maxRedirects: 0,
    headers: { cookie: world.cookies[actor], ...(origin ? { origin } : {}) },
    ...(form ? { form } : {}),
    ...(rule.json ? { data: rule.json } : {}),
  })
  return {
    status: response.status(),
    location: (response.headers().location ?? '').replace(/^https?:\/\/localhost:\d+/, ''),
    body: await response.text(),
  }
}

/** The answer in the words of the table. */
function outcome(rule: Rule, { status, location }: Answer): string {
  if (status === (rule.status ?? 200)) return 'opens'
  if (location.startsWith('/sign-in')) return 'sign-in'
  if (location) return `goes ${location.split('?')[0]}`
  if (status === 401 || status === 403) return 'refused'
  return status === 404 ? 'nothing' : String(status)
}

function expected(rule: Rule, actor: ActorName, answer: string): string {
  const where = rule.goes?.[actor]
  if (where) return answer.startsWith('goes ') && where.test(answer.slice(5)) ? answer : `goes ${where.source}`
  if (rule.opens.includes(actor)) return 'opens'
  if (actor !== 'anonymous') return 'nothing'
  if (rule.asksToSignIn) return 'sign-in'
  // What is there for nobody: whoever is not signed in is sent to sign in, or refused, before it is looked for.
  if (rule.opens.length === 0 && !rule.goes) return ['sign-in', 'refused'].includes(answer) ? answer : 'nothing'
  return handlers.has(rule.route) ? 'refused' : 'sign-in'
}

test('every page and handler of the product has a row in the table of access', () => {
  const known = new Set(RULES.map(({ route }) => route))
  const all = new Set(routes.map(({ pattern }) => pattern))
  expect(
    [...all].filter((pattern) => !known.has(pattern)),
    'without a row',
  ).toEqual([])
  expect(
    [...known].filter((pattern) => !all.has(pattern)),
    'rows without a route',
  ).toEqual([])
})

for (const actor of ACTORS) {
  test(`${actor} reaches what the table says and nothing else`, async ({ request, baseURL }) => {
    const wrong: string[] = []
    const names = [world.here.enterprise, world.elsewhere.enterprise]
    await severally(RULES, async (rule) => {
      const answer = await ask(request, rule, actor, baseURL ?? null)
      const got = outcome(rule, answer)
      const wanted = expected(rule, actor, got)
      if (got !== wanted) wrong.push(`${rule.method ?? 'GET'} ${rule.address(world)}: ${wanted} expected, got ${got}`)
      if (got === 'nothing' && names.some((name) => answer.body.includes(name))) {
        wrong.push(`${rule.address(world)} says nothing is there and names the enterprise`)
      }
    })
    expect(wrong).toEqual([])
  })
}

test('no state-changing handler listens to another site’s page, or to one that hides where it is', async ({
  request,
}) => {
  const wrong: string[] = []
  for (const rule of RULES.filter(({ method }) => method === 'POST' || method === 'PUT')) {
    for (const origin of ['https://evil.example', 'null', null]) {
      const answer = await ask(request, rule, rule.opens.at(-1) ?? 'clerk', origin)
      if (answer.status !== 403) wrong.push(`${rule.route} from ${origin}: ${answer.status}`)
    }
  }
  expect(wrong).toEqual([])
})

test('a head’s link makes no account', async ({ request }) => {
  const page = await request.get('/account/password', { headers: { cookie: world.cookies['head by link'] } })
  expect(await page.text()).not.toContain('type="password"')
})

test('above the owning level names and mobiles are masked', async ({ request }) => {
  const { entryId, clerkName, clerkHolding, certificateId, townshipCode } = world.here
  const seen = async (actor: ActorName, path: string) =>
    (await request.get(path, { headers: { cookie: world.cookies[actor] } })).text()
  const { count } = await row<{ count: number }>('SELECT count(*)::int AS count FROM person WHERE name = $1', [
    clerkName,
  ])
  expect(count, 'the name is one person’s').toBe(1)
  const paths = [
    `/manage/roster/${entryId}`,
    `/manage/links/${clerkHolding}`,
    `/manage/certificates/${certificateId}`,
    `/manage/in-person/${world.here.oralCheckId}`,
    `/manage/lists/readiness?region=${townshipCode}&state=all&roster=all`,
  ]
  for (const path of paths) {
    expect(await seen('county', path), `county ${path}`).toContain(clerkName)
    expect(await seen('city', path), `city ${path}`).not.toContain(clerkName)
    expect(await seen('auditor', path), `auditor ${path}`).not.toContain(clerkName)
  }
  expect(await seen('county', paths[0] ?? '')).toMatch(/1\d{10}/)
  for (const actor of ['city', 'auditor'] as const) {
    expect(await seen(actor, paths[0] ?? '')).not.toMatch(/\D199\d{8}\D/)
  }
  expect(await seen('auditor', paths[0] ?? ''), 'the entry is there').toContain(world.here.enterprise)
})

test('a city officer without the second factor reaches nothing but its page', async ({ request, baseURL }) => {
  await row(
    `UPDATE login SET mfa_at = NULL WHERE id = (SELECT max(id::text)::uuid FROM login WHERE person_id = $1) RETURNING id`,
    [world.persons.city],
  )
  const behind = RULES.filter((rule) => rule.opens.includes('city') && !rule.opens.includes('anonymous'))
  const open: string[] = []
  await severally(behind, async (rule) => {
    const answer = await ask(request, rule, 'city', baseURL ?? null)
    const isHeld = answer.location.startsWith('/account/totp') || [401, 403, 404].includes(answer.status)
    if (!isHeld) open.push(`${rule.address(world)} ${answer.status}`)
  })
  expect(open).toEqual(['/account/totp 200'])
})
