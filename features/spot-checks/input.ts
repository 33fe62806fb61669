import { z } from 'zod'
import { SPOT_QUESTIONS } from '@/domain/spot-checks/sample'

const id = z.uuid('bad-id')
const answers = z.preprocess(
  (value) => (Array.isArray(value) ? value : []),
  z.array(z.string().max(20)).length(SPOT_QUESTIONS, 'unanswered'),
)
/** The three answers come as `answer0` … `answer2`, as each is a group of radio buttons. */
const threeAnswers = (value: unknown) => {
  const form = value as Record<string, unknown>
  const given = Array.from({ length: SPOT_QUESTIONS }, (_, index) => form[`answer${index}`])
  return { ...form, answers: given.every((one) => typeof one === 'string') ? given : [] }
}

export const drawInput = z.object({
  programmeId: id,
  regionId: id,
  size: z.coerce.number().int().min(5, 'bad-size').max(1000, 'bad-size'),
})
export const recordInput = z.preprocess(
  threeAnswers,
  z.object({ seatId: id, channel: z.enum(['PHONE', 'VISIT']), answers }),
)
export const silentInput = z.object({ seatId: id, outcome: z.enum(['DECLINED', 'UNREACHED']) })
export const ownAnswersInput = z.preprocess(threeAnswers, z.object({ seatId: id, answers }))
