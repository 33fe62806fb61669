import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { lessonsOf } from './lesson.mjs'

const PLACES = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome']

/** What a browser with an empty cache is sent: a lesson and an officer's area page. */
export const weight = {
  name: 'weight',
  async prepare(place) {
    const executablePath = PLACES.find((path) => path && existsSync(path))
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args })
    try {
      const [clerk] = await place.people.someReaders()
      const [lesson] = await lessonsOf(place.page, clerk.cookie)
      const officer = await place.people.officer('demo-county')
      return {
        rows: [
          await weigh(browser, place, { name: 'weight lesson', path: lesson, cookie: clerk.cookie, target: 170 }),
          await weigh(browser, place, {
            name: 'weight area',
            path: `/manage/area/${officer.code}`,
            cookie: officer.cookie,
            target: 350,
          }),
        ],
      }
    } finally {
      await browser.close()
    }
  },
}

async function weigh(browser, { port }, { name, path, cookie, target }) {
  const origin = `http://localhost:${port}`
  const context = await browser.newContext({ locale: 'zh-CN' })
  await context.addCookies([{ name: 'zhixing.login', value: cookie, url: origin }])
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  const kinds = new Map()
  const bytes = {}
  let requests = 0
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    requests += 1
    const kind = kinds.get(requestId) ?? 'Other'
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength
  })
  await page.goto(origin + path, { waitUntil: 'networkidle' })
  await context.close()
  const kilobytes = (count) => Math.round(count / 102.4) / 10
  const parts = Object.entries(bytes).map(([kind, count]) => `${kind} ${kilobytes(count)}`)
  const sum = Object.values(bytes).reduce((all, count) => all + count, 0)
  return { name, n: requests, cpu: kilobytes(sum), target, note: `KB sent, ${requests} requests: ${parts.join(', ')}` }
}
