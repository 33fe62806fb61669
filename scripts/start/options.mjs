// The command line and the environment of the start script, checked before anything is touched.
import { parseArgs } from 'node:util'
import { EXIT, Stop } from './say.mjs'

export const HELP = `npm start [-- 选项 options]
  --port <n>   端口，默认 3000 · port, 3000 by default
  --empty      不装载演示数据 · no demonstration; prints a one-time link for the first city officer
  --rebuild    重新构建 · build again even when nothing changed
  DATABASE_URL 使用自己的 PostgreSQL（≥ 15） · use your own PostgreSQL (15 or newer)`

/** @throws Stop for an option that does not exist or a port that is none */
export function startOptions(args = process.argv.slice(2)) {
  let values
  try {
    values = parseArgs({
      args,
      options: {
        port: { type: 'string' },
        empty: { type: 'boolean', default: false },
        rebuild: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw new Stop(EXIT.usage, `不认识的选项：${error.message}\n${HELP}`, 'Unknown option.')
  }
  const port = Number(values.port ?? process.env.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Stop(
      EXIT.usage,
      `端口应是 1 到 65535 之间的整数：${values.port}`,
      'The port must be a number from 1 to 65535.',
    )
  }
  return { ...values, port }
}
