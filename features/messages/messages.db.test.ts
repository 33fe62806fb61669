import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { recordContact } from '@/features/contacts/commands/record-contact'
import { systemContext } from '@/server/context'
import { db } from '@/server/db/client'
import { forgetEnv } from '@/server/env'
import { mailTransport } from '@/server/mail/transport'
import { type Cast, raiseCast } from '@/tests/cast/raise-cast'
import { useDatabase } from '@/tests/support/database'
import { mailSink } from '@/tests/support/mail-sink'
import { addRobot, sayInGroup } from './commands/change-robot'
import { cancelCampaign, composeCampaign } from './commands/compose-campaign'
import { deliverOne, type Ways } from './commands/deliver'
import { noteSent } from './commands/note-sent'
import { setHolderAddress, setOwnAddress } from './commands/set-address'

useDatabase()
const worker = systemContext('test')
const awake = (now: Date) => now
let cast: Cast
let sink: Awaited<ReturnType<typeof mailSink>>
let answers: (number | 'hang-up')[] = []

beforeAll(async () => {
  cast = await raiseCast()
  sink = await mailSink(() => answers.shift() ?? 250)
  process.env.SMTP_URL = sink.url
  process.env.MAIL_FROM = 'zhixing@office.example'
  forgetEnv()
  await setOwnAddress(cast.head.ctx, 'head@enterprise.example')
  await setOwnAddress(cast.clerk.ctx, 'clerk@enterprise.example')
})
afterAll(async () => {
  delete process.env.SMTP_URL
  delete process.env.MAIL_FROM
  forgetEnv()
  await sink.close()
})
afterEach(async () => {
  sink.accepted.length = 0
  answers = []
  await db.message.deleteMany()
  await db.contact.deleteMany()
})

const wording = (over: Partial<Parameters<typeof composeCampaign>[1]> = {}) => ({
  ...{ programmeId: cast.programmeId, regionId: cast.regions.county.id, kind: 'ALL' as const, inSeason: true },
  ...{ subject: '请看看为{企业}准备的内容', body: '{姓名}您好，还有{待办}：{链接}' },
  ...over,
})
const composed = async (over: Parameters<typeof wording>[0] = {}) => {
  const outcome = await composeCampaign(cast.countyOfficer.ctx, wording(over))
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}
/** Makes everything due now and sends it all. */
async function deliver(ways: Partial<Ways> = {}) {
  await db.message.updateMany({ where: { state: 'QUEUED' }, data: { notBefore: new Date(0) } })
  const mail = mailTransport()
  const post = async () => ({ sent: true as const })
  while (await deliverOne(worker, { send: mail?.send ?? null, post, allowedAt: awake, ...ways }));
  mail?.close()
}
const states = async () =>
  (await db.message.findMany({ orderBy: { id: 'asc' } })).map(({ state, reason }) =>
    reason ? `${state} ${reason}` : state,
  )

describe('a campaign', () => {
  it('reaches those with something open and an address, each with their own words', async () => {
    const { counts } = await composed()
    expect(counts).toMatchObject({ all: 4, reached: 2, 'no-address': 2, done: 0, budget: 0 })
    await deliver()
    expect(await states()).toEqual(['SENT', 'SENT'])
    const head = sink.accepted.find(({ to }) => to === 'head@enterprise.example')
    expect(head?.text).toContain('陈谷雨您好，还有五张政策卡片和测一测：')
    expect(head?.text).toContain('自愿参加')
    await deliver()
    expect(sink.accepted).toHaveLength(2)
  })

  it('is refused elsewhere and where nobody would get it, saying why', async () => {
    expect(await composeCampaign(cast.otherCountyOfficer.ctx, wording())).toMatchObject({ refusal: 'not-found' })
    const far = wording({ regionId: cast.regions.otherCounty.id })
    expect(await composeCampaign(cast.otherCountyOfficer.ctx, far)).toMatchObject({
      ...{ refusal: 'nobody', detail: { all: 1, 'no-address': 1 } },
    })
  })

  it('leaves out whoever was written or spoken to within a week, through any channel', async () => {
    const { head, clerk } = cast
    await noteSent(cast.countyOfficer.ctx, 'SMS_SHEET', [{ holdingId: head.holdingId, personId: head.personId }])
    expect((await composed()).counts).toMatchObject({ reached: 1, budget: 1 })
    await deliver()
    expect(sink.accepted.map(({ to }) => to)).toEqual(['clerk@enterprise.example'])
    await db.message.deleteMany()
    await recordContact(cast.countyOfficer.ctx, { entryId: clerk.entryId, outcome: 'REACHED', note: null })
    expect(await composeCampaign(cast.countyOfficer.ctx, wording())).toMatchObject({ detail: { budget: 2 } })
  })

  it('drops what is no longer wanted when its turn comes: two campaigns, one left, one stopped', async () => {
    await composed()
    await composed({ subject: '再说一遍{企业}' })
    await deliver()
    expect((await states()).sort()).toEqual(['DROPPED budget', 'DROPPED budget', 'SENT', 'SENT'])
    await db.message.deleteMany()
    const { campaignId } = await composed({ kind: 'CLERK' })
    await db.seatStanding.updateMany({
      where: { holdingId: cast.clerk.holdingId },
      data: { holderId: null, holdingId: null },
    })
    await deliver()
    expect(await states()).toEqual(['DROPPED left'])
    expect(await cancelCampaign(cast.countyOfficer.ctx, campaignId)).toMatchObject({ refusal: 'not-found' })
    const stopped = await composed({ kind: 'HEAD' })
    expect(await cancelCampaign(cast.otherCountyOfficer.ctx, stopped.campaignId)).toMatchObject({ ok: false })
    expect(await cancelCampaign(cast.countyOfficer.ctx, stopped.campaignId)).toMatchObject({ value: { dropped: 1 } })
    await deliver()
    expect(sink.accepted).toHaveLength(2)
  })

  it('is tried again after a 451 and a lost connection, given up at a 550, and waits without a server', async () => {
    answers = [451, 'hang-up', 250]
    await composed({ kind: 'HEAD' })
    const waits = { send: null }
    await deliver(waits)
    expect(await states()).toEqual(['QUEUED'])
    for (const state of ['QUEUED smtp-451', 'QUEUED no-connection', 'SENT']) {
      await deliver()
      expect(await states()).toEqual([state])
    }
    await db.message.deleteMany()
    answers = [550]
    await composed({ kind: 'HEAD' })
    await deliver()
    expect(await states()).toEqual(['FAILED smtp-550'])
  })

  it('waits for the morning, and for the end of the filing season, without a try', async () => {
    await composed({ kind: 'HEAD' })
    const tomorrow = (now: Date) => new Date(now.getTime() + 3_600_000)
    await deliver({ allowedAt: tomorrow })
    expect(await db.message.findMany()).toMatchObject([{ state: 'QUEUED', tries: 0 }])
    expect(sink.accepted).toEqual([])
  })

  it('outlives a worker that is lost in the middle: sent again after the lease, once more and no more', async () => {
    await composed({ kind: 'HEAD' })
    await db.message.updateMany({ data: { notBefore: new Date(0) } })
    const mail = mailTransport()
    const lost = async (one: Parameters<NonNullable<typeof mail>['send']>[0]) => {
      await mail?.send(one)
      throw new Error('killed')
    }
    const post = async () => ({ sent: true as const })
    await expect(deliverOne(worker, { send: lost, post, allowedAt: awake })).rejects.toThrow('killed')
    expect(await states()).toEqual(['SENDING'])
    await deliver()
    expect(await states(), 'its lease runs').toEqual(['SENDING'])
    await deliver({ leaseSeconds: 0 })
    expect(await states()).toEqual(['SENT'])
    expect(new Set(sink.accepted.map(({ id }) => id)).size, 'the copy has the same id').toBe(1)
    expect(sink.accepted).toHaveLength(2)
    mail?.close()
  })
})

describe('an address', () => {
  it('is the person’s own to give and to delete, or an officer’s who may read persons in full', async () => {
    const given = { holdingId: cast.secondClerk.holdingId, address: 'second@enterprise.example' }
    expect(await setHolderAddress(cast.cityOfficer.ctx, given)).toMatchObject({ refusal: 'not-found' })
    expect(await setHolderAddress(cast.countyOfficer.ctx, given)).toMatchObject({ ok: true })
    await setOwnAddress(cast.secondClerk.ctx, null)
    expect(await db.mailAddress.count({ where: { personId: cast.secondClerk.personId } })).toBe(0)
  })
})

describe('a robot', () => {
  it('says what it is told, twenty times a minute and no more', async () => {
    const robot = { regionId: cast.regions.county.id, kind: 'WECOM' as const, name: '鄞州群', secret: null }
    const url = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=示例'
    expect(await addRobot(cast.otherCountyOfficer.ctx, { ...robot, url })).toMatchObject({ ok: false })
    const added = await addRobot(cast.countyOfficer.ctx, { ...robot, url })
    if (!added.ok) throw new Error(added.refusal)
    const { robotId } = added.value
    expect(await sayInGroup(cast.otherCountyOfficer.ctx, { robotId, text: '您好' })).toMatchObject({ ok: false })
    for (let index = 0; index < 25; index++)
      await sayInGroup(cast.countyOfficer.ctx, { robotId, text: `第 ${index} 条` })
    const heard: string[] = []
    await deliver({
      async post(post) {
        heard.push(`${post.url} ${post.text}`)
        return { sent: true }
      },
    })
    expect(heard).toHaveLength(20)
    expect(heard[0]).toBe(`${url} 第 0 条`)
  })
})
