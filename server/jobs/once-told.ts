/** The longest that work in hand may take once the process was told to end (security.md R12). */
const LONGEST_MS = 30_000

/**
 * Ends this process once it is told to: by SIGTERM, by "stop" from the supervisor, or by the supervisor's own death. Ctrl-C reaches every process of
 * the terminal; under a supervisor it is left to it, which knows the order.
 */
export function onceTold(end: () => Promise<unknown>): void {
  let isEnding = false
  const begin = async () => {
    if (isEnding) return
    isEnding = true
    setTimeout(() => process.exit(1), LONGEST_MS + 2_000).unref()
    await end()
    process.exit(0)
  }
  process.on('SIGTERM', begin)
  process.on('SIGINT', () => (process.connected ? undefined : begin()))
  process.on('disconnect', begin)
  process.on('message', (message) => (message === 'stop' ? begin() : undefined))
}
