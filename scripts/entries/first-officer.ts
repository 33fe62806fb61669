// Prints the path of the one-time link that creates the first city officer, or nothing when there is one already.
import { createFirstOfficerToken } from '@/features/accounts/commands/create-first-officer-token'
import { disconnect } from '@/server/db/client'

const token = await createFirstOfficerToken()
if (token) process.stdout.write(`/setup/${token}\n`)
await disconnect()
