import 'server-only'
import { officerPaths } from '@/domain/permissions/reaches'
import type { AuditKind } from '@/server/audit/entry'
import { recordAudit } from '@/server/audit/record'
import type { Context } from '@/server/context'
import type { Prisma, Transaction } from '@/server/db/client'
import { ok, type Outcome, refuse } from '@/server/outcome'
import type { AnswerInquiry, PublishInquiry } from '../input'
import { passChoices } from '../queries/inquiries'

type NotFound = Promise<Outcome<null, 'not-found'>>

/** The inquiry when it lies with one of the officer's own regions, locked; else null. */
async function lyingWith(tx: Transaction, ctx: Context, inquiryId: string) {
  await tx.$queryRaw`SELECT id FROM inquiry WHERE id = ${inquiryId}::uuid FOR NO KEY UPDATE`
  const inquiry = await tx.inquiry.findFirst({ where: { id: inquiryId, retractedAt: null } })
  const region = inquiry && (await tx.region.findUnique({ where: { id: inquiry.regionId } }))
  return inquiry && region && officerPaths(ctx.actor).includes(region.path) ? { ...inquiry, path: region.path } : null
}

/** One change of an inquiry that lies with the officer, when `may` says so; audited as `kind`. */
function change(
  ctx: Context,
  inquiryId: string,
  kind: AuditKind,
  may: (inquiry: NonNullable<Awaited<ReturnType<typeof lyingWith>>>) => boolean,
  data: Prisma.InquiryUpdateInput,
): NotFound {
  return ctx.transaction(async (tx) => {
    const inquiry = await lyingWith(tx, ctx, inquiryId)
    if (!inquiry || !may(inquiry)) return refuse('not-found')
    await tx.inquiry.update({ where: { id: inquiryId }, data })
    await recordAudit(tx, ctx, { kind, subjectId: inquiryId, regionPath: inquiry.path })
    return ok(null)
  })
}

/** Answers, with the source it stands on; an answer may be bettered, and whoever asked sees the last. Refuses 'not-found' where it does not lie with the officer. */
export function answer(ctx: Context, given: AnswerInquiry): NotFound {
  const data = { answer: given.answer, cite: given.cite, answeredAt: new Date(), answeredById: ctx.actor.personId }
  return change(ctx, given.inquiryId, 'inquiry.answered', () => true, data)
}

/**
 * Puts question and answer on the reference desk in words that name nobody; what was there before is replaced. Whoever asked is told that it is there. Refuses
 * 'not-found' for one without an answer, 'names-enterprise' when the words hold the enterprise's name or its core.
 */
export async function publish(
  ctx: Context,
  given: PublishInquiry,
): Promise<Outcome<null, 'not-found' | 'names-enterprise'>> {
  const words = `${given.publicQuestion} ${given.publicAnswer}`
  const isNamed = await ctx.transaction(async (tx) => {
    const names = await tx.$queryRaw<{ name: string }[]>`
      SELECT n.name FROM inquiry i JOIN roster_entry e ON e.id = i.entry_id JOIN enterprise_name n ON n.enterprise_id = e.enterprise_id
      WHERE i.id = ${given.inquiryId}::uuid`
    return names.some(({ name }) => words.includes(name) || words.includes(coreOf(name)))
  })
  if (isNamed) return refuse('names-enterprise')
  const { publicQuestion, publicAnswer } = given
  return change(ctx, given.inquiryId, 'inquiry.published', ({ answeredAt }) => answeredAt !== null, {
    ...{ publicQuestion, publicAnswer, publishedAt: new Date(), publishedById: ctx.actor.personId, withdrawnAt: null },
  })
}

/** "示例·甬江精密机械有限公司" → "甬江精密机械": what people would know it by. */
function coreOf(name: string): string {
  const core = name.replace(/^示例·/, '').replace(/(?:股份)?有限(?:责任)?公司$|集团$|厂$/, '')
  return core.length >= 3 ? core : name
}

/** Takes an answer off the desk. Refuses 'not-found' when it is not there. */
export function withdraw(ctx: Context, inquiryId: string): NotFound {
  return change(ctx, inquiryId, 'inquiry.withdrawn', (one) => one.publishedAt !== null && one.withdrawnAt === null, {
    withdrawnAt: new Date(),
  })
}

/** Passes an open inquiry to a region above or beneath, whose officers alone see it from then on. Refuses 'not-found' otherwise. */
export async function pass(ctx: Context, given: { inquiryId: string; regionId: string }): NotFound {
  const choices = await passChoices(ctx.actor)
  if (!choices.some(({ id }) => id === given.regionId)) return refuse('not-found')
  return change(
    ctx,
    given.inquiryId,
    'inquiry.passed',
    ({ answeredAt, regionId }) => answeredAt === null && regionId !== given.regionId,
    {
      regionId: given.regionId,
    },
  )
}
