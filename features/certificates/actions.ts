'use server'

import { redirect } from 'next/navigation'
import { formAction } from '@/server/action'
import { revokeCertificate } from './commands/revoke-certificate'
import { revokeCertificateInput } from './input'

export const revokeCertificateAction = formAction({
  permission: 'certificate.revoke',
  input: revokeCertificateInput,
  async run(ctx, input) {
    const outcome = await revokeCertificate(ctx, input)
    if (!outcome.ok) return { refusal: outcome.refusal }
    redirect(`/manage/certificates/${input.certificateId}?revoked=yes`)
  },
})
