import 'server-only'
import { WorkbookRefused } from '@/server/files/workbook-refusal'

/**
 * Why reading or filling will never succeed with this file. Anything else, such as a lost connection, is thrown on and tried again.
 */
export function refusalOf(error: unknown): string {
  if (error instanceof WorkbookRefused) return error.code
  const isOurs = error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError
  if (isOurs || (error instanceof Error && /22P05|22021|22003|invalid byte sequence/i.test(error.message)))
    return 'not-read'
  throw error
}
