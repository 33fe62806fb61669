import 'server-only'
import { db } from '@/server/db/client'

/** All programmes, newest first: names are known to every officer. */
export function programmes(): Promise<{ id: string; name: string }[]> {
  return db.programme.findMany({ orderBy: [{ fromOn: 'desc' }, { id: 'desc' }], select: { id: true, name: true } })
}
