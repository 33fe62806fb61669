type Batch = { first: number; count: number; clients: number }

/**
 * Performs what the parent process asks for and answers with the milliseconds of each, until the parent goes.
 *
 * @param about what is shown beside the figures, `note` or `suffix`
 */
export function serve(
  perform: (index: number) => unknown,
  about: { note?: string; suffix?: string },
  end: () => Promise<void> = async () => {},
): void {
  process.on('message', async ({ first, count, clients }: Batch) => {
    const walls: number[] = []
    let next = first
    const client = async () => {
      while (next < first + count) {
        const began = performance.now()
        await perform(next++)
        walls.push(performance.now() - began)
      }
    }
    await Promise.all(Array.from({ length: clients }, client))
    process.send?.(walls)
  })
  process.on('disconnect', () => void end().then(() => process.exit(0)))
  process.send?.(about)
}
