import { z } from 'zod'
import { DEFAULT_SMS_LAYOUT, smsLayoutProblems } from '@/domain/contacts/sms-layout'

const id = z.uuid('bad-id')
const ticked = z.preprocess((value) => value === 'on' || value === 'true', z.boolean())
const emptyToNull = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : value)
/** A plain address: one line, one "@", nothing that a mail header could take for another. */
const address = z.email('address').max(200, 'address')

/** Placeholders are the ones of text messages; a mail needs a way in as well. */
const wording = z
  .string()
  .trim()
  .min(10, 'too-short')
  .max(2000, 'too-long')
  .superRefine((template, ctx) => {
    const [problem] = smsLayoutProblems({ ...DEFAULT_SMS_LAYOUT, template })
    if (problem) ctx.addIssue({ code: 'custom', message: problem.code })
  })

export const composeCampaignInput = z.object({
  programmeId: id,
  regionId: id,
  kind: z.enum(['ALL', 'HEAD', 'CLERK']),
  subject: z.string().trim().min(2, 'too-short').max(100, 'too-long'),
  body: wording,
  inSeason: ticked,
})
export type ComposeCampaign = z.output<typeof composeCampaignInput>

export const campaignIdInput = z.object({ campaignId: id })

export const addRobotInput = z.object({
  regionId: id,
  kind: z.enum(['WECOM', 'DINGTALK', 'FEISHU']),
  name: z.string().trim().min(1, 'too-short').max(40, 'too-long'),
  url: z.string().trim().max(500, 'robot-url'),
  secret: z.preprocess(emptyToNull, z.string().trim().max(200, 'too-long').nullable().default(null)),
})
export type AddRobot = z.output<typeof addRobotInput>

export const robotIdInput = z.object({ robotId: id })
export const sayInGroupInput = z.object({
  robotId: id,
  text: z.string().trim().min(2, 'too-short').max(2000, 'too-long'),
})

export const ownAddressInput = z.object({ address: z.preprocess(emptyToNull, address.nullable()) })
export const holderAddressInput = z.object({ holdingId: id, address: z.preprocess(emptyToNull, address.nullable()) })
