import { expect, test, type APIRequestContext } from '@playwright/test'
import { builtActions, type Posting, waysToPost } from '../support/actions'
import { changedTables, fingerprint } from '../support/fingerprint'
import { row, rows, today } from '../support/installation'
import { severally } from '../support/severally'
import { raiseWorld, type World } from '../support/world'

/** Anybody may post these; they limit themselves and prove who is there by what is typed. */
const OPEN = [
  'signInAction',
  'signOutAction',
  'openLinkAction',
  'openCodeAction',
  'completeSetupAction',
  'sendSuggestionAction',
  'signInAtDoorAction',
  'signInAsMyselfAction',
]

/** Files whose actions are an officer's. */
const OFFICERS_OWN =
  /features\/(?:roster|results|fillback|templates|reports|start|item-statistics|exchange|contacts|visits|sessions|agencies|displays|views|rates|exports)\/|messages\/actions|spot-checks\/actions|inquiries\/actions|link-actions|bank-actions|officer-actions|oral-actions|sms-layout/

const actions = builtActions()
let world: World

test.beforeAll(async () => {
  world = await raiseWorld()
})

/** One set of fields that every action can read something from: real ids of somebody's rows, plausible words. */
async function fields(): Promise<Record<string, string>> {
  const { here, persons } = world
  const ids = await row<Record<string, string>>(
    `SELECT e.programme_id AS "programmeId", p.leaf_id AS "leafId", s.id AS "seatId", r.parent_id AS "parentId", g.id AS "grantId",
        l.id AS "loginId"
      FROM roster_entry e JOIN entry_placement p ON p.entry_id = e.id JOIN seat s ON s.entry_id = e.id
      JOIN region r ON r.id = p.leaf_id, officer_grant g, login l
      WHERE e.id = $1 AND g.person_id = $2 AND l.person_id = $3 LIMIT 1`,
    [here.entryId, persons.township, persons.clerk],
  )
  return {
    ...ids,
    entryId: here.entryId,
    holdingId: here.clerkHolding,
    personId: persons.township,
    regionId: ids.leafId ?? '',
    importId: here.importId,
    batchId: here.batchId,
    fillBackId: here.fillBackId,
    templateId: here.templateId,
    certificateId: here.certificateId,
    checkId: here.oralCheckId,
    channel: 'PHONE',
    region: here.townshipCode,
    intent: 'save',
    order_mobile: '1',
    order_link: '2',
    runId: here.labRunId,
    slug: 'qita-xiane',
    mode: 'CERTIFYING',
    exam: 'guiji-fuzhuzhang-ceping',
    course: 'jiajikouchu',
    name: '试一试',
    signInName: 'somebody-else',
    role: 'OFFICER',
    kind: 'ZONE',
    action: 'close',
    mobile: '13900000001',
    fromOn: await today(),
    toOn: await today(),
    effectiveOn: await today(),
    reason: '没有原因',
    isKey: 'on',
    rows: '企业名称\t统一社会信用代码\n某某有限公司\t91330212MA0000000X',
    position: '0',
    locale: 'en',
    password: '一句谁也想不到的话-2026',
    again: '一句谁也想不到的话-2026',
    current: 'x',
    code: '123456',
    next: '/',
    answer: '回复',
    id: here.certificateId,
  }
}

/** Posts every action in every way to a page of its own and in two to the front page; `briefly`: to its own page in two. */
async function replay(
  request: APIRequestContext,
  list: typeof actions,
  headers: Record<string, string>,
  how: 'fully' | 'briefly' = 'fully',
): Promise<void> {
  const values = await fields()
  await severally(list, async ({ id, pages }) => {
    const own = pages.at(-1) ?? '/'
    const ways = waysToPost(id, values)
    const brief = ways.slice(1, 3)
    for (const way of how === 'fully' ? ways : brief) await post(request, own, headers, way)
    for (const way of how === 'fully' ? brief : []) await post(request, '/', headers, way)
  })
}

function post(request: APIRequestContext, address: string, headers: Record<string, string>, way: Posting) {
  return request.post(address, {
    headers: { ...headers, ...way.headers },
    multipart: way.multipart,
    maxRedirects: 0,
  })
}

test('the build’s list of actions is there', () => {
  expect(actions.length).toBeGreaterThan(30)
  expect(OPEN.filter((name) => !actions.some((action) => action.name === name))).toEqual([])
})

test('the ways of posting do reach an action when the right officer posts from our own page', async ({
  request,
  baseURL,
}) => {
  const id = actions.find(({ name }) => name === 'issueLinkAction')?.id ?? ''
  const links = `SELECT id FROM personal_link WHERE holding_id = $1`
  for (const [number, way] of waysToPost(id, await fields()).entries()) {
    await rows('DELETE FROM personal_link WHERE holding_id = $1', [world.here.clerkHolding])
    await post(request, '/manage/links', { origin: baseURL ?? '', cookie: world.cookies.county }, way)
    expect(await rows(links, [world.here.clerkHolding]), `way ${number}`).toHaveLength(1)
  }
})

for (const [words, origin] of [
  ['from another site', 'https://evil.example'],
  ['from a page that hides where it is', 'null'],
  ['from nowhere', null],
] as const) {
  test(`every action posted ${words} changes nothing, not even for an officer`, async ({ request }) => {
    const before = await fingerprint()
    const headers: Record<string, string> = origin ? { origin } : {}
    await replay(request, actions, headers)
    const officers = actions.filter(({ file }) => OFFICERS_OWN.test(file))
    if (origin !== 'null') await replay(request, officers, { ...headers, cookie: world.cookies.county }, 'briefly')
    expect(changedTables(before, await fingerprint())).toEqual([])
  })
}

test('every action posted anonymously from our own page changes nothing but what anybody may do', async ({
  request,
  baseURL,
}) => {
  const closed = actions.filter(({ name }) => !OPEN.includes(name))
  const before = await fingerprint()
  await replay(request, closed, { origin: baseURL ?? '' })
  expect(changedTables(before, await fingerprint())).toEqual([])

  const open = actions.filter(({ name }) => OPEN.includes(name))
  await replay(request, open, { origin: baseURL ?? '' })
  const changed = changedTables(before, await fingerprint())
  expect(changed.filter((name) => !['audit_event', 'suggestion'].includes(name))).toEqual([])
})

test('an officer’s actions posted by a clerk, by a link, by an auditor and from another county change nothing', async ({
  request,
  baseURL,
}) => {
  const officers = actions.filter(
    ({ name, file }) =>
      OFFICERS_OWN.test(file) || /certificates|programmes/.test(file) || name === 'answerSuggestionAction',
  )
  expect(officers.length).toBeGreaterThan(15)
  const before = await fingerprint()
  for (const actor of ['clerk', 'other clerk', 'head by link', 'auditor'] as const) {
    await replay(request, officers, { origin: baseURL ?? '', cookie: world.cookies[actor] }, 'briefly')
  }
  // An officer of another county may bring in a roster of their own; none of these fields names their area.
  await replay(request, officers, { origin: baseURL ?? '', cookie: world.cookies['other county'] }, 'briefly')
  expect(changedTables(before, await fingerprint())).toEqual([])
})

test.afterAll(async () => {
  // The suggestions sent above are no one's; later tests read the list.
  await rows(`DELETE FROM suggestion WHERE text = '' OR text LIKE '试一试%'`)
})
