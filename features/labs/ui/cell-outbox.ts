import type { CellResult } from '@/domain/labs/grade'

/** How the saving of a desk stands. */
export type SaverState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'failed' | 'closed' | 'signedOut' }

type Waiting = { value: string; seq: number }
type Saved = { seq: number; savedAt: string; isStale: boolean; check: CellResult | null }
type Listener = { onState(state: SaverState): void; onCheck(cell: string, check: CellResult | null): void }

const RETRY_MS_MAX = 15_000
const TYPED_ON_MS = 200

/**
 * Sends what is typed into the cells of one run, each with a growing sequence number, until the server has acknowledged it.
 * What is not acknowledged yet also lies in this tab's session storage, so a reload loses nothing.
 */
export class CellOutbox {
  readonly #waiting = new Map<string, Waiting>()
  readonly #seqs: Map<string, number>
  readonly #draftKey: string
  #sending: Promise<void> | undefined
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly runId: string,
    seqs: Readonly<Record<string, number>>,
    private readonly listener: Listener,
  ) {
    this.#seqs = new Map(Object.entries(seqs))
    this.#draftKey = `lab-run:${runId}`
  }

  /** Texts that were typed here but never acknowledged; they are sent again. */
  restore(): Record<string, string> {
    const draft = readDraft(this.#draftKey)
    for (const [cell, value] of Object.entries(draft)) this.put(cell, value, 0)
    return draft
  }

  /** Takes a cell's new text; it is sent after `delayMs` unless a newer one comes. */
  put(cell: string, value: string, delayMs: number): void {
    const seq = (this.#seqs.get(cell) ?? 0) + 1
    this.#seqs.set(cell, seq)
    this.#waiting.set(cell, { value, seq })
    this.#keepDraft()
    this.#schedule(delayMs)
  }

  /** Sends now what is waiting: on leaving a cell, on hiding the page, on the retry button. */
  flush(): void {
    if (this.#waiting.size > 0) this.#schedule(0)
  }

  /** Sends what is waiting and tells whether everything typed is acknowledged: before the form itself is sent. */
  async settle(): Promise<boolean> {
    clearTimeout(this.#timer)
    await this.#sending
    await this.#send()
    return this.#waiting.size === 0
  }

  /** Whether something typed is not acknowledged yet. */
  get isWaiting(): boolean {
    return this.#waiting.size > 0
  }

  #schedule(delayMs: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#send(), delayMs)
  }

  #send(): Promise<void> {
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = undefined
    })
    return this.#sending
  }

  async #sendAll(): Promise<void> {
    while (this.#waiting.size > 0) {
      for (const [cell, item] of [...this.#waiting]) {
        this.listener.onState({ kind: 'saving' })
        if (!(await this.#sendOne(cell, item))) return
      }
    }
    this.#failures = 0
  }

  async #sendOne(cell: string, item: Waiting): Promise<boolean> {
    const response = await put(`/api/lab-runs/${this.runId}/cells/${cell}`, { version: 1, ...item })
    if (response?.ok) {
      this.#acknowledge(cell, item, (await response.json()) as Saved)
      return true
    }
    if (response?.status === 401) this.listener.onState({ kind: 'signedOut' })
    else if (response?.status === 409 || response?.status === 404) this.listener.onState({ kind: 'closed' })
    else this.#retryLater()
    return false
  }

  #acknowledge(cell: string, item: Waiting, saved: Saved): void {
    if (saved.isStale) {
      this.#seqs.set(cell, Math.max(saved.seq, this.#seqs.get(cell) ?? 0))
      this.put(cell, this.#waiting.get(cell)?.value ?? item.value, TYPED_ON_MS)
      return
    }
    if (this.#waiting.get(cell)?.seq === item.seq) this.#waiting.delete(cell)
    this.#keepDraft()
    this.listener.onCheck(cell, saved.check)
    this.listener.onState({ kind: 'saved', at: saved.savedAt })
  }

  #retryLater(): void {
    this.#failures += 1
    this.listener.onState({ kind: 'failed' })
    this.#schedule(Math.min(1000 * 2 ** (this.#failures - 1), RETRY_MS_MAX))
  }

  #keepDraft(): void {
    const draft = Object.fromEntries([...this.#waiting].map(([cell, { value }]) => [cell, value]))
    try {
      if (this.#waiting.size > 0) sessionStorage.setItem(this.#draftKey, JSON.stringify(draft))
      else sessionStorage.removeItem(this.#draftKey)
    } catch {
      // Storage may be switched off; the texts are still in the page.
    }
  }
}

async function put(address: string, body: object): Promise<Response | null> {
  try {
    const headers = { 'content-type': 'application/json' }
    return await fetch(address, { method: 'PUT', keepalive: true, headers, body: JSON.stringify(body) })
  } catch {
    return null
  }
}

function readDraft(key: string): Record<string, string> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Record<string, string>
  } catch {
    return {}
  }
}
