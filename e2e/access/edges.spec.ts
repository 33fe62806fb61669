import { request as http } from 'node:http'
import { expect, test } from '@playwright/test'
import { raiseWorld, type World } from '../support/world'

let world: World
test.beforeAll(async () => {
  world = await raiseWorld()
})

/** A request as written, without any library tidying its path or headers. */
function raw(base: string, path: string, options: { method?: string; headers?: Record<string, string> } = {}) {
  const { hostname, port } = new URL(base)
  return new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; body: string }>(
    (resolve, reject) => {
      const sent = http({ hostname, port, path, method: 'GET', ...options }, (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (text) => {
          body += text
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
      })
      sent.on('error', reject)
      sent.end()
    },
  )
}

/** Spellings by which guarded pages were reached around a guard in earlier versions of Next (security.md 0.3). */
function spellingsOf(path: string): { path: string; headers?: Record<string, string> }[] {
  const subrequests = ['middleware', 'src/middleware', 'proxy', 'pages/_middleware', 'src/proxy']
  const encoded = path.replace('/m', '/%6d')
  return [
    ...subrequests.map((name) => ({
      path,
      headers: { 'x-middleware-subrequest': Array.from({ length: 5 }, () => name).join(':') },
    })),
    { path, headers: { 'x-middleware-subrequest': 'middleware' } },
    { path, headers: { 'x-nextjs-data': '1' } },
    { path, headers: { rsc: '1' } },
    { path, headers: { rsc: '1', 'next-router-prefetch': '1' } },
    { path, headers: { rsc: '1', 'next-router-segment-prefetch': '/_tree' } },
    { path, headers: { 'x-path': '/help', 'x-nonce': 'x' } },
    { path, headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' } },
    { path, headers: { 'x-invoke-path': path, 'x-matched-path': path, 'x-middleware-rewrite': path } },
    { path: `${path}.rsc` },
    { path: `${path}.txt` },
    { path: `${path}.json` },
    { path: `${path}.prefetch.rsc` },
    { path: `${path}.segments/_tree.segment.rsc` },
    { path: encoded },
    { path: path.replace(/\//g, '%2f').replace('%2f', '/') },
    { path: `/${path}` },
    { path: `/.${path}` },
    { path: `/help/..${path}` },
    { path: `${path}/` },
    { path: `${path}%00` },
    { path: `${path}?nxtPcode=1` },
    { path: `/_next/data/build${path}.json` },
    { path: `/en${path}` },
    { path: path.toUpperCase() },
    { path: `${path};a=b` },
    { path: path.replace('/manage', '/manage%2f') },
    { path: path.replace('/manage', '\\manage') },
  ]
}

test('no spelling of a guarded address shows what is behind it', async ({ baseURL }) => {
  const guarded = [
    { path: `/manage/roster/${world.here.entryId}`, secrets: [world.here.enterprise, world.here.clerkName] },
    { path: `/manage/area/${world.here.townshipCode}`, secrets: ['还差', '重点企业培训率'] },
    { path: `/learn/attempts/${world.here.attemptId}`, secrets: ['交卷时间', '逐题解析'] },
  ]
  const leaks: string[] = []
  for (const { path, secrets } of guarded) {
    for (const spelling of spellingsOf(path)) {
      const { status, body } = await raw(baseURL ?? '', spelling.path, { headers: spelling.headers ?? {} })
      if (secrets.some((secret) => body.includes(secret))) leaks.push(`${JSON.stringify(spelling)} ${status}`)
      if (status >= 500) leaks.push(`${JSON.stringify(spelling)} broke: ${status}`)
    }
  }
  expect(leaks).toEqual([])
})

test('the image optimizer answers nobody', async ({ baseURL }) => {
  for (const url of ['/icon.svg', 'https://evil.example/x.png', 'http://169.254.169.254/', '/manage']) {
    const { status } = await raw(baseURL ?? '', `/_next/image?url=${encodeURIComponent(url)}&w=640&q=75`)
    expect([400, 404], url).toContain(status)
  }
})

test('methods that only echo are refused', async ({ baseURL }) => {
  for (const path of ['/', '/sign-in', '/healthz']) {
    expect((await raw(baseURL ?? '', path, { method: 'TRACE' })).status).toBe(405)
  }
})

test('every kind of response carries the protecting headers', async ({ baseURL, request }) => {
  const page = await (await request.get('/')).text()
  const script = /\/_next\/static\/[^"]+\.js/.exec(page)?.[0] ?? ''
  expect(script).not.toBe('')
  const cookie = world.cookies.county
  const answers = [
    { path: '/' },
    { path: '/sign-in' },
    { path: '/no-such-page' },
    { path: '/healthz' },
    { path: '/api/lists/training' },
    { path: '/manage', headers: { cookie } },
    { path: '/api/lists/training', headers: { cookie } },
    { path: `/api/certificates/${world.here.certificateId}/pdf`, headers: { cookie } },
    { path: script },
    { path: '/icon.svg' },
    { path: '/_next/image?url=%2Ficon.svg&w=640&q=75' },
    { path: '/%E0%A4%A' },
  ]
  for (const { path, headers } of answers) {
    const got = await raw(baseURL ?? '', path, { headers: headers ?? {} })
    expect.soft(got.headers['x-content-type-options'], path).toBe('nosniff')
    expect.soft(got.headers['x-frame-options'], path).toBe('DENY')
    expect.soft(got.headers['referrer-policy'], path).toBeTruthy()
    expect.soft(got.headers['permissions-policy'], path).toContain('camera=()')
    expect.soft(got.headers['x-powered-by'], path).toBeUndefined()
    expect.soft(got.headers['x-request-id'], path).toBeTruthy()
    if (String(got.headers['content-type']).includes('text/html')) {
      const policy = String(got.headers['content-security-policy'])
      expect.soft(policy, path).toMatch(/script-src 'self' 'nonce-[^']+'/)
      expect.soft(policy, path).not.toMatch(/script-src[^;]*unsafe-inline/)
      expect.soft(got.headers['cache-control'], path).toContain('no-store')
    }
  }
})

const ELSEWHERE = [
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/%09/evil.example',
  '/%5cevil.example',
  '/%2f/evil.example',
  'https:evil.example',
  'https:/evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  ' //evil.example',
  '/.//evil.example',
  '/..//evil.example',
  'http://localhost:3210@evil.example',
  '//localhost:3210@evil.example',
  '/@evil.example',
  '/\u3002evil.example',
  'ⓗttps://evil.example',
  '?x=//evil.example',
  '#//evil.example',
]

test('no "where to go next" leads to another site', async ({ request, baseURL }) => {
  const own = new URL(baseURL ?? '').origin
  for (const target of ELSEWHERE) {
    const query = encodeURIComponent(target)
    const signedIn = { cookie: world.cookies.clerk }
    const answers = [
      await request.get(`/sign-in?next=${query}`, { maxRedirects: 0, headers: signedIn }),
      await request.get(`/sign-in?callbackUrl=${query}`, { maxRedirects: 0, headers: signedIn }),
      await request.post('/api/preferences', {
        maxRedirects: 0,
        headers: { origin: own },
        form: { theme: 'light', back: target },
      }),
    ]
    for (const answer of answers) {
      const location = answer.headers().location ?? '/'
      expect.soft(new URL(location, own).origin, `${answer.url()} ${target}`).toBe(own)
    }
  }
})

test('a body beyond its cap is refused before it is read', async ({ request, baseURL }) => {
  const response = await request.post('/suggest', {
    headers: { origin: baseURL ?? '', 'content-type': 'text/plain' },
    data: 'x'.repeat(1_100_000),
  })
  expect(response.status()).toBe(413)
})
