// The web server: Next behind our own limits, headers, static files and orderly end.
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { format } from 'node:util'
import next from 'next'
import { answerSaveRequest } from '@/features/exams/save-request'
import { disconnect } from '@/server/db/client'
import { appOrigin, env, isOriginConfigured } from '@/server/env'
import { onceTold } from '@/server/jobs/once-told'
import { logOf } from '@/server/log'
import { directly } from '@/server/web/direct'
import { isDraining, startDraining } from '@/server/web/draining'
import { capBody, guard, refuseEcho, refuseRequest, refuseUnreadable } from '@/server/web/guard'
import { staticFiles } from '@/server/web/static-files'

const log = logOf('web')
// What Next prints itself goes the same way, so that no personal data of an error's words reaches the log.
console.error = (...words) => log.error(format(...words))
console.warn = (...words) => log.warn(format(...words))
console.log = (...words) => log.info(format(...words))

const { PORT: port, TRUSTED_PROXY_HOPS: trustedProxyHops } = env()
const settings = { trustedProxyHops, isSecure: appOrigin().startsWith('https://') }
// Without an address set on purpose this is a trial on one machine, and nobody else is to reach it.
const hostname = process.env.HOST ?? (isOriginConfigured() ? '0.0.0.0' : '127.0.0.1')

const app = next({ dev: false, dir: process.cwd(), hostname: 'localhost', port })
await app.prepare()
const pages = app.getRequestHandler()
const direct = directly([
  {
    method: 'PUT',
    path: /^\/api\/attempts\/([^/]+)\/answers\/([^/]+)$/,
    answer: ({ parts: [attempt = '', question = ''], ...request }) =>
      answerSaveRequest({ ...request, attempt, question }),
  },
])
const files = staticFiles(process.cwd(), process.env.NEXT_DIST_DIR ?? '.next')

function answer(request: IncomingMessage, response: ServerResponse): void {
  const began = performance.now()
  const requestId = guard(request, response, settings)
  const path = (request.url ?? '').split('?')[0]
  response.once('close', () => {
    const ms = Math.round(performance.now() - began)
    log.info('request', { requestId, method: request.method, path, status: response.statusCode, ms })
  })
  if (isDraining()) response.setHeader('connection', 'close')
  if (isDraining() && path === '/readyz') {
    refuseRequest(response, 503, 'draining')
    return
  }
  if (refuseEcho(request, response) || refuseUnreadable(request, response) || capBody(request, response)) return
  const broke = (error: unknown) => {
    log.error('a request broke', { requestId, error })
    refuseRequest(response, 500, 'Internal Server Error')
  }
  const answered = direct(request, response)
  if (answered) answered.catch(broke)
  else files(request, response, () => void pages(request, response).catch(broke))
}

const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: 120_000 }, answer)
server.on('error', (error: NodeJS.ErrnoException) => {
  log.error('the web server cannot listen', { error })
  process.exit(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? 69 : 1)
})
server.listen(port, hostname, () => {
  log.info('the web server runs', { port })
  process.send?.('ready')
})

onceTold(async () => {
  startDraining()
  // Behind a proxy: time to notice that readiness says no before the door closes.
  if (trustedProxyHops > 0) await new Promise((resolve) => setTimeout(resolve, 5_000))
  const late = setTimeout(() => server.closeAllConnections(), 30_000)
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeIdleConnections()
  })
  clearTimeout(late)
  await disconnect()
  log.info('the web server has stopped')
})
