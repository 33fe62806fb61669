// Forgets the second factor of one sign-in name: node dist/reset-second-factor.mjs <name>. For when phone and recovery codes are lost.
import { resetSecondFactorFromConsole } from '@/features/accounts/commands/reset-second-factor'
import { disconnect } from '@/server/db/client'

const name = (process.argv[2] ?? '').trim().toLowerCase()
const isDone = name !== '' && (await resetSecondFactorFromConsole(name))
process.stdout.write(
  isDone ? `${name}: reset; set it up again at the next sign-in.\n` : 'Nobody has that sign-in name.\n',
)
process.exitCode = isDone ? 0 : 1
await disconnect()
