// `npm run mail-loop`: mail to some hundred people through a server that refuses half of it, while the sender is killed again and again. Nobody may be
// forgotten, a kill may cost one copy, and nobody's budget may be exceeded by a second campaign. See bench/README.md.
import { parseArgs } from 'node:util'
import { setTimeout as wait } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3299' },
    people: { type: 'string', default: '400' },
    kills: { type: 'string', default: '20' },
  },
})
process.env.ZHIXING_DATA = 'tmp/mail-loop-data'
delete process.env.DATABASE_URL
delete process.env.APP_ORIGIN

const { openInstallation } = await import('../installation.mjs')
const { startRunner } = await import('../in-process/runner.mjs')

const accepted = []
const sink = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, session, callback) {
    const parts = []
    stream.on('data', (part) => parts.push(part))
    stream.on('end', () => {
      if (Math.random() < 0.5) return callback(Object.assign(new Error('not now'), { responseCode: 451 }))
      const id = /^Message-ID: (.*)$/im.exec(Buffer.concat(parts).toString())?.[1]
      accepted.push({ to: session.envelope.rcptTo[0].address, id })
      // A slow answer leaves time to be killed between the mail's arrival and the sender's knowing it.
      setTimeout(callback, Math.random() * 20)
    })
  },
})
sink.on('error', () => {})
await new Promise((resolve) => sink.listen(0, '127.0.0.1', resolve))

const installation = await openInstallation({ port: Number(values.port), isProfiled: false })
const { rows } = installation
const env = {
  ...installation.env,
  SMTP_URL: `smtp://127.0.0.1:${sink.server.address().port}`,
  MAIL_FROM: 'zhixing@office.example',
}
try {
  const prepared = await startRunner('mail-sender', env, ['prepare', values.people])
  const { people } = prepared.about
  const kills = await sendAndKill(Number(values.kills))
  const [told] = await rows(`
    SELECT count(*) FILTER (WHERE state = 'SENT')::int AS sent, count(*) FILTER (WHERE state = 'DROPPED' AND reason = 'budget')::int AS spent,
      count(*) FILTER (WHERE state NOT IN ('SENT', 'DROPPED'))::int AS other, count(DISTINCT person_id) FILTER (WHERE state = 'SENT')::int AS reached
    FROM message WHERE channel = 'EMAIL'`)
  const ids = new Set(accepted.map(({ id }) => id))
  const copies = accepted.length - ids.size
  const perPerson = new Map()
  for (const { to, id } of accepted) perPerson.set(to, (perPerson.get(to) ?? new Set()).add(id))
  const lines = [
    { what: 'people reached, once each', wanted: people, found: told.reached },
    { what: 'mails sent as the database knows', wanted: people, found: told.sent },
    { what: 'different mails that arrived', wanted: people, found: ids.size },
    { what: 'second campaign left out by the budget', wanted: people, found: told.spent },
    { what: 'left waiting or failed', wanted: 0, found: told.other },
    {
      what: 'people with two different mails',
      wanted: 0,
      found: [...perPerson.values()].filter((one) => one.size > 1).length,
    },
    { what: `copies (at most one a kill: ${kills})`, wanted: Math.min(copies, kills), found: copies },
  ]
  console.table(lines)
  if (lines.some(({ wanted, found }) => wanted !== found)) process.exitCode = 1
} finally {
  await installation.close()
  sink.close()
}
process.exit(process.exitCode ?? 0)

/** Kills the sender at moments that chance picks, starts it again, and lets the last one finish. @returns how often it was killed */
async function sendAndKill(wanted) {
  let kills = 0
  for (;;) {
    const sender = await startRunner('mail-sender', env, ['send'])
    const isLast = kills >= wanted
    const until = Date.now() + (isLast ? 120_000 : 100 + Math.random() * 1500)
    while (Date.now() < until) {
      // What was refused is due again at once: an hour of patience would prove no more.
      await rows(`UPDATE message SET not_before = now() WHERE state = 'QUEUED'`)
      const [{ open }] = await rows(`SELECT count(*)::int AS open FROM message WHERE state IN ('QUEUED', 'SENDING')`)
      if (open === 0) {
        process.kill(sender.pid, 'SIGKILL')
        return kills
      }
      await wait(50)
    }
    process.kill(sender.pid, 'SIGKILL')
    if (isLast) return kills
    kills++
  }
}
