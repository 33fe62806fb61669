import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CellOutbox, type SaverState } from './cell-outbox'

type Sent = { cell: string; seq: number; value: string }
let sent: Sent[]
let states: SaverState['kind'][]
let answer: (body: Sent) => Response | Promise<never>

const saved = (seq: number, isStale = false) =>
  Response.json({ version: 1, seq, savedAt: '2026-11-23T06:00:00.000Z', isStale, check: null })
const outbox = (seqs: Record<string, number> = {}) =>
  new CellOutbox('run', seqs, { onState: (state) => states.push(state.kind), onCheck: () => {} })

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
  states = []
  answer = (body) => saved(body.seq)
  vi.stubGlobal('fetch', (address: string, { body }: { body: string }) => {
    const one = { cell: address.split('/').at(-1) ?? '', ...(JSON.parse(body) as Omit<Sent, 'cell'>) }
    sent.push(one)
    return Promise.resolve().then(() => answer(one))
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the outbox of a desk', () => {
  it('sends the last text of a cell once, after a pause in typing', async () => {
    const box = outbox({ limit: 4 })
    for (const value of ['2', '26', '264']) box.put('limit', value, 800)
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent).toMatchObject([{ cell: 'limit', seq: 7, value: '264' }])
    expect(states.at(-1)).toBe('saved')
  })

  it('keeps trying while the network is away, and sends everything when it is back', async () => {
    answer = () => Promise.reject(new TypeError('Failed to fetch'))
    const box = outbox()
    box.put('five', '1', 0)
    box.put('limit', '2', 0)
    await vi.advanceTimersByTimeAsync(5_000)
    expect([states.at(-1), box.isWaiting]).toEqual(['failed', true])
    answer = (body) => saved(body.seq)
    await vi.advanceTimersByTimeAsync(15_000)
    expect([states.at(-1), box.isWaiting]).toEqual(['saved', false])
    expect(sent.slice(-2).map(({ value }) => value)).toEqual(['1', '2'])
  })

  it('sends a text again with a higher number when another page had saved a newer one', async () => {
    answer = (body) => (body.seq <= 104 ? saved(104, true) : saved(body.seq))
    const box = outbox({ limit: 3 })
    box.put('limit', '9', 0)
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent.map(({ seq }) => seq)).toEqual([4, 105])
    expect(box.isWaiting).toBe(false)
  })

  it('does not call a cell saved when it was typed on while its older text was on the way', async () => {
    const box = outbox()
    box.put('limit', '1', 0)
    await vi.advanceTimersByTimeAsync(0)
    box.put('limit', '12', 0)
    expect(box.isWaiting).toBe(true)
    await vi.advanceTimersByTimeAsync(500)
    expect([sent.at(-1)?.value, box.isWaiting]).toEqual(['12', false])
  })

  it.each([
    [401, 'signedOut'],
    [409, 'closed'],
    [404, 'closed'],
    [503, 'failed'],
  ])('says what is wrong on %i and holds what was typed', async (status, state) => {
    answer = () => new Response(null, { status })
    const box = outbox()
    box.put('limit', '1', 0)
    expect(await Promise.race([box.settle(), vi.advanceTimersByTimeAsync(100).then(() => 'late')])).toBe(false)
    expect([states.at(-1), box.isWaiting]).toEqual([state, true])
  })
})
