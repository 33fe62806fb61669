import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Received = { to: string; id: string; subject: string; text: string }

/**
 * A mail server on this machine that keeps what it accepts. `answer` says, for each mail in turn, what it answers: 250, 451 (later), 550 (never), or
 * "hang up" before an answer.
 */
export async function mailSink(answer: (mail: Received) => number | 'hang-up' = () => 250) {
  const accepted: Received[] = []
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, callback) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const mail = readMail(Buffer.concat(parts).toString('utf8'), session.envelope.rcptTo[0]?.address ?? '')
        const said = answer(mail)
        if (said === 250) {
          accepted.push(mail)
          callback()
        } else if (said === 'hang-up') for (const socket of sockets) socket.destroy()
        else callback(Object.assign(new Error('not now'), { responseCode: said }))
      })
    },
  })
  server.on('error', () => {})
  server.server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return { accepted, url: `smtp://127.0.0.1:${port}`, close: () => new Promise<void>((done) => server.close(done)) }
}

function readMail(raw: string, to: string): Received {
  const [head = '', body = ''] = raw.split(/\r\n\r\n/, 2)
  const header = (name: string) => new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'mi').exec(head)?.[1] ?? ''
  const isBase64 = /base64/i.test(header('Content-Transfer-Encoding'))
  const text = isBase64 ? Buffer.from(body, 'base64').toString('utf8') : quotedPrintable(body)
  return { to, id: header('Message-ID'), subject: header('Subject'), text }
}

function quotedPrintable(body: string): string {
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
