import { z } from 'zod'

/** A page of the office with its query; nothing that leads elsewhere. */
const address = z
  .string()
  .max(1_000, 'bad-address')
  .regex(/^\/manage\/(?:area|lists)\/[\w%-]+(?:\?[^\s#]*)?$/, 'bad-address')

export const saveViewInput = z.object({ name: z.string().trim().min(1, 'bad-name').max(40, 'bad-name'), address })
export const forgetViewInput = z.object({ viewId: z.uuid('bad-id') })
