import { startRunner } from '../in-process/runner.mjs'

/** Operations without a page: the product's own functions in a process of their own, counted as the app. */
const of = (name, { file = name, argument, ...about }) => ({
  ...about,
  name,
  async prepare(place, total) {
    const runner = await startRunner(file, place.env, [argument ?? String(total)])
    place.appRoots.push(runner.pid)
    return {
      ...runner.about,
      batch: runner.batch,
      finish: async () => {
        await runner.stop()
        place.appRoots.splice(place.appRoots.indexOf(runner.pid), 1)
      },
    }
  },
})

const LABS = [
  'voucher-sorting',
  'other-cost-cap',
  'super-deduction',
  'hours-allocation',
  'rd-statistics',
  'high-tech-check',
  'technical-need',
  'whole-case',
]

/** Generate and grade one run of each lab. */
export const labs = LABS.map((lab) =>
  of(`lab ${lab}`, { file: 'lab', argument: lab, target: 1, warm: 100, clients: { 1: 1000 } }),
)

/** The standings and tallies of one enterprise after one completion. */
export const restand = of('restand', { target: 3, warm: 40, clients: { 1: 60, 8: 60 } })

/** All standings and tallies from the facts, compared with what is stored. */
export const recount = of('recount', { target: null, warm: 1, clients: { 1: 1 } })
