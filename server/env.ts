import { z } from 'zod'

/** Base64 of exactly 32 bytes. */
const key32 = z.string().refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64')

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  DATABASE_URL: z.string().min(1),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  APP_ORIGIN: z.url().optional(),
  PORT: z.coerce.number().int().default(3000),
  AUTH_SECRET: z.string().min(32),
  DATA_KEY: key32,
  HMAC_KEY: key32,
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('单点登录'),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  FILING_NUMBER: z.string().optional(),
  OFFICE_NAME: z.string().optional(),
  /** smtp://user:password@host:587 or smtps://…:465; without it mail waits. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** The sender's own address. */
  MAIL_FROM: z.email().optional(),
  /** Where the signed ends of the audit chain are also written, outside the database. */
  AUDIT_ANCHOR_FILE: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export type Env = z.infer<typeof schema>

let cached: Env | undefined

/**
 * The settings of this process, read and checked once.
 *
 * @throws ZodError naming each variable that is missing or malformed; never prints a value.
 */
export function env(): Env {
  cached ??= schema.parse(process.env)
  return cached
}

/** Forgets what was read; for tests that change a variable. */
export function forgetEnv(): void {
  cached = undefined
}

/**
 * The origin that links, letters, certificates and origin checks use, without a trailing slash.
 * Source: design.md 8.9; taken from APP_ORIGIN only, never from a request's headers.
 */
export function appOrigin(): string {
  const { APP_ORIGIN, PORT } = env()
  return APP_ORIGIN ? new URL(APP_ORIGIN).origin : `http://localhost:${PORT}`
}

/** Whether APP_ORIGIN was set on purpose: links and letters may leave the house only then. */
export function isOriginConfigured(): boolean {
  return env().APP_ORIGIN !== undefined
}
