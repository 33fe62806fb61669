// The environment of everything that is started: keys, database, port.
import { join } from 'node:path'
import { secretsOf } from './secrets.mjs'
import { dataFolder } from './places.mjs'

/** @returns {Record<string, string>} for web, worker and tools; production unless told otherwise */
export function childEnv({ url, port, buildId = '', mode = 'production' }) {
  return {
    ...process.env,
    ...secretsOf(dataFolder),
    NODE_ENV: mode,
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: url,
    PORT: String(port),
    AUDIT_ANCHOR_FILE: process.env.AUDIT_ANCHOR_FILE ?? join(dataFolder, 'audit-anchors.jsonl'),
    ...(buildId ? { BUILD_ID: buildId } : {}),
    // An address that certificates and links may carry is set by hand or not at all.
    ...(process.env.APP_ORIGIN ? { APP_ORIGIN: process.env.APP_ORIGIN } : {}),
  }
}
