import 'server-only'
import { PassThrough, Readable } from 'node:stream'
import { type SheetToWrite, writeWorkbook } from './write-workbook'

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * A download that is written while it is sent. A failure in the middle breaks the connection, so that nobody keeps half
 * a list for a whole one.
 *
 * @param fileName shown to the person, Chinese allowed, with '.xlsx'
 */
export function workbookResponse(fileName: string, sheets: readonly SheetToWrite[]): Response {
  const stream = new PassThrough({ highWaterMark: 64 * 1024 })
  writeWorkbook(stream, sheets).catch((error: unknown) => stream.destroy(error as Error))
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': MEDIA_TYPE,
      'content-disposition': `attachment; filename="list.xlsx"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
