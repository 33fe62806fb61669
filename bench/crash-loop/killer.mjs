// Kills the web process and the database's postmaster in turn, as a power cut would: SIGKILL, at any moment.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { dataFolder, isRoot, placeForPostgres, postgresUser } from '../../scripts/start/places.mjs'

/**
 * Kills once everything answers and has answered for a while, until `kills` are done or everybody has handed in.
 *
 * @returns who was killed and after how long everything answered again
 */
export async function killInTurn({ port }, { kills, state }) {
  const killed = []
  while (killed.length < kills && !state.isOver) {
    // Chance picks the moment: a power cut keeps no rhythm with the work it interrupts.
    await wait(2000 + Math.random() * 4000)
    if (!(await answers(port))) continue
    const name = killed.length % 2 === 0 ? 'web' : 'database'
    process.kill(name === 'web' ? webPid() : await postmasterPid(), 'SIGKILL')
    const at = Date.now()
    do await wait(100)
    while (!(await answers(port)))
    killed.push({ name, backMs: Date.now() - at })
  }
  return killed
}

async function answers(port) {
  const response = await fetch(`http://127.0.0.1:${port}/readyz`, { headers: { host: `localhost:${port}` } }).catch(
    () => null,
  )
  return response?.ok === true
}

const webPid = () => JSON.parse(readFileSync(join(dataFolder, 'start.json'), 'utf8')).children.web

async function postmasterPid() {
  const place = await placeForPostgres(dataFolder, isRoot() ? postgresUser() : undefined)
  return Number(readFileSync(join(place.dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0])
}
