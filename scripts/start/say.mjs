// What the start script tells the person at the console: Chinese first, then English.

/** Exit codes, as in sysexits.h. */
export const EXIT = { usage: 64, unavailable: 69, failed: 70, cannotWrite: 73, config: 78 }

/** One plain line of progress. */
export function say(zh, en) {
  console.log(`▸ ${zh}  ·  ${en}`)
}

/** Ends the start for a reason the user can mend. */
export class Stop extends Error {
  constructor(code, zh, en) {
    super(`${zh}\n${en}`)
    this.code = code
  }
}

/** Runs a command of ours: a Stop becomes its sentence and exit code, a bug its stack and 70. */
export async function orSentence(work) {
  try {
    await work()
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error)
    process.exit(error instanceof Stop ? error.code : EXIT.failed)
  }
}
