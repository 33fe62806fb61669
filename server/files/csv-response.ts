import 'server-only'
import { csvOf } from './write-csv'

/**
 * A CSV download.
 *
 * @param fileName shown to the person, Chinese allowed, with '.csv'
 */
export function csvResponse(fileName: string, rows: readonly (readonly string[])[]): Response {
  return new Response(csvOf(rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="list.csv"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
