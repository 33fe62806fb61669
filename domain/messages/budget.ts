/** One message or talk a person in so many days, over all channels together. Source: design.md section 3. */
export const BUDGET_DAYS = 7

/** Tries of a message, and the hours after which it is given up: later it would no longer be news. */
export const GIVEN_UP_AFTER_HOURS = 72

/** A robot takes so many messages a minute (the limit of 企业微信, the strictest of the three). */
export const ROBOT_PER_MINUTE = 20

/** Seconds until the next try after the `tries`-th failed: a minute, then twice as long each time, at most an hour. */
export function retryAfterSeconds(tries: number): number {
  return Math.min(3600, 60 * 2 ** Math.max(0, tries - 1))
}
