import { z } from 'zod'

/** Revoke a certificate. */
export const revokeCertificateInput = z.strictObject({
  certificateId: z.uuid(),
  reason: z.string().trim().min(2, 'reason-missing').max(200, 'reason-missing'),
})

/** The id in the PDF's address. */
export const certificateId = z.uuid()
