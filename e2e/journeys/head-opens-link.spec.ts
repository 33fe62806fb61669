import type { Locator } from '@playwright/test'
import { rows } from '../support/installation'
import { answer, attemptOf, rightAnswers } from '../support/paper'
import { personalLink, untouched } from '../support/people'
import { expect, test } from '../support/test'

/** From the message with the link to the end (design.md 6.2); typing four figures is no tap. */
const MOST_TAPS = 12

for (const script of ['with JavaScript', 'without JavaScript'] as const) {
  test.describe(script, () => {
    test.use({ javaScriptEnabled: script === 'with JavaScript' })

    test('a head opens the personal link and is done within twelve taps', async ({ page }) => {
      const head = await untouched('HEAD')
      // The link in the message is the first one.
      let taps = 1
      const tap = async (place: Locator) => {
        taps += 1
        await place.click()
      }

      await page.goto(await personalLink(head.holdingId))
      await expect(page.getByText(head.enterprise)).toBeVisible()
      await expect(page.getByRole('heading', { level: 1 })).toContainText(head.name.slice(0, 1))
      expect(await page.content()).not.toContain(head.mobile)
      const tail = page.getByLabel('您手机号的后四位')
      await tap(tail)
      await tail.pressSequentially(head.mobile.slice(-4))
      await tap(page.getByRole('button', { name: '进入' }))

      await expect(page).toHaveURL(/\/learn\/start$/)
      // Beneath the cards there may be a session that they are invited to.
      const cards = page.getByRole('main').getByText(/^\d \/ \d$/)
      await expect(cards.first()).toBeVisible()
      expect(await cards.count()).toBeLessThanOrEqual(5)
      await tap(page.getByRole('button', { name: '看完了，开始答题' }))

      await expect(page).toHaveURL(/\/learn\/attempts\//)
      const right = await rightAnswers(attemptOf(page))
      expect(right).toHaveLength(5)
      for (const one of right) await answer(page, one, tap)
      if (script === 'with JavaScript') await expect(page.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible()
      await tap(page.getByRole('button', { name: '答完了，看结果' }))

      await expect(page.getByRole('heading', { name: '完成了：答对 5 / 5' })).toBeVisible()
      await expect(page.getByRole('heading', { name: '对贵企业值多少钱' })).toBeVisible()
      expect(taps).toBeLessThanOrEqual(MOST_TAPS)

      const [standing] = await rows(`SELECT training, awareness FROM seat_standing WHERE holding_id = $1`, [
        head.holdingId,
      ])
      expect(standing, 'the seat counts at once').toEqual({ training: true, awareness: true })
    })
  })
}

test('another phone than the holder’s does not open the link, and says how many tries are left', async ({ page }) => {
  const head = await untouched('HEAD')
  await page.goto(await personalLink(head.holdingId))
  const wrong = head.mobile.endsWith('0000') ? '1111' : '0000'
  await page.getByLabel('您手机号的后四位').fill(wrong)
  await page.getByRole('button', { name: '进入' }).click()
  await expect(page.getByText('后四位不对，还可以再试 4 次')).toBeVisible()
  await page.goto('/learn')
  await expect(page).toHaveURL(/\/sign-in/)
})
