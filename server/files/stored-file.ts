import 'server-only'
import { createHash } from 'node:crypto'
import { decryptColumn, encryptColumn } from '@/server/crypto/column'
import { db, type Transaction } from '@/server/db/client'

// Base64 makes four bytes of three, so that an encrypted chunk stays below 256 KiB.
const CHUNK = 190 * 1024
const PURPOSE = 'file'

/** SHA-256 of a file's bytes, as stored. */
export function fileHash(bytes: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(bytes).digest())
}

/**
 * Stores a file in encrypted chunks under an id of the caller's choice.
 *
 * @param file bytes at most 10 MB; the caller checks
 */
export async function storeFile(
  tx: Transaction,
  file: { id: string; name: string; mediaType: string; bytes: Buffer; createdById: string | null },
): Promise<void> {
  const { bytes, ...about } = file
  await tx.storedFile.create({ data: { ...about, sizeBytes: bytes.length, sha256: fileHash(bytes) } })
  for (let start = 0, position = 0; start < bytes.length; start += CHUNK, position += 1) {
    const text = bytes.subarray(start, start + CHUNK).toString('base64')
    await tx.fileChunk.create({ data: { fileId: file.id, position, bytes: encryptColumn(PURPOSE, text) } })
  }
}

/** The bytes and media type of a stored file, or null when there is none with that id. */
export async function loadFile(id: string): Promise<{ name: string; mediaType: string; bytes: Buffer } | null> {
  const file = await db.storedFile.findUnique({ where: { id }, select: { name: true, mediaType: true } })
  if (!file) return null
  const chunks = await db.fileChunk.findMany({
    where: { fileId: id },
    orderBy: { position: 'asc' },
    select: { bytes: true },
  })
  const parts = chunks.map((chunk) => Buffer.from(decryptColumn(PURPOSE, chunk.bytes), 'base64'))
  return { ...file, bytes: Buffer.concat(parts) }
}

/** Removes a stored file and its chunks; none with that id is fine. */
export async function dropFile(tx: Transaction, id: string): Promise<void> {
  await tx.storedFile.deleteMany({ where: { id } })
}
