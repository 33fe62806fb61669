import 'server-only'

/**
 * A file to be kept, never shown in the browser and never cached by anybody between.
 *
 * @param file `name` may be Chinese; control characters and what separates headers are not let through
 */
export function downloadResponse(file: { name: string; mediaType: string; bytes: Buffer }): Response {
  const ending = /\.[a-z0-9]{1,5}$/i.exec(file.name)?.[0] ?? ''
  const name = file.name.replace(/[\p{C}"\\/]/gu, ' ')
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="file${ending}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
