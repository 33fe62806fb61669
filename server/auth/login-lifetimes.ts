/** Who a login is for: a phone known by a personal link, a learner's account, or somebody with an officer's grant. */
export type LoginKind = 'link' | 'learner' | 'officer'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * Seconds a login may rest and seconds it may last. A link login opens one holding only and asks nobody for a password, so a
 * head's phone stays known; it also ends with the holding. Source: security.md, ASVS 7.1.1.
 */
export const LOGIN_LIFETIMES: Record<LoginKind, { idleSeconds: number; totalSeconds: number }> = {
  link: { idleSeconds: 14 * DAY, totalSeconds: 60 * DAY },
  learner: { idleSeconds: HOUR, totalSeconds: 12 * HOUR },
  officer: { idleSeconds: 15 * MINUTE, totalSeconds: 8 * HOUR },
}
