import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { keyedHash } from '@/server/crypto/keys'
import { encryptColumn, decryptColumn } from '@/server/crypto/column'

export const MANIFEST_FILE = 'manifest.json'
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const manifestSchema = z.strictObject({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  /** Version number of the server it was taken from, such as 180004; for people only. */
  postgres: z.number().int(),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })),
  /** Tells whether an installation holds the keys that the encrypted columns need, without telling the keys. */
  keys: z.strictObject({ hmac: z.string(), data: z.string() }),
  tables: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z_][a-z0-9_]*$/),
      columns: z.array(z.string()),
      rows: z.number().int().nonnegative(),
      /** Of the compressed file, for looking at a copy without a database. */
      fileSha256: sha256,
      /** Of the rows as text in any order (`RowsHash`), for comparing with what a database gives out again. */
      rowsHash: sha256,
    }),
  ),
})

/** What a backup holds, and how to tell that it is whole. */
export type Manifest = z.infer<typeof manifestSchema>

/** The compressed rows of one table in a backup folder. */
export const rowsFile = (folder: string, table: string) => path.join(folder, `${table}.copy.gz`)

/**
 * The manifest of a backup folder.
 *
 * @throws Error when there is none, or it is not one of ours
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, MANIFEST_FILE), 'utf8')
  return manifestSchema.parse(JSON.parse(text))
}

/** Marks of this installation's two keys, to be compared later with `keysFit`. */
export function keyMarks(): Manifest['keys'] {
  return {
    hmac: Buffer.from(keyedHash('backup-mark', 'backup')).toString('hex').slice(0, 16),
    data: Buffer.from(encryptColumn('backup-mark', 'backup')).toString('base64'),
  }
}

/** Whether this installation can read what the backup's installation encrypted. */
export function keysFit(marks: Manifest['keys']): boolean {
  try {
    return (
      marks.hmac === keyMarks().hmac && decryptColumn('backup-mark', Buffer.from(marks.data, 'base64')) === 'backup'
    )
  } catch {
    return false
  }
}
