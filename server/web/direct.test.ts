import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cookieOf, directly } from './direct'
import { capBody } from './guard'

const direct = directly([
  {
    method: 'PUT',
    path: /^\/things\/([^/]+)$/,
    answer: async ({ parts, cookie, headers, body }) =>
      parts[0] === 'unread'
        ? { status: 403, json: {} }
        : { status: 200, json: { parts, own: cookie('own'), origin: headers.get('origin'), body: await body() } },
  },
])
const server = createServer((request, response) => {
  if (capBody(request, response)) return
  const answered = direct(request, response)
  if (answered) answered.catch(() => response.destroy())
  else response.end('next')
})
let base = ''
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
beforeAll(() => {
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

it('answers its own addresses and lets everything else go on', async () => {
  const own = await fetch(`${base}/things/a%20b?x=1`, {
    method: 'PUT',
    body: '{"v":1}',
    headers: { cookie: 'other=1; own=abc', origin: 'http://localhost' },
  })
  expect(await own.json()).toEqual({ parts: ['a%20b'], own: 'abc', origin: 'http://localhost', body: '{"v":1}' })
  expect(own.headers.get('cache-control')).toBe('private, no-store')
  for (const [path, method] of [
    ['/things/a', 'GET'],
    ['/things/a', 'POST'],
    ['/things/a/b', 'PUT'],
    ['/things/', 'PUT'],
  ] as const) {
    expect(await (await fetch(base + path, { method })).text()).toBe('next')
  }
})

it('keeps the connection usable when it answers before the body was read', async () => {
  for (let i = 0; i < 3; i++) {
    const refused = await fetch(`${base}/things/unread`, { method: 'PUT', body: 'x'.repeat(100_000) })
    expect(refused.status).toBe(403)
    await refused.text()
  }
  expect((await fetch(`${base}/things/a`, { method: 'PUT', body: 'y' })).status).toBe(200)
})

it('leaves a body beyond the cap to the guard', async () => {
  const status = await fetch(`${base}/things/a`, { method: 'PUT', body: 'x'.repeat(1024 * 1024 + 1) }).then(
    (response) => response.status,
    () => 'closed',
  )
  expect([413, 'closed']).toContain(status)
})

it('reads the last of two cookies of one name, and no other that ends like it', () => {
  expect(cookieOf('a=1; b=2; a=3', 'a')).toBe('3')
  expect(cookieOf('xa=1', 'a')).toBeUndefined()
  expect(cookieOf('a=x=y', 'a')).toBe('x=y')
  expect(cookieOf(undefined, 'a')).toBeUndefined()
})
