import 'server-only'
import { type SmsReceiver, smsText } from '@/domain/contacts/sms-layout'
import { smsTodo } from '@/domain/contacts/sms-todo'
import { linkToken } from '@/server/auth/link-secrets'
import { shanghaiDayOf } from '@/domain/calendar/day'
import { decryptColumn } from '@/server/crypto/column'
import type { Transaction } from '@/server/db/client'
import { appOrigin, env } from '@/server/env'
import type { Mail } from '@/server/mail/transport'
import { budgetSpent } from '../queries/wanted'
import type { Claimed } from './claim-message'

type Row = {
  name: string
  enterprise: string
  kind: 'HEAD' | 'CLERK'
  missing: string[]
  cipher: Buffer | null
  subject: string
  body: string
  isCancelled: boolean
  isSpent: boolean
  linkId: string | null
  linkUntil: Date | null
}

/**
 * The mail as it is to be sent now, or why it is not wanted any more: the person left the seat, has done everything, has no address, was written or spoken
 * to meanwhile, the campaign was stopped. Locks the person, so that two messages to one person are looked at one after the other.
 */
export async function mailToSend(tx: Transaction, claimed: Claimed): Promise<Mail | { dropped: string }> {
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${claimed.personId}::uuid FOR NO KEY UPDATE`
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT p.name, n.name AS enterprise, s.kind, s.missing, a.cipher, c.subject, c.body, c.cancelled_at IS NOT NULL AS "isCancelled",
      ${budgetSpent(claimed.id)} AS "isSpent", k.id AS "linkId", k.expires_at AS "linkUntil"
    FROM message m JOIN campaign c ON c.id = m.campaign_id JOIN person p ON p.id = m.person_id
    JOIN seat_standing s ON s.holding_id = m.holding_id AND s.holder_id = m.person_id
    JOIN standing t ON t.entry_id = s.entry_id AND t.leaf_id IS NOT NULL JOIN roster_entry e ON e.id = s.entry_id
    LEFT JOIN mail_address a ON a.person_id = p.id
    LEFT JOIN LATERAL (SELECT name FROM enterprise_name n WHERE n.enterprise_id = e.enterprise_id AND n.retracted_at IS NULL
      ORDER BY n.to_on IS NULL DESC, n.from_on DESC LIMIT 1) n ON true
    LEFT JOIN LATERAL (SELECT k.id, k.expires_at FROM personal_link k WHERE k.holding_id = m.holding_id AND k.revoked_at IS NULL
      AND k.expires_at > clock_timestamp() ORDER BY k.expires_at DESC LIMIT 1) k ON true
    WHERE m.id = ${claimed.id}::uuid`
  if (!row) return { dropped: 'left' }
  if (row.isCancelled) return { dropped: 'cancelled' }
  if (row.missing.length === 0) return { dropped: 'done' }
  if (!row.cipher) return { dropped: 'no-address' }
  if (row.isSpent) return { dropped: 'budget' }
  return {
    id: claimed.id,
    to: decryptColumn('mail', row.cipher),
    subject: oneLine(smsText(row.subject, receiverOf(row))),
    text: `${smsText(row.body, receiverOf(row))}\n\n—\n${foot()}`,
  }
}

function receiverOf(row: Row): SmsReceiver {
  return {
    ...{ name: row.name, mobile: '', enterprise: row.enterprise, seat: '', code: '' },
    link: row.linkId ? `${appOrigin()}/l/${linkToken(row.linkId)}` : appOrigin(),
    until: row.linkUntil ? shanghaiDayOf(row.linkUntil) : '',
    todo: smsTodo(row.kind, row.missing),
  }
}

/** A subject is one line, whatever a name holds. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Who writes, that it is voluntary, and how to get no more. In the language of the programme's enterprises. */
function foot(): string {
  const { OFFICE_NAME: office } = env()
  return `${office ?? '本市科技管理部门'} 通过“知行”发送。学习自愿参加；不想再收到邮件，可在 ${appOrigin()}/learn/mail 删除邮箱。`
}
