import { text } from 'node:stream/consumers'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** A request as a direct handler sees it; `parts` are the groups of its address, still percent-encoded. */
export type DirectRequest = {
  headers: { get(name: string): string | null }
  cookie(name: string): string | undefined
  parts: readonly string[]
  body(): Promise<string>
}

export type Direct = {
  method: string
  path: RegExp
  answer(request: DirectRequest): Promise<{ status: number; json: object }>
}

/**
 * Answers the few addresses that are asked so often that Next's way to a route handler would cost more than the work itself (decision 034);
 * everything else goes on to `next`. Its answers are JSON and are kept by nobody. An error is the caller's to tell.
 *
 * @returns what takes a request when it is one of `routes`, or null
 */
export function directly(routes: readonly Direct[]) {
  return (request: IncomingMessage, response: ServerResponse): Promise<void> | null => {
    const path = (request.url ?? '').split('?', 1)[0] ?? ''
    for (const route of routes) {
      const parts = request.method === route.method ? route.path.exec(path) : null
      if (parts) return answerBy(route, { request, response, parts: parts.slice(1) })
    }
    return null
  }
}

type Arrived = { request: IncomingMessage; response: ServerResponse; parts: readonly string[] }

async function answerBy(route: Direct, { request, response, parts }: Arrived): Promise<void> {
  const { status, json } = await route.answer({
    headers: { get: (name) => headerOf(request, name) },
    cookie: (name) => cookieOf(request.headers.cookie, name),
    parts,
    body: () => text(request),
  })
  if (response.headersSent) return // Its body was too large, and the guard has said so.
  // What was not read must not be taken for the next request of this connection.
  if (!request.readableEnded) request.resume()
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'private, no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  })
  response.end(JSON.stringify(json))
}

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name]
  return typeof value === 'string' ? value : null
}

/** The value of a cookie as it was sent; of two with one name the last. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  const found = (header ?? '').split(';').findLast((pair) => pair.trimStart().startsWith(`${name}=`))
  return found?.slice(found.indexOf('=') + 1).trim()
}
