// People who sit the clerks' paper and send everything again until it is acknowledged, as the page's script does.
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { encode } from 'next-auth/jwt'
import { v7 as newId } from 'uuid'
import { dataFolder } from '../../scripts/start/places.mjs'
import { COURSE, handIn, rightAnswers, save } from '../operations/attempt.mjs'

const EXAM = `/learn/exams/${COURSE}-ceping`
const LOGIN_SECONDS = 8 * 3600
const QUESTIONS = 15
/** One in five leaves so many questions open and does not pass. */
const LEFT_OPEN = 5

/** So many people with a login and a cookie, written straight into the database. */
export async function invitePeople({ rows }, count) {
  const { AUTH_SECRET } = JSON.parse(readFileSync(join(dataFolder, 'secrets.json'), 'utf8'))
  const people = []
  for (let number = 0; number < count; number++) {
    const [personId, secret] = [newId(), randomBytes(32).toString('base64url')]
    await rows(`INSERT INTO person (id, name, pinyin_key) VALUES ($1, $2, 'shili')`, [personId, `示例·学员${number}`])
    await rows(
      `INSERT INTO login (id, person_id, device, token_hash, idle_until, ends_at, mfa_at)
        VALUES ($1, $2, 'crash-loop', $3, now() + interval '8 hours', now() + interval '8 hours', now())`,
      [newId(), personId, createHash('sha256').update(secret).digest()],
    )
    const cookie = await encode({ token: { login: secret }, secret: AUTH_SECRET, maxAge: LOGIN_SECONDS })
    people.push({ personId, cookie, answers: number % 5 === 4 ? QUESTIONS - LEFT_OPEN : QUESTIONS })
  }
  return people
}

/** Starts, answers and hands in one paper. @returns what the product acknowledged */
export async function sit(place, { personId, cookie, answers }, state) {
  const again = (work) => untilAcknowledged(work, state)
  const paper = await again(async () => {
    const { location } = await place.send(`${EXAM}/start`, { method: 'POST', cookie, expected: 303 })
    if (!/^\/learn\/attempts\//.test(location ?? '')) throw new Error(`Sent to ${location}`)
    return location
  })
  const right = (await again(() => rightAnswers(place, paper))).slice(0, answers)
  const saved = []
  for (const answer of right) {
    let seq = 0
    await again(() => {
      seq++
      return save(place, { paper, cookie, ...answer, seq })
    })
    saved.push({ ...answer, seq })
  }
  await again(() => handIn(place, { paper, cookie }))
  return { personId, attempt: paper.split('/').at(-1), saved, isPass: answers === QUESTIONS }
}

async function untilAcknowledged(work, state) {
  for (;;) {
    try {
      return await work()
    } catch {
      state.retries++
      // Apart from one another, or all would knock at once when the product is back.
      await wait(200 + Math.random() * 300)
    }
  }
}
