// A browser without a screen: keep-alive connections to the product, a cookie, plain forms as they work without JavaScript.
import { Agent, request } from 'node:http'

const COOKIE = 'zhixing.login'

/**
 * @param [named] the port that the installation is known by, when a second process listens on another
 * @returns {{send: Function, drain: Function, page: Function, submit: Function}} what operations ask the product with
 */
export function visitorOf(port, named = port) {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 })
  const origin = `http://localhost:${named}`

  /** One request. @throws Error when it is answered with another status than expected */
  async function send(path, { method = 'GET', cookie, body, headers = {}, expected = 200, isKept = true } = {}) {
    const answer = await new Promise((resolve, reject) => {
      const sent = request({
        agent,
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: {
          host: `localhost:${named}`,
          'user-agent': 'bench',
          'accept-language': 'zh-CN',
          ...(cookie ? { cookie: `${COOKIE}=${cookie}` } : {}),
          ...(method === 'GET' ? {} : { origin, 'content-length': body?.length ?? 0 }),
          ...headers,
        },
      })
      sent.on('error', reject)
      sent.on('response', (response) => {
        const parts = []
        response.on('data', (part) => {
          if (isKept) parts.push(part)
        })
        response.on('error', reject)
        response.on('end', () => resolve({ ...about(response), bytes: Buffer.concat(parts) }))
      })
      sent.end(body)
    })
    if (answer.status !== expected) {
      throw new Error(`${method} ${path}: ${answer.status} ${answer.location ?? ''}, expected ${expected}`)
    }
    return answer
  }

  const about = ({ statusCode, headers }) => ({
    status: statusCode,
    location: headers.location ? new URL(headers.location, origin).href.slice(origin.length) : null,
    cookie: cookieIn(headers['set-cookie']),
  })

  /** One request whose answer is read to its end and not kept. */
  const drain = (path, options = {}) => send(path, { ...options, isKept: false })

  /** The HTML of a page. */
  const page = async (path, cookie) => (await send(path, { cookie })).bytes.toString()

  /** Sends the form of `html` that holds the field `mark`, filled, to the page it stood on. @returns where it leads, and a new cookie if any */
  const submit = async (path, { html, mark, fields = {}, cookie }) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...hiddenFields(html, mark), ...fields })) form.set(name, value)
    const encoded = new Response(form)
    const body = Buffer.from(await encoded.arrayBuffer())
    const headers = { 'content-type': encoded.headers.get('content-type') }
    return send(path, { method: 'POST', cookie, body, headers, expected: 303 })
  }

  return { send, drain, page, submit }
}

function cookieIn(lines = []) {
  const line = lines.find((one) => one.startsWith(`${COOKIE}=`))
  return line ? line.slice(COOKIE.length + 1).split(';')[0] : null
}

/** Names and values of the hidden fields of the first form that holds a field called `mark`. */
export function hiddenFields(html, mark) {
  const form = [...html.matchAll(/<form[\s\S]*?<\/form>/g)]
    .map(([text]) => text)
    .find((text) => text.includes(`name="${mark}"`))
  if (!form) throw new Error(`No form with a field ${mark}.`)
  const inputs = [...form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([text]) => text)
  return Object.fromEntries(inputs.map((text) => [attribute(text, 'name'), attribute(text, 'value')]))
}

const NAMED = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'", '#39': "'" }
const attribute = (tag, name) =>
  (new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replace(/&([a-z0-9#]+);/g, (_, code) => NAMED[code] ?? '')
