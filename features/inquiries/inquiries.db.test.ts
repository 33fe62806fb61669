import { beforeAll, describe, expect, it } from 'vitest'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { answer, pass, publish, withdraw } from './commands/answer'
import { ask, OPEN_AT_MOST, takeBack } from './commands/ask'
import { officeInquiries, openInquiries, ownInquiries, publishedAnswers } from './queries/inquiries'

useDatabase()

let cast: Cast
beforeAll(async () => {
  cast = await raiseCast()
})

const question = '租来的设备做研发，租金能不能加计扣除？'
const asked = async (words = question) => {
  const outcome = await ask(cast.clerk.ctx, { entryId: cast.clerk.entryId, question: words })
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value.inquiryId
}
const seen = async (who: 'townshipOfficer' | 'countyOfficer' | 'otherCountyOfficer' | 'cityOfficer') =>
  (await officeInquiries(cast[who].ctx.actor)).map(({ inquiryId }) => inquiryId)
const said = { answer: '能，按实际用于研发的时间分。', cite: '国家税务总局公告2017年第40号 第二条' }

describe('an inquiry', () => {
  it('is seen by whoever asked and by the county alone, and answered with a source', async () => {
    const inquiryId = await asked()
    expect(await asked(), 'the same words again').toBe(inquiryId)
    expect(await seen('countyOfficer')).toEqual([inquiryId])
    for (const who of ['townshipOfficer', 'otherCountyOfficer', 'cityOfficer'] as const) {
      expect(await seen(who), who).toEqual([])
      expect(await answer(cast[who].ctx, { inquiryId, ...said }), who).toMatchObject({ refusal: 'not-found' })
    }
    expect(await ownInquiries(cast.secondClerk.ctx.actor), 'a colleague’s').toEqual([])
    expect(await answer(cast.countyOfficer.ctx, { inquiryId, ...said })).toMatchObject({ ok: true })
    expect(await ownInquiries(cast.clerk.ctx.actor)).toMatchObject([said])
    expect(await takeBack(cast.clerk.ctx, inquiryId), 'answered ones stay').toMatchObject({ ok: false })
    expect(await openInquiries(cast.countyOfficer.ctx.actor)).toBe(0)
  })

  it('is published only in words that name nobody, and taken off again', async () => {
    const inquiryId = (await ownInquiries(cast.clerk.ctx.actor))[0]?.inquiryId ?? ''
    const words = { inquiryId, publicQuestion: '租入设备的租金算不算研发费用？', publicAnswer: said.answer }
    const named = { ...words, publicAnswer: '甬江精密机械的情况可以。' }
    expect(await publish(cast.countyOfficer.ctx, named)).toMatchObject({ refusal: 'names-enterprise' })
    expect(await publish(cast.cityOfficer.ctx, words)).toMatchObject({ refusal: 'not-found' })
    expect(await publishedAnswers('')).toEqual([])
    expect(await publish(cast.countyOfficer.ctx, words)).toMatchObject({ ok: true })
    expect(await publishedAnswers('租入')).toMatchObject([{ question: words.publicQuestion, cite: said.cite }])
    expect(JSON.stringify(await publishedAnswers(''))).not.toContain('甬江')
    expect(await publishedAnswers('没有的词')).toEqual([])
    expect(await withdraw(cast.countyOfficer.ctx, inquiryId)).toMatchObject({ ok: true })
    expect(await publishedAnswers('')).toEqual([])
  })

  it('is passed up, and lies with the other level alone from then on', async () => {
    const inquiryId = await asked('委托境外研发怎么登记合同？')
    const { ctx } = cast.countyOfficer
    const to = (regionId: string) => pass(ctx, { inquiryId, regionId })
    expect(await to(cast.regions.otherCounty.id)).toMatchObject({ refusal: 'not-found' })
    expect(await to(cast.regions.city.id)).toMatchObject({ ok: true })
    expect(await seen('cityOfficer')).toEqual([inquiryId])
    expect(await seen('countyOfficer')).not.toContain(inquiryId)
    expect(await to(cast.regions.township.id), 'no longer theirs').toMatchObject({ ok: false })
  })

  it('is asked for one’s own enterprise, five at a time', async () => {
    expect(await ask(cast.clerk.ctx, { entryId: cast.otherHead.entryId, question })).toMatchObject({
      refusal: 'not-found',
    })
    const open = (await ownInquiries(cast.clerk.ctx.actor)).filter((one) => !one.answer).length
    for (let index = open; index < OPEN_AT_MOST; index++) await asked(`第 ${index} 个问题，怎么填？`)
    expect(await ask(cast.clerk.ctx, { entryId: cast.clerk.entryId, question: '还有一个问题呢？' })).toMatchObject({
      refusal: 'too-many',
    })
    const [latest] = await ownInquiries(cast.clerk.ctx.actor)
    expect(await takeBack(cast.secondClerk.ctx, latest?.inquiryId ?? '')).toMatchObject({ ok: false })
    expect(await takeBack(cast.clerk.ctx, latest?.inquiryId ?? '')).toMatchObject({ ok: true })
  })
})
