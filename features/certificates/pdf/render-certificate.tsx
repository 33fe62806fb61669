import 'server-only'
import { renderToBuffer } from '@react-pdf/renderer'
import { registerFonts } from '@/server/pdf/fonts'
import { CertificateDocument, type CertificatePage } from './certificate-document'

/** The certificate as PDF bytes, about 20 KB; some 50 ms once the font is loaded. */
export async function renderCertificate(page: CertificatePage): Promise<Uint8Array<ArrayBuffer>> {
  registerFonts()
  return new Uint8Array(await renderToBuffer(<CertificateDocument page={page} />))
}
