import 'server-only'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { keyedHash } from '@/server/crypto/keys'
import { pool } from '@/server/db/client'

const QUARTER = 15 * 60

/**
 * How often a thing may fail before it is closed for a while: points per duration, then blocked. All processes share the counters.
 * An office may sit behind one address, so the limit per address is wide; the one per name is the lockout. Source: security.md T9, T10.
 */
const RULES = {
  /** Wrong passwords for one name: the lockout. */
  'password-name': { points: 5, duration: QUARTER, blockDuration: QUARTER },
  'password-address': { points: 60, duration: QUARTER, blockDuration: QUARTER },
  'password-all': { points: 3_000, duration: QUARTER, blockDuration: 0 },
  /** Wrong second factors of one person. */
  totp: { points: 5, duration: QUARTER, blockDuration: QUARTER },
  /** Personal links and typed codes, each address and everybody together. */
  'link-address': { points: 30, duration: QUARTER, blockDuration: QUARTER },
  'code-address': { points: 10, duration: QUARTER, blockDuration: QUARTER },
  'code-all': { points: 2_000, duration: 60 * 60, blockDuration: 0 },
  'setup-address': { points: 20, duration: QUARTER, blockDuration: QUARTER },
  /** Look-ups of certificates that found none, each address. */
  'verify-address': { points: 30, duration: 60, blockDuration: 60 },
} as const

export type LimitName = keyof typeof RULES

const made = new Map<LimitName, RateLimiterPostgres>()

function limiter(name: LimitName): RateLimiterPostgres {
  const known = made.get(name)
  if (known) return known
  const fresh = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: name,
    ...RULES[name],
  })
  made.set(name, fresh)
  return fresh
}

/** A key that tells the table's reader neither name nor address. */
function sealed(key: string): string {
  return Buffer.from(keyedHash('limit', key)).toString('base64url')
}

/**
 * Takes one try, before it is made, so that parallel tries cannot slip through. Returns 0 when it may go on, else the seconds to
 * wait. A failing database throws: no try without a count.
 */
export async function takeTry(name: LimitName, key: string): Promise<number> {
  try {
    await limiter(name).consume(sealed(key))
    return 0
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
    throw refused
  }
}

/** Gives a try back after it succeeded; the others stand. */
export async function giveTryBack(name: LimitName, key: string): Promise<void> {
  await limiter(name).reward(sealed(key))
}

/** Forgets all tries of a key after success. */
export async function forgetTries(name: LimitName, key: string): Promise<void> {
  await limiter(name).delete(sealed(key))
}
