// The officer's hands: a browser whose clicks, choices and typed fields are counted, with a stop-watch per step.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

const EXECUTABLES = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome']

/** @returns a page of `origin` and what counts what is done on it; pictures go to `folder` */
export async function openHands({ origin, folder }) {
  mkdirSync(folder, { recursive: true })
  const executablePath = EXECUTABLES.find((path) => path && existsSync(path))
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) })
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 1280, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  const steps = []
  let now = null
  const count = (what) => {
    if (now) now[what] += 1
  }
  return {
    page,
    steps,
    /** Runs one step of the day and notes what it took. */
    async step(name, work) {
      now = { name, seconds: 0, clicks: 0, fields: 0, decisions: 0 }
      const began = performance.now()
      await work()
      now.seconds = (performance.now() - began) / 1000
      steps.push(now)
      await page.screenshot({ path: join(folder, `${String(steps.length).padStart(2, '0')}.png`), fullPage: false })
      const { seconds, clicks, fields, decisions } = now
      console.log(`  ${name}: ${seconds.toFixed(1)} s · ${clicks} clicks · ${fields} fields · ${decisions} decisions`)
    },
    async click(locator) {
      count('clicks')
      await locator.click()
    },
    async fill(locator, text) {
      count('fields')
      await locator.fill(text)
    },
    async choose(locator, option) {
      count('fields')
      await locator.selectOption(option)
    },
    async file(locator, file) {
      count('fields')
      await locator.setInputFiles(file)
    },
    /** A question that the officer has to think about, beside the click that answers it. */
    decide: () => count('decisions'),
    close: () => browser.close(),
  }
}
