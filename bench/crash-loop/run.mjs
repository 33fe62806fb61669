// `npm run crash-loop`: people sit papers while web and database are killed in turn; then what was acknowledged is compared with what is
// stored. See bench/README.md.
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3296' },
    people: { type: 'string', default: '3000' },
    clients: { type: 'string', default: '8' },
    kills: { type: 'string', default: '20' },
  },
})
const port = Number(values.port)
// A data folder of its own, said before anything that reads it is loaded; and never somebody's own database.
process.env.ZHIXING_DATA = 'tmp/crash-data'
delete process.env.DATABASE_URL

const { openEmpty } = await import('../switch-day/empty-installation.mjs')
const { visitorOf } = await import('../visitor.mjs')
const { invitePeople, sit } = await import('./sitters.mjs')
const { killInTurn } = await import('./killer.mjs')
const { compared } = await import('./compared.mjs')

const installation = await openEmpty({ port, origin: `http://localhost:${port}` })
const place = { ...installation, ...visitorOf(port), port }
try {
  const people = await invitePeople(place, Number(values.people))
  const done = []
  const state = { isOver: false, retries: 0 }
  const killing = killInTurn(place, { kills: Number(values.kills), state })
  const queue = people.values()
  const client = async () => {
    for (const person of queue) done.push(await sit(place, person, state))
  }
  const began = Date.now()
  await Promise.all(Array.from({ length: Number(values.clients) }, client))
  state.isOver = true
  const kills = await killing
  const seconds = Math.round((Date.now() - began) / 1000)
  console.log(
    `${done.length} papers handed in by ${values.clients} clients in ${seconds} s, ${state.retries} requests sent again`,
  )
  console.log(
    `killed: ${kills.map(({ name }) => name).join(' ')}; back after ${kills.map(({ backMs }) => `${(backMs / 1000).toFixed(1)} s`).join(', ')}`,
  )
  const figures = await compared(place, done)
  console.table(figures)
  if (figures.some(({ acknowledged, stored }) => acknowledged !== stored)) process.exitCode = 1
} finally {
  await installation.close()
}
process.exit(process.exitCode ?? 0)
