// Facts are written beforehand, so that what is measured is the restand alone: locks, reading, deciding, writing, commit.
import { lockPersonsAndFindEntries } from '@/features/standing/commands/lock-persons'
import { restandMany } from '@/features/standing/commands/restand-many'
import { inTransaction } from '@/server/context'
import { disconnect, pool } from '@/server/db/client'
import { serve } from './serve'

const total = Number(process.argv[2])
const { rows } = await pool.query<{ personId: string }>(
  `INSERT INTO completion (id, person_id, subject_kind, slug, content_version, happened_on, evidence, source_key)
    SELECT gen_random_uuid(), p.id, 'COURSE', 'guiji-fuzhuzhang', 1, (now() AT TIME ZONE 'Asia/Shanghai')::date, 'ONLINE', 'bench:' || p.id
    FROM (
      SELECT DISTINCT holder_id AS id FROM seat_standing ss
      WHERE kind = 'CLERK' AND holder_id IS NOT NULL AND NOT EXISTS (SELECT FROM completion c WHERE c.person_id = ss.holder_id)
      ORDER BY 1 LIMIT $1) p
    RETURNING person_id AS "personId"`,
  [total],
)
if (rows.length < total) throw new Error(`Only ${rows.length} clerks without a completion, ${total} are needed.`)

serve(
  (index) => {
    const { personId } = rows[index] ?? { personId: '' }
    return inTransaction(async (tx) => restandMany(tx, await lockPersonsAndFindEntries(tx, [personId])))
  },
  {},
  disconnect,
)
