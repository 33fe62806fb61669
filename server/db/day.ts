/**
 * The calendar day of a `date` column as Prisma hands it over (midnight UTC) as 'YYYY-MM-DD'.
 */
export function dayOfColumn(value: Date): string {
  return value.toISOString().slice(0, 10)
}

/** 'YYYY-MM-DD' as the value Prisma wants for a `date` column. */
export function columnOfDay(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`)
}
