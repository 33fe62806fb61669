import 'server-only'
import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'

/** ASVS 11.4: argon2id (the library's default algorithm), 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const MOST_WAITING = 200
const LONGEST_WAIT_MS = 8_000

/** Thrown when hashing cannot start in time; the request is answered with "busy", nothing was tried. */
export class HashingBusy extends Error {}

let running = 0
const waiting: (() => void)[] = []

function turn(): Promise<void> {
  if (running < availableParallelism()) {
    running += 1
    return Promise.resolve()
  }
  if (waiting.length >= MOST_WAITING) return Promise.reject(new HashingBusy())
  return new Promise((resolve, reject) => {
    const start = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(() => {
      waiting.splice(waiting.indexOf(start), 1)
      reject(new HashingBusy())
    }, LONGEST_WAIT_MS)
    waiting.push(start)
  })
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  await turn()
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/**
 * The stored form of a password: one hash per core at a time, at most 200 waiting, none longer than eight seconds.
 * @throws HashingBusy
 */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, COST))
}

let decoy: Promise<string> | undefined

/**
 * Whether the password fits. Without a stored hash (unknown person, no password yet) a decoy is checked all the same, so that the
 * answer takes as long. Source: security.md T9.
 * @throws HashingBusy
 */
export function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash('the decoy that nobody has', COST)
  const against = decoy
  return inTurn(async () => {
    const fits = await verify(stored ?? (await against), password)
    return stored !== null && fits
  })
}

/** Whether a stored hash was made with weaker settings than today's and is to be made anew at the next sign-in. */
export function isOutdatedHash(stored: string): boolean {
  return !stored.startsWith(`$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`)
}
