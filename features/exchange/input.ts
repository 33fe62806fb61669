import { z } from 'zod'
import { slug } from '@/server/content/course-schema'
import { FORMATS } from './formats'

export const exportBankInput = z.object({ course: slug, format: z.enum(FORMATS) })

const orElse = (fallback: string) =>
  z
    .string()
    .trim()
    .max(80)
    .transform((text) => text || fallback)

export const importBankInput = z.object({
  file: z.instanceof(File),
  concept: z.union([slug, z.literal('')]).transform((text) => text || 'concept'),
  fact: orElse('0'),
  doc: orElse('待补'),
  difficulty: z.coerce.number().int().min(1).max(3).catch(2),
})
