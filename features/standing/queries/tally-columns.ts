import { evidenceClasses } from '@/domain/rates/entry-facts'
import { classSums, plainSums } from '@/domain/rates/tally'
import type { TallySums } from '@/domain/rates/tally'

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** SQL that sums the tally columns of alias `t` into the members of TallySums; constants only. */
export const summedTallyColumns: string = [
  ...plainSums.map((name) => `coalesce(sum(t.${snake(name)}), 0)::int AS "${name}"`),
  ...classSums.map((name) => {
    const parts = evidenceClasses.map((_, index) => `coalesce(sum(t.${snake(name)}[${index + 1}]), 0)::int`)
    return `ARRAY[${parts.join(', ')}] AS "${name}"`
  }),
].join(',\n  ')

const isEntry = 't.seat_id IS NULL'
const counted: Record<(typeof plainSums)[number], string> = {
  entries: isEntry,
  asked: `${isEntry} AND t.asks_training`,
  trainedAny: `${isEntry} AND t.trained_any`,
  trainedEvery: `${isEntry} AND t.trained_every`,
  visited: `${isEntry} AND t.visited`,
  heads: "t.seat_kind = 'HEAD' AND t.awareness IS NOT NULL",
  aware: "t.seat_kind = 'HEAD' AND t.awareness",
  clerks: "t.seat_kind = 'CLERK' AND t.readiness IS NOT NULL",
  ready: "t.seat_kind = 'CLERK' AND t.readiness",
}
const byClass: Record<(typeof classSums)[number], [condition: string, column: string]> = {
  trainedAnyBy: [counted.trainedAny, 'trained_any_evidence'],
  trainedEveryBy: [counted.trainedEvery, 'trained_every_evidence'],
  awareBy: [counted.aware, 'awareness_evidence'],
  readyBy: [counted.ready, 'readiness_evidence'],
}

/** SQL that counts time-line rows of alias `t` (standing_interval) into the members of TallySums; constants only. */
export const countedIntervalColumns: string = [
  ...plainSums.map((name) => `count(*) FILTER (WHERE ${counted[name]})::int AS "${name}"`),
  ...classSums.map((name) => {
    const [condition, column] = byClass[name]
    const parts = evidenceClasses.map((one) => `count(*) FILTER (WHERE ${condition} AND t.${column} = '${one}')::int`)
    return `ARRAY[${parts.join(', ')}] AS "${name}"`
  }),
].join(',\n  ')

export type SumsRow = TallySums & { code: string }
