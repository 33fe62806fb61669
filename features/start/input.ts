import { z } from 'zod'
import { OPTIONAL_STEPS } from '@/domain/start/steps'

export const skipStepInput = z.object({ step: z.enum(OPTIONAL_STEPS) })
