import { expect, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { certificatePath } from '../support/demonstration'

test('anybody can see whether a certificate is genuine', async ({ page }) => {
  await page.goto(certificatePath())
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible(page)
})

test('a page that is not there says so', async ({ page }) => {
  const response = await page.goto('/no-such-page')
  expect(response?.status()).toBe(404)
  await expectAccessible(page)
})

test('lives and is ready, and tells nothing else', async ({ request }) => {
  expect(await (await request.get('/healthz')).text()).toBe('ok')
  const ready = await request.get('/readyz')
  expect(await ready.json()).toEqual({ ready: true, database: true, migrations: true, worker: true })
})

test('answers carry the headers that protect a page, and a fresh nonce each time', async ({ request }) => {
  const [first, second] = [await request.get('/'), await request.get('/')]
  const nonce = (text: string | undefined) => /'nonce-([^']+)'/.exec(text ?? '')?.[1]
  const policy = first.headers()['content-security-policy']
  expect(nonce(policy)).toBeTruthy()
  expect(nonce(policy)).not.toBe(nonce(second.headers()['content-security-policy']))
  expect(policy).toContain("object-src 'none'")
  expect(first.headers()['x-content-type-options']).toBe('nosniff')
  expect(first.headers()['referrer-policy']).toBeTruthy()
  expect(first.headers()['x-powered-by']).toBeUndefined()
  expect(first.headers()['x-request-id']).toMatch(/^[\w-]{8,64}$/)
})

test('static files come compressed and are kept for a year', async ({ page, request }) => {
  await page.goto('/')
  const script = await page.locator('script[src^="/_next/static/"]').first().getAttribute('src')
  const answer = await request.get(script ?? '', { headers: { 'accept-encoding': 'br' } })
  expect(answer.headers()['content-encoding']).toBe('br')
  expect(answer.headers()['cache-control']).toContain('immutable')
})
