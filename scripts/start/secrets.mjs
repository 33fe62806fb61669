// Keys of this installation: made once, kept in .data/secrets.json (0600), handed to the children by environment.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EXIT, Stop } from './say.mjs'

const NAMES = ['AUTH_SECRET', 'DATA_KEY', 'HMAC_KEY', 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY']
const WEAK = /change.?me|secret.?key|password|example|default|test|123456|your[-_ ]/i

/** Why a value from the environment is no key, or null. */
export function weakness(name, value) {
  if (name !== 'AUTH_SECRET' && Buffer.from(value, 'base64').length !== 32) return 'not 32 bytes in base64'
  if (value.length < 32) return 'shorter than 32 characters'
  if (new Set(value).size < 12) return 'hardly any different characters'
  if (name === 'AUTH_SECRET' && WEAK.test(value)) return 'looks like a sample value'
  return null
}

/**
 * The keys, from the environment where given there, else from the file, else new.
 * @throws Stop with exit code 78 when the environment holds a weak or sample key
 */
export function secretsOf(dataFolder) {
  const file = join(dataFolder, 'secrets.json')
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const secrets = {}
  for (const name of NAMES) {
    const given = process.env[name]
    const problem = given && weakness(name, given)
    if (problem) {
      throw new Stop(EXIT.config, `环境变量 ${name} 太弱或是示例值，拒绝启动。`, `${name} is refused: ${problem}.`)
    }
    secrets[name] = given || kept[name] || randomBytes(32).toString('base64')
  }
  // What the environment gives stays with whoever gives it; it is not written down a second time.
  const made = Object.fromEntries(NAMES.filter((name) => !process.env[name]).map((name) => [name, secrets[name]]))
  if (Object.keys(made).some((name) => !kept[name])) {
    writeFileSync(file, `${JSON.stringify({ ...kept, ...made }, null, 2)}\n`, { mode: 0o600 })
  }
  if (existsSync(file) && statSync(file).mode & 0o077) {
    throw new Stop(
      EXIT.config,
      `${file} 可被其他用户读取，请先执行 chmod 600。`,
      `${file} is readable by others; run chmod 600 on it first.`,
    )
  }
  return secrets
}
