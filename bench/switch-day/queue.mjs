// The queue, worked through by somebody who knows whom each row is about.

/** Decides every waiting row of the batch that is open: the right person with one tap, strangers aside. */
export async function workQueue(hands, { truth, seat, enterprises }) {
  const { page, click, decide } = hands
  const rowTruth = new Map(truth.map((one) => [one.row, one]))
  const codeOf = new Map(
    enterprises.flatMap((one) => [
      [one.head.mobile, one.uscc],
      [one.clerk.mobile, one.uscc],
    ]),
  )
  const waiting = page.getByRole('navigation', { name: '各行的情况' }).getByRole('link', { name: /待定$/ })
  if (Number((await waiting.locator('span').first().textContent()) ?? 0) === 0) return
  await click(waiting)
  for (;;) {
    const item = page.locator('li[id^="row-"]').first()
    if ((await item.count()) === 0) return
    const id = await item.getAttribute('id')
    const row = Number(/第 ([\d,]+) 行/.exec((await item.textContent()) ?? '')?.[1]?.replaceAll(',', ''))
    const code = codeOf.get(rowTruth.get(row)?.mobile ?? '')
    const card = code ? item.locator('div.border-l-2', { hasText: code }) : null
    const choice = card?.getByRole('button', { name: new RegExp(`^就是 .*（${seat}）`) }).first()
    decide()
    if (choice && (await choice.count()) > 0) await click(choice)
    else await click(item.getByRole('button', { name: '搁置' }))
    await page.locator(`#${id}`).waitFor({ state: 'detached' })
  }
}
