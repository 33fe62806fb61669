import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'
import { env } from '@/server/env'

const derived = new Map<string, Buffer>()

/** 32 bytes for one purpose, derived from DATA_KEY; derived once, as an import needs the same key for every row. */
export function dataKey(purpose: string): Buffer {
  const name = `${env().DATA_KEY}:${purpose}`
  const key = derived.get(name) ?? derive(purpose)
  derived.set(name, key)
  return key
}

function derive(purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(env().DATA_KEY, 'base64'), '', `zhixing:${purpose}`, 32))
}

/** HMAC-SHA-256 of a text for one purpose, under HMAC_KEY. Purposes never share values. */
export function keyedHash(purpose: string, text: string): Uint8Array<ArrayBuffer> {
  const digest = createHmac('sha256', Buffer.from(env().HMAC_KEY, 'base64')).update(`${purpose}\0${text}`).digest()
  return new Uint8Array(digest)
}
