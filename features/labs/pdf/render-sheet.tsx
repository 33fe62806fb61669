import 'server-only'
import { renderToBuffer } from '@react-pdf/renderer'
import { registerFonts } from '@/server/pdf/fonts'
import { SheetDocument } from './sheet-document'
import type { SheetPage } from './sheet-page'

/** The sheet of a run as PDF bytes. */
export async function renderSheet(page: SheetPage): Promise<Uint8Array<ArrayBuffer>> {
  registerFonts()
  return new Uint8Array(await renderToBuffer(<SheetDocument page={page} />))
}
