import { beforeAll, describe, expect, it } from 'vitest'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { forgetView, saveView } from './commands/keep-view'
import { saveViewInput } from './input'
import { savedViews } from './queries/saved-views'

useDatabase()

let cast: Cast
beforeAll(async () => {
  cast = await raiseCast()
})

describe('a saved view', () => {
  it('is one’s own, replaced by the same name, thirty at most', async () => {
    const { ctx } = cast.countyOfficer
    await Promise.all(
      Array.from({ length: 40 }, (_, no) =>
        saveView(ctx, { name: `视图 ${no % 35}`, address: `/manage/area/330212?on=${no}` }),
      ),
    )
    expect(await savedViews(ctx.actor)).toHaveLength(30)
    expect(await saveView(ctx, { name: '再来一个', address: '/manage/area/330212' })).toMatchObject({
      refusal: 'too-many',
    })
    expect(await savedViews(cast.otherCountyOfficer.ctx.actor)).toEqual([])
    const [first] = await savedViews(ctx.actor)
    await forgetView(cast.otherCountyOfficer.ctx, first?.viewId ?? '')
    expect(await savedViews(ctx.actor)).toHaveLength(30)
    await forgetView(ctx, first?.viewId ?? '')
    expect(await savedViews(ctx.actor)).toHaveLength(29)
  })

  it.each([
    'https://example.org',
    '//example.org',
    '/manage/../learn',
    '/learn',
    '/manage/area/1#x',
    'javascript:1',
    '/manage/area/a\nb',
  ])('never leads to %s', (address) => {
    expect(saveViewInput.safeParse({ name: '名', address }).success).toBe(false)
  })

  it('leads to an area or a list with its query', () => {
    for (const address of ['/manage/area/330212?since=2026-01-01&show=tiles', '/manage/lists/training?region=330212'])
      expect(saveViewInput.safeParse({ name: '名', address }).success).toBe(true)
  })
})
