import 'server-only'
import nodemailer from 'nodemailer'
import { env } from '@/server/env'

export type Mail = { id: string; to: string; subject: string; text: string }
/** What came of handing a mail to the server. `later`: it may work another time. */
export type MailOutcome = { sent: true } | { sent: false; later: boolean; reason: string }
export type SendMail = (mail: Mail) => Promise<MailOutcome>

/** Whether a mail server is set. Without one everything else works, and mail waits where it is seen. */
export function isMailConfigured(): boolean {
  return env().SMTP_URL !== undefined && env().MAIL_FROM !== undefined
}

/**
 * Hands mail to the server of SMTP_URL, from MAIL_FROM; null when none is set. Away from this machine only over TLS. The message id is the
 * message's own, so that a receiver's server knows a second copy for what it is.
 */
export function mailTransport(): { send: SendMail; close(): void } | null {
  const { SMTP_URL, MAIL_FROM } = env()
  if (!SMTP_URL || !MAIL_FROM) return null
  const { hostname, protocol } = new URL(SMTP_URL)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  const transport = nodemailer.createTransport(SMTP_URL, {
    from: MAIL_FROM,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  Object.assign(transport.options, {
    requireTLS: !isHere && protocol !== 'smtps:',
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 30_000,
  })
  const host =
    MAIL_FROM.split('@')
      .at(-1)
      ?.replace(/[^\w.-]/g, '') || 'localhost'
  return {
    async send({ id, to, subject, text }) {
      try {
        await transport.sendMail({ to: { name: '', address: to }, subject, text, messageId: `<${id}@${host}>` })
        return { sent: true }
      } catch (error) {
        return { sent: false, ...whatWentWrong(error) }
      }
    },
    close: () => transport.close(),
  }
}

/** A 5xx answer is for good; anything else — 4xx, no connection, a lost one — may work later. Never tells an address. */
function whatWentWrong(error: unknown): { later: boolean; reason: string } {
  const { responseCode, code } = error as { responseCode?: number; code?: string }
  if (responseCode) return { later: responseCode < 500, reason: `smtp-${responseCode}` }
  return { later: code !== 'EENVELOPE', reason: code === 'EENVELOPE' ? 'address' : 'no-connection' }
}
