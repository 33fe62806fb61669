import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'

const LANES = 8
const NEWLINE = 10

/**
 * A checksum of rows in COPY's text format that does not depend on their order: the SHA-256 of each row, added up in eight 32-bit
 * lanes. A server gives rows out in the order it stored them, which need not be the order they came in.
 */
export class RowsHash {
  private readonly sums = new Uint32Array(LANES)
  private rest: Buffer = Buffer.alloc(0)

  /** Takes the next bytes; rows may be cut anywhere. A line end inside a value is escaped, so each one ends a row. */
  update(chunk: Buffer): void {
    let bytes = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE)) {
      this.add(bytes.subarray(0, end))
      bytes = bytes.subarray(end + 1)
    }
    this.rest = bytes
  }

  /** 64 hexadecimal digits; zeros when there was no row. */
  digest(): string {
    if (this.rest.length > 0) this.add(this.rest)
    this.rest = Buffer.alloc(0)
    return Array.from(this.sums, (sum) => sum.toString(16).padStart(8, '0')).join('')
  }

  private add(row: Buffer): void {
    const one = createHash('sha256').update(row).digest()
    for (let lane = 0; lane < LANES; lane++) {
      this.sums[lane] = (this.sums[lane] ?? 0) + one.readUInt32LE(lane * 4)
    }
  }
}

/** Passes bytes on and hashes them. */
export function hashing(hash: { update(chunk: Buffer): unknown }): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
}
