// Works the chain over the audit trail out anew: `audit-verify [file of anchors kept elsewhere]`. Exit code 1 and the first broken row when it does not hold.
import { anchorPublicKey, anchorsOfFile } from '@/server/audit/anchor'
import { type Break, type BreakReason, verifyChain } from '@/server/audit/verify-chain'
import { disconnect } from '@/server/db/client'
import { env } from '@/server/env'

const say = (line: string) => process.stdout.write(`${line}\n`)

const REASONS: Record<BreakReason, [string, string]> = {
  'seal-missing': ['这一条封存记录不见了', 'its seal is gone'],
  'event-missing': ['封存过的事件不见了', 'the sealed event is gone'],
  changed: ['内容与封存时不同', 'it is not what was sealed'],
  'anchor-signature': ['锚点签名不是本系统所签', 'its anchor was not signed by this installation'],
  'anchor-differs': ['与锚点不符：这一条及以前的记录被整体改写', 'the rows up to it are not those that were anchored'],
  'anchor-beyond': [
    '锚点之后的记录被截去：链到上一条为止',
    'the chain ends before what was anchored: its end was cut off',
  ],
  'never-sealed': ['从未封存，也不在等待封存', 'it was never sealed and does not wait for it'],
}

function sayBreak({ reason, seq, eventId }: Break): void {
  const row = [seq === null ? '' : `#${seq}`, eventId ?? ''].filter(Boolean).join(' ')
  const [zh, en] = REASONS[reason]
  process.stderr.write(`第一处不符：${row}  ${zh}\nFirst broken row: ${row}  ${en}\n`)
}

const [given] = process.argv.slice(2)
const file = given ?? env().AUDIT_ANCHOR_FILE
try {
  const kept = file ? await anchorsOfFile(file) : []
  if (kept === null && given) throw new Error(`${given}: no such file`)
  const report = await verifyChain(kept ?? [])
  if (kept === null)
    say(`没有找到库外锚点文件 ${file}：只核对了库内的锚点。 No anchors outside the database were found.`)
  say(
    `已封存 ${report.sealed} 条，等待封存 ${report.waiting} 条，锚点 ${report.anchors} 个，链尾 ${report.head ?? '—'}`,
  )
  say(`${report.sealed} events sealed, ${report.waiting} waiting, ${report.anchors} anchors.`)
  say(anchorPublicKey().trim())
  if (report.broken) {
    sayBreak(report.broken)
    process.exitCode = 1
  } else say('审计链完整。 The audit chain holds.')
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(`没有核对：${reason}\nNothing was verified.\n`)
  process.exitCode = 70
} finally {
  await disconnect()
}
