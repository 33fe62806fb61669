import 'server-only'
import pino from 'pino'
import { env } from './env'
import { redacted, redactText } from './redact'

type Fields = Record<string, unknown>

/**
 * One line of JSON per event on standard output, without personal data: mobiles, names, tokens and cookies are taken out of fields and
 * texts alike. Never put a name or what somebody typed into `message`; give ids as fields, with `requestId` where there is a request.
 */
export interface Log {
  debug(message: string, fields?: Fields): void
  info(message: string, fields?: Fields): void
  warn(message: string, fields?: Fields): void
  error(message: string, fields?: Fields): void
}

const holder = globalThis as { zhixingLog?: pino.Logger }

function logger(): pino.Logger {
  holder.zhixingLog ??= pino({
    level: env().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
  })
  return holder.zhixingLog
}

function write(level: 'debug' | 'info' | 'warn' | 'error', message: string, fields: Fields = {}): void {
  logger()[level](redacted(fields) as Fields, redactText(message))
}

/** The log of this process; the part of the product stands in `part`. */
export function logOf(part: string): Log {
  return {
    debug: (message, fields) => write('debug', message, { part, ...fields }),
    info: (message, fields) => write('info', message, { part, ...fields }),
    warn: (message, fields) => write('warn', message, { part, ...fields }),
    error: (message, fields) => write('error', message, { part, ...fields }),
  }
}
