// Writes a backup folder and says what it holds: `backup <folder>`; without a folder, one below .data/backups named after the moment.
import path from 'node:path'
import { writeBackup } from '@/server/backup/write-backup'
import { env } from '@/server/env'

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
const moment = new Date().toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).replace(/\D/g, '')
const [given = path.join(process.env.ZHIXING_DATA ?? '.data', 'backups', moment)] = process.argv.slice(2)
const folder = path.resolve(given)

try {
  const manifest = await writeBackup(env().DATABASE_URL, folder, (name, rows) => say(`  ${name}  ${rows}`))
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  say(`备份完成：${manifest.tables.length} 张表，${rows} 行，保存在 ${folder}`)
  say(`Backup complete: ${manifest.tables.length} tables, ${rows} rows, in ${folder}`)
  say('请把它复制到另一台机器；手机号等加密列还需要 .data/secrets.json，请分开保管。')
  say('Copy it to another machine. Encrypted columns need .data/secrets.json as well; keep that apart from it.')
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(`备份没有完成：${reason}\nNo backup was made.\n`)
  process.exitCode = 70
}
