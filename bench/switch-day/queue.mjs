// The queue, worked through by somebody who knows whom each row is about.

/** Works the queue of the open batch off: the pages of similar spellings first, then row by row; strangers aside. */
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
  await similar(hands, { rowTruth, codeOf })
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

/** Looks over each page of plain suggestions, unticks what is wrong, confirms. Every row looked at is a decision. */
async function similar({ page, click, decide }, { rowTruth, codeOf }) {
  await click(page.getByRole('link', { name: '相近的写法，一页一页确认' }))
  for (;;) {
    const rows = page.getByRole('form', { name: '相近的写法' }).locator('tbody tr')
    await page.getByRole('link', { name: '逐行决定' }).waitFor()
    const count = await rows.count()
    let right = 0
    for (let i = 0; i < count; i += 1) {
      const text = (await rows.nth(i).textContent()) ?? ''
      const row = Number(/第 ([\d,]+) 行/.exec(text)?.[1]?.replaceAll(',', ''))
      const code = codeOf.get(rowTruth.get(row)?.mobile ?? '')
      decide()
      if (code && text.includes(code)) right += 1
      else await click(rows.nth(i).getByRole('checkbox'))
    }
    if (right === 0) break
    await click(page.getByRole('button', { name: '确认勾选的行' }))
    await page.getByText(/已确认 [\d,]+ 行/).waitFor()
  }
  await click(page.getByRole('link', { name: '逐行决定' }))
}
