/** '2026-11-26' and '14:30', as a clock in Shanghai shows them, as the instant; null when they are none. */
export function instantOf(day: string, time: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null
  const instant = new Date(`${day}T${time}:00+08:00`)
  return Number.isNaN(instant.getTime()) ? null : instant
}
