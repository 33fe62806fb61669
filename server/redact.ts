const MOBILE = /(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g
/** What follows these path words opens something: personal links, set-up links, certificates, sign-in answers. */
const OPENING_PATH = /(\/(?:l|link|setup|verify|api\/certificates|api\/auth\/callback)\/)[^/?#\s"]+/g
/** 22 and more characters without a space are a token, a cookie or a key; ids (UUIDs) may stay. */
const LONG_TOKEN = /(?<![\w/-])(?![0-9a-f]{8}-[0-9a-f]{4}-)[A-Za-z0-9_-]{32,}(?![\w-])/g
const SECRET_NAME =
  /pass(word|phrase)?|secret|token|cookie|authorization|otp|totp|^code$|mobile|phone|^tel$|(person|holder|clerk|head|officer|display)name|^name$|^email$|^payload$/i

/**
 * A text without mobile numbers, one-time paths and tokens. It stays readable: `138****0000`, `/l/…`.
 * Chinese names cannot be told from other words: never put one into a message; under their own key they are taken out by `redacted`.
 */
export function redactText(text: string): string {
  return text.replace(OPENING_PATH, '$1…').replace(MOBILE, '$1****$2').replace(LONG_TOKEN, '…')
}

/**
 * A copy of a value that may be logged: values under telling names are replaced, texts go through `redactText`, errors keep kind,
 * message, code and stack. Depth and length are limited; never throws.
 */
export function redacted(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value.length > 4000 ? `${value.slice(0, 4000)}…` : value)
  if (value === null || typeof value !== 'object') return typeof value === 'bigint' ? String(value) : value
  if (value instanceof Date) return value
  if (depth >= 5) return '…'
  if (value instanceof Error) return errorParts(value, depth)
  if (Array.isArray(value)) return value.slice(0, 50).map((one) => redacted(one, depth + 1))
  if (ArrayBuffer.isView(value)) return `<${value.byteLength} bytes>`
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, SECRET_NAME.test(name) ? '…' : redacted(one, depth + 1)]),
  )
}

function errorParts(error: Error, depth: number): Record<string, unknown> {
  const { code, digest, cause } = error as Error & { code?: unknown; digest?: unknown }
  return {
    type: error.name,
    message: redactText(error.message),
    stack: redactText(error.stack ?? ''),
    ...(code === undefined ? {} : { code }),
    ...(digest === undefined ? {} : { digest }),
    ...(cause === undefined ? {} : { cause: redacted(cause, depth + 1) }),
  }
}
