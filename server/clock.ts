import { shanghaiDayOf } from '@/domain/calendar/day'

/** Today in Shanghai by this machine's clock; facts use the database's clock instead (`databaseNow`). */
export function shanghaiToday(): string {
  return shanghaiDayOf(new Date())
}

/** The database's clock, which alone decides deadlines and days of facts. */
export async function databaseNow(tx: {
  $queryRaw<T>(query: TemplateStringsArray, ...values: unknown[]): PromiseLike<T>
}): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`
  if (!row) throw new Error('The database gave no time.')
  return row.now
}
