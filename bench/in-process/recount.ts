import { recount } from '@/features/standing/commands/recount'
import { db, disconnect } from '@/server/db/client'
import { serve } from './serve'

const entries = await db.rosterEntry.count()

serve(
  async () => {
    const found = await recount()
    const difference = found.differing.length + found.tallies.length
    if (difference > 0) throw new Error(`The recount differs in ${difference} places.`)
  },
  { note: `of ${entries} entries` },
  disconnect,
)
