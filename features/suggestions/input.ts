import { z } from 'zod'

export const sendSuggestionInput = z.strictObject({
  from: z.string().max(2000).default('/'),
  text: z.string().trim().min(2, 'empty').max(2000, 'tooLong'),
  contact: z
    .string()
    .trim()
    .max(100, 'tooLong')
    .transform((value) => value || null),
})

export const answerSuggestionInput = z.strictObject({
  id: z.uuid(),
  answer: z.string().trim().min(2, 'empty').max(1000, 'tooLong'),
})
