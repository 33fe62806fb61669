import { createTranslator } from 'use-intl/core'
import { certificateId } from '@/features/certificates/input'
import type { Sentence } from '@/features/certificates/pdf/certificate-page'
import { certificatePdf } from '@/features/certificates/queries/certificate-pdf'
import { messagesOf } from '@/i18n/request'
import { handlerActor } from '@/server/auth/actor'

/** The certificate as PDF, always in Chinese. 404 unless the actor holds it or is an officer in scope. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await handlerActor('certificate.read-own')
  if (actor instanceof Response) return actor
  const id = certificateId.safeParse((await params).id)
  const say = createTranslator({
    locale: 'zh',
    messages: messagesOf('zh'),
    namespace: 'certificates',
  }) as unknown as Sentence
  const pdf = id.success ? await certificatePdf(actor, id.data, say) : null
  if (!pdf) return Response.json({ refusal: 'not-found' }, { status: 404 })
  return new Response(pdf.bytes, {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${pdf.serial}.pdf"`,
      'cache-control': 'private, no-store',
    },
  })
}
