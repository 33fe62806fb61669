import { memoryMb } from '../cpu.mjs'
import { attempts } from './attempt.mjs'

const CLIENTS = 32
const ATTEMPTS = 160
const TARGET_MB = 600

/** Proportional memory of app and database while 32 people sit the paper at once. */
export const memory = {
  name: 'memory',
  async prepare(place) {
    const perform = await attempts(place, ATTEMPTS)
    const now = () => ({ app: memoryMb(place.appRoots), database: memoryMb([place.postgresPid]) })
    const seen = [now()]
    const timer = setInterval(() => seen.push(now()), 1000)
    let next = 0
    const client = async () => {
      while (next < ATTEMPTS) await perform(next++)
    }
    await Promise.all(Array.from({ length: CLIENTS }, client))
    clearInterval(timer)
    seen.push(now())
    const of = (one) => one.app + one.database
    const most = seen.reduce((a, b) => (of(b) > of(a) ? b : a))
    const figures = `app ${Math.round(most.app)}, database ${Math.round(most.database)}; before ${Math.round(of(seen[0]))}`
    return {
      rows: [
        {
          name: 'memory, MB',
          n: ATTEMPTS,
          clients: CLIENTS,
          cpu: of(most),
          app: most.app,
          database: most.database,
          target: TARGET_MB,
          note: `proportional megabytes at most, not CPU: ${figures}`,
        },
      ],
    }
  },
}
