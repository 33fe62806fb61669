import { z } from 'zod'
import { isDay } from '@/domain/calendar/day'
import { ownPath } from '@/server/own-path'

/** A secret as typed: nothing trimmed, not endless. */
const secret = z.string('required').min(1, 'required').max(512, 'too-long')
const line = z.string('required').trim().min(1, 'required').max(100, 'too-long')
const next = z.string().max(1000).optional().catch(undefined)
const sixFigures = z
  .string('required')
  .transform((text) => text.normalize('NFKC').replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'six-figures'))

export const signInInput = z.object({ name: line, password: secret, next })
export const totpCodeInput = z.object({ code: sixFigures, next })
export const recoveryCodeInput = z.object({ code: line, next })
export const totpRemoveInput = z.object({ password: secret })
export const passwordChangeInput = z
  .object({ current: secret, password: secret, again: secret })
  .refine((form) => form.password === form.again, { path: ['again'], message: 'not-the-same' })
export const passwordClaimInput = z
  .object({ password: secret, again: secret })
  .refine((form) => form.password === form.again, { path: ['again'], message: 'not-the-same' })
export const localeInput = z.object({ locale: z.enum(['zh', 'en']) })
export const loginInput = z.object({ loginId: z.uuid() })
export const signOutInput = z.object({ next: z.string().max(2_000).optional().transform(ownPath) })

const tail = z
  .string('required')
  .transform((text) => text.normalize('NFKC').replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{4}$/, 'four-figures'))

export const openLinkInput = z.object({ token: z.string().max(100), tail })
export const openCodeInput = z.object({ code: line, tail })

export const setupInput = z
  .object({
    token: z.string().max(100),
    name: z.string().trim().max(60).optional(),
    signInName: z.string().trim().max(60).optional(),
    cityName: z.string().trim().max(60).optional(),
    cityCode: z.string().trim().max(20).optional(),
    password: secret,
    again: secret,
  })
  .refine((form) => form.password === form.again, { path: ['again'], message: 'not-the-same' })

export const inviteOfficerInput = z.object({
  name: line,
  signInName: line,
  regionId: z.uuid('required'),
  role: z.enum(['OFFICER', 'AUDITOR', 'LECTURER', 'AUTHOR']),
  /** The last day; empty means none. */
  toOn: z
    .string()
    .trim()
    .refine((text) => text === '' || isDay(text), 'bad-day')
    .optional()
    .transform((text) => text || null),
})
/** Somebody who shall work for an agency. */
export const inviteMemberInput = z.object({ agencyId: z.uuid('required'), name: line, signInName: line })
export const grantInput = z.object({ grantId: z.uuid() })
export const personInput = z.object({ personId: z.uuid() })
export const holdingInput = z.object({ holdingId: z.uuid() })
