'use server'

import { formAction } from '@/server/action'
import { revokeCertificate } from './commands/revoke-certificate'
import { revokeCertificateInput } from './input'

export const revokeCertificateAction = formAction({
  permission: 'certificate.revoke',
  input: revokeCertificateInput,
  async run(ctx, input) {
    const outcome = await revokeCertificate(ctx, input)
    return outcome.ok ? undefined : { refusal: outcome.refusal }
  },
})
