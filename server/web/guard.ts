import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

const MEGABYTE = 1024 * 1024
/** Forms with a file; anything else that a person sends is small. */
const LARGEST_UPLOAD_BYTES = 12 * MEGABYTE
const LARGEST_BODY_BYTES = MEGABYTE
/** Set by ourselves or by trusted proxies only. */
const OURS = ['x-nonce', 'x-path', 'x-remote-address', 'x-middleware-subrequest', 'x-request-id']
const FORWARDED = /^(x-forwarded-|x-real-ip$|forwarded$)/

export type GuardSettings = { trustedProxyHops: number; isSecure: boolean }

/**
 * What every request goes through before anybody else sees it: foreign copies of our own headers are taken off, it gets an id and the address it
 * came from, and the response gets the headers that pages, handlers and files have in common.
 *
 * @returns the request's id: the client's own when it is a plausible one, else a new one
 */
export function guard(request: IncomingMessage, response: ServerResponse, settings: GuardSettings): string {
  const asked = request.headers['x-request-id']
  const id = typeof asked === 'string' && /^[A-Za-z0-9_-]{8,64}$/.test(asked) ? asked : randomUUID()
  for (const name of Object.keys(request.headers)) {
    const isForeign = OURS.includes(name) || (settings.trustedProxyHops === 0 && FORWARDED.test(name))
    if (isForeign) delete request.headers[name]
  }
  request.headers['x-request-id'] = id
  request.headers['x-remote-address'] = request.socket.remoteAddress ?? 'unknown'
  response.setHeader('x-request-id', id)
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'same-origin')
  response.setHeader('x-frame-options', 'DENY')
  response.setHeader('cross-origin-opener-policy', 'same-origin')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
  response.setHeader(
    'permissions-policy',
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
  )
  if (settings.isSecure) response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains')
  return id
}

/** Answers in a few plain words and takes no more from this connection. */
export function refuseRequest(response: ServerResponse, status: number, words: string): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
  })
  response.end(words)
}

/** 405 for methods that only echo; true when the request was answered. */
export function refuseEcho(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== 'TRACE' && request.method !== 'TRACK') return false
  refuseRequest(response, 405, 'Method Not Allowed')
  return true
}

/** 400 for an address that cannot be decoded or holds a NUL, which no page or query could take; true when the request was answered. */
export function refuseUnreadable(request: IncomingMessage, response: ServerResponse): boolean {
  const address = request.url ?? ''
  if (!address.includes('%00') && isDecodable(address.split('?')[0] ?? '')) return false
  refuseRequest(response, 400, 'Bad Request')
  return true
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/**
 * Sees that a body stays under its cap: by its own declaration at once (true: answered with 413), else by counting what arrives.
 * Uploads (multipart) may have 12 MB, everything else 1 MB.
 */
export function capBody(request: IncomingMessage, response: ServerResponse): boolean {
  const isUpload = (request.headers['content-type'] ?? '').startsWith('multipart/form-data')
  const cap = isUpload ? LARGEST_UPLOAD_BYTES : LARGEST_BODY_BYTES
  if (Number(request.headers['content-length'] ?? 0) > cap) {
    refuseRequest(response, 413, 'Payload Too Large')
    return true
  }
  let received = 0
  const push = request.push.bind(request)
  request.push = (chunk, encoding) => {
    received += chunk?.length ?? 0
    if (received <= cap) return push(chunk, encoding)
    refuseRequest(response, 413, 'Payload Too Large')
    response.once('finish', () => request.destroy())
    return false
  }
  return false
}
