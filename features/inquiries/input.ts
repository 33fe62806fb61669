import { z } from 'zod'

const id = z.uuid('bad-id')
const text = (least: number, most: number) => z.string().trim().min(least, 'too-short').max(most, 'too-long')

export const askInput = z.object({ entryId: id, question: text(6, 1000) })
export const inquiryIdInput = z.object({ inquiryId: id })
export const passInput = z.object({ inquiryId: id, regionId: id })
export const answerInput = z.object({ inquiryId: id, answer: text(4, 4000), cite: text(4, 300) })
export type AnswerInquiry = z.output<typeof answerInput>
export const publishInput = z.object({ inquiryId: id, publicQuestion: text(6, 500), publicAnswer: text(4, 4000) })
export type PublishInquiry = z.output<typeof publishInput>
