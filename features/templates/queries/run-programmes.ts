import 'server-only'
import { db } from '@/server/db/client'

/** All programmes, newest first: their names are known to every officer. */
export function runProgrammes(): Promise<{ id: string; name: string }[]> {
  return db.programme.findMany({ orderBy: [{ fromOn: 'desc' }, { id: 'desc' }], select: { id: true, name: true } })
}
