import { getTranslations } from 'next-intl/server'
import { filledFile } from '@/features/fillback/queries/fill-back-page'
import { handlerActor } from '@/server/auth/actor'

const MEDIA: Record<string, { type: string; ending: string }> = {
  'application/zip': {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
  },
  'text/csv': { type: 'text/csv', ending: 'csv' },
}
const PASTED = { type: 'text/plain; charset=utf-8', ending: 'txt' }

/** The filled sheet. 404 unless it is of the officer's area and filled. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await handlerActor('fill-back.run')
  if (actor instanceof Response) return actor
  const file = await filledFile(actor, (await params).id)
  if (!file) return Response.json({ refusal: 'not-found' }, { status: 404 })
  const t = await getTranslations('fillback')
  const media = MEDIA[file.mediaType] ?? PASTED
  const bare = file.fileName.replace(/\.[A-Za-z]{3,4}$/, '') || t('pasted')
  const name = `${t('fileName', { name: bare, day: file.on })}.${media.ending}`
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': media.type,
      'content-disposition': `attachment; filename="filled.${media.ending}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
