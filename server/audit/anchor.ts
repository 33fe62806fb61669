import 'server-only'
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { z } from 'zod'
import { dataKey } from '@/server/crypto/keys'
import { db, pool } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { env } from '@/server/env'
import { logOf } from '@/server/log'
import { sealEvents } from './seal-events'

const log = logOf('audit')

/** The end of the chain at a moment: row `seq` had this hash (hexadecimal). `signature` is Ed25519 in base64url. */
export type Anchor = { at: string; seq: number; hash: string; signature: string }

const lineSchema = z.object({
  at: z.iso.datetime(),
  seq: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().min(1).max(200),
})

/** What precedes a raw Ed25519 seed in PKCS #8. Source: RFC 8410, section 7. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key is derived from DATA_KEY, which is never in the database: whoever can write there still cannot sign. */
function privateKey(): KeyObject {
  return createPrivateKey({
    key: Buffer.concat([PKCS8, dataKey('audit-anchor')]),
    format: 'der',
    type: 'pkcs8',
  })
}

/** The public half (PEM), with which anybody can check anchors kept elsewhere. */
export function anchorPublicKey(): string {
  return createPublicKey(privateKey()).export({ format: 'pem', type: 'spki' }).toString()
}

const signedText = ({ at, seq, hash }: Omit<Anchor, 'signature'>) =>
  Buffer.from(`zhixing audit anchor\n${seq}\n${hash}\n${at}\n`)

/** Whether this installation signed the anchor. */
export function isSignedByUs({ signature, ...anchor }: Anchor): boolean {
  return verify(null, signedText(anchor), createPublicKey(privateKey()), Buffer.from(signature, 'base64url'))
}

/**
 * Signs the present end of the chain and keeps it in three places: the table, the file AUDIT_ANCHOR_FILE (one JSON a line) and the log, which the
 * machine may send elsewhere. Nothing happens while the chain has not grown since the last anchor. Returns the new anchor or null.
 */
export async function anchorChain(): Promise<Anchor | null> {
  await sealEvents()
  const { rows } = await pool.query<{ seq: string; hash: string }>(
    `SELECT seq, encode(hash, 'hex') AS hash FROM audit_seal
     WHERE seq > coalesce((SELECT max(seq) FROM audit_anchor), 0) ORDER BY seq DESC LIMIT 1`,
  )
  const [head] = rows
  if (!head) return null
  const ended = { at: new Date().toISOString(), seq: Number(head.seq), hash: head.hash }
  const signature = sign(null, signedText(ended), privateKey())
  await db.auditAnchor.create({
    data: {
      id: newId(),
      at: new Date(ended.at),
      seq: BigInt(ended.seq),
      hash: Buffer.from(ended.hash, 'hex'),
      signature: new Uint8Array(signature),
    },
  })
  const anchor = { ...ended, signature: signature.toString('base64url') }
  log.info('audit anchor', anchor)
  const file = env().AUDIT_ANCHOR_FILE
  if (file) await append(file, `${JSON.stringify(anchor)}\n`)
  return anchor
}

async function append(file: string, line: string): Promise<void> {
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.appendFile(line)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The anchors of a file, or null when there is none. @throws Error naming the first line that is none */
export async function anchorsOfFile(file: string): Promise<Anchor[] | null> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  return text
    .split('\n')
    .map((line, index) => ({ line, no: index + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, no }) => anchorOf(line, `${file}:${no}`))
}

function anchorOf(line: string, place: string): Anchor {
  try {
    return lineSchema.parse(JSON.parse(line))
  } catch {
    throw new Error(`${place} is no anchor.`)
  }
}
