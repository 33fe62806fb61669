import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { capBody, guard, refuseEcho, refuseUnreadable } from './guard'

let port = 0
const seen: Record<string, unknown>[] = []
const server = createServer((incoming, response) => {
  const requestId = guard(incoming, response, { trustedProxyHops: 0, isSecure: true })
  if (refuseEcho(incoming, response) || refuseUnreadable(incoming, response) || capBody(incoming, response)) return
  seen.push({ ...incoming.headers, requestId })
  incoming.on('data', () => {})
  incoming.on('end', () => response.end('ok'))
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
beforeAll(() => {
  port = (server.address() as AddressInfo).port
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

function send(options: { path?: string; method?: string; headers?: Record<string, string>; body?: Buffer }) {
  return new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
    const sent = request({
      port,
      host: '127.0.0.1',
      path: options.path ?? '/',
      method: options.method ?? 'GET',
      headers: options.headers ?? {},
    })
    sent.on('response', (response) => {
      response.resume()
      resolve({ status: response.statusCode ?? 0, headers: response.headers })
    })
    sent.on('error', reject)
    sent.end(options.body)
  })
}

it('takes foreign copies of our own headers off, and forwarded ones when no proxy is trusted', async () => {
  const foreign = {
    'x-nonce': 'n',
    'x-path': '/a',
    'x-forwarded-for': '1.2.3.4',
    'x-forwarded-host': 'evil.example',
    'x-remote-address': '9.9.9.9',
  }
  await send({ headers: foreign })
  const last = seen.at(-1) ?? {}
  expect(last).not.toHaveProperty('x-nonce')
  expect(last).not.toHaveProperty('x-forwarded-host')
  expect(last).not.toHaveProperty('x-forwarded-for')
  expect(last['x-remote-address']).toBe('127.0.0.1')
})

it('keeps a plausible request id and replaces any other', async () => {
  expect((await send({ headers: { 'x-request-id': 'abcdefgh-1' } })).headers['x-request-id']).toBe('abcdefgh-1')
  expect((await send({ headers: { 'x-request-id': 'a b"<' } })).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
})

it('answers an address that cannot be decoded or holds a NUL with 400', async () => {
  for (const path of ['/learn/labs/%E0%A4%A', '/manage/links?region=%00', '/l/a%00b'])
    expect((await send({ path })).status, path).toBe(400)
  for (const path of ['/manage/links?search=%E5%AE%81%E6%B3%A2', '/l/%2500', '/?q=%'])
    expect((await send({ path })).status, path).toBe(200)
})

it('answers TRACE with 405', async () => {
  expect((await send({ method: 'TRACE' })).status).toBe(405)
})

it('refuses a body over its cap, declared or not', async () => {
  const large = Buffer.alloc(1_500_000)
  const json = { 'content-type': 'application/json' }
  expect((await send({ method: 'POST', headers: json, body: large })).status).toBe(413)
  const chunked = { ...json, 'transfer-encoding': 'chunked' }
  expect((await send({ method: 'POST', headers: chunked, body: large })).status).toBe(413)
  const upload = { 'content-type': 'multipart/form-data; boundary=x' }
  expect((await send({ method: 'POST', headers: upload, body: large })).status).toBe(200)
})

it('gives every response the common headers', async () => {
  const { headers } = await send({})
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['strict-transport-security']).toContain('max-age')
})
