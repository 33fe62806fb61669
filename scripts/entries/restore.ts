// Restores a backup folder into the empty database of DATABASE_URL, verified: `restore <folder>`. Called by scripts/restore.mjs.
import path from 'node:path'
import { type RestoreRefusal, restoreBackup } from '@/server/backup/restore-backup'
import { env } from '@/server/env'

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

const SENTENCES: Record<RestoreRefusal, (subject: string) => [string, string]> = {
  damaged: (table) => [`备份已损坏或不完整（${table}），没有恢复。`, `The backup is damaged or not whole (${table}).`],
  'other-migrations': (name) => [
    `备份与当前程序的数据库版本不同（${name}）。请用做备份时的程序版本恢复，再升级。`,
    `The backup is of another version (${name}). Restore it with the version it was made by, then upgrade.`,
  ],
  'not-empty': (table) => [
    `数据库里已有数据（${table}），没有恢复。若要替换现有数据，请先停止知行，再加 --replace。`,
    `The database holds data (${table}). To replace it, stop Zhixing and add --replace.`,
  ],
  'other-keys': () => [
    '当前密钥不能读取备份中的加密列。请先把原来的 .data/secrets.json 放回（或设置 DATA_KEY、HMAC_KEY）。',
    'The keys of this installation do not fit the backup. Put the secrets.json of the old one into .data first.',
  ],
  'not-verified': (table) => [
    `恢复后的内容与备份不一致（${table}），已全部撤回。`,
    `What was restored differs from the backup (${table}); everything was rolled back.`,
  ],
}

const folder = path.resolve(process.argv[2] ?? '')
try {
  const outcome = await restoreBackup(env().DATABASE_URL, folder, (name, rows) => say(`  ${name}  ${rows}`))
  if (outcome.ok) {
    const rows = outcome.value.tables.reduce((sum, table) => sum + table.rows, 0)
    say(`恢复完成并已核对：${rows} 行，备份时间 ${outcome.value.createdAt}`)
    say(`Restored and verified: ${rows} rows, as of ${outcome.value.createdAt}`)
  } else {
    process.stderr.write(`${SENTENCES[outcome.refusal](String(outcome.detail?.subject ?? '')).join('\n')}\n`)
    process.exitCode = 65
  }
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(`没有恢复：${reason}\nNothing was restored.\n`)
  process.exitCode = 70
}
