import 'server-only'
import { BUDGET_DAYS } from '@/domain/messages/budget'
import { addDays } from '@/domain/calendar/day'
import { shanghaiToday } from '@/server/clock'
import { Prisma } from '@/server/db/client'

/**
 * Whether a person `p` was written to or spoken to within the budget's days, through any channel, as SQL; `except` is a message that does not count
 * (the one that is about to be sent). A message that is being sent counts.
 */
export function budgetSpent(except: string | null): Prisma.Sql {
  return Prisma.sql`(EXISTS (SELECT FROM message o WHERE o.person_id = p.id AND o.id IS DISTINCT FROM ${except}::uuid
      AND (o.state = 'SENDING' OR (o.state = 'SENT' AND o.settled_at > clock_timestamp() - ${`${BUDGET_DAYS} days`}::interval)))
    OR EXISTS (SELECT FROM contact c JOIN seat cs ON cs.entry_id = c.entry_id JOIN holding ch ON ch.seat_id = cs.id
      WHERE ch.person_id = p.id AND ch.retracted_at IS NULL AND ch.to_on IS NULL AND c.retracted_at IS NULL AND c.outcome <> 'NO_ANSWER'
        AND c.contacted_on > ${addDays(shanghaiToday(), -BUDGET_DAYS)}::date))`
}
