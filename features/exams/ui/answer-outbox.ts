import type { Said } from './paper-fields'

export type SaveState =
  | { kind: 'saving' | 'retrying' | 'closed' | 'too-late' | 'signed-out' }
  | { kind: 'saved'; at: string }

type Draft = Said & { seq: number }

const FIRST_RETRY_MS = 1000
const LAST_RETRY_MS = 20_000
const FINAL = new Set(['closed', 'too-late', 'signed-out'])

/**
 * Sends answers to the server, each question's newest only, and keeps every one in this browser until the server has acknowledged
 * it: nothing is lost by a broken line, a closed tab or an expired login. Retries with growing pauses.
 */
export class AnswerOutbox {
  private drafts = new Map<number, Draft>()
  private sending = new Map<number, Promise<void>>()
  private pauseMs = FIRST_RETRY_MS
  private isStopped = false
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly attemptId: string,
    private readonly seqs: Map<number, number>,
    private readonly onState: (state: SaveState) => void,
  ) {}

  /** Answers an earlier visit could not send; they are sent again. */
  restore(): Map<number, Said> {
    const found = new Map<number, Said>()
    for (const [position, draft] of readDrafts(this.key)) {
      if (draft.seq <= (this.seqs.get(position) ?? 0)) continue
      // A draft kept by an earlier version has no mark.
      const said = { value: draft.value, flagged: draft.flagged ?? false }
      found.set(position, said)
      this.put(position, said)
    }
    return found
  }

  /** Takes a changed answer and sends it. */
  put(position: number, said: Said): void {
    const seq = (this.seqs.get(position) ?? 0) + 1
    this.seqs.set(position, seq)
    this.drafts.set(position, { seq, ...said })
    this.keep()
    void this.send(position)
  }

  /** Whether everything was acknowledged. */
  get isEmpty(): boolean {
    return this.drafts.size === 0
  }

  /** Tries everything once more now; true when nothing is left. */
  async flush(): Promise<boolean> {
    await Promise.all([...this.drafts.keys()].map((position) => this.send(position)))
    return this.isEmpty
  }

  /** Sends nothing more; what is on its way arrives, what is left is sent again at the next visit. */
  stop(): void {
    this.isStopped = true
    clearTimeout(this.timer)
  }

  private get key(): string {
    return `zhixing.attempt.${this.attemptId}`
  }

  /** Sends a question's newest answer; one that is on its way already is waited for, with whatever follows it. */
  private send(position: number): Promise<void> {
    const running = this.sending.get(position)
    if (running) return running
    const draft = this.drafts.get(position)
    if (!draft || this.isStopped) return Promise.resolve()
    this.onState({ kind: 'saving' })
    const sending = put(this.attemptId, position, draft).then((reply) => {
      this.sending.delete(position)
      return this.take(position, draft, reply)
    })
    this.sending.set(position, sending)
    return sending
  }

  private take(position: number, sent: Draft, reply: Reply): Promise<void> | undefined {
    if (this.isStopped) return
    const isNewest = this.drafts.get(position)?.seq === sent.seq
    if (reply.kind === 'saved') {
      this.pauseMs = FIRST_RETRY_MS
      if (isNewest) this.drafts.delete(position)
      this.keep()
      if (!isNewest) return this.send(position)
      if (this.isEmpty) this.onState(reply)
      return
    }
    if (reply.kind === 'stale') {
      // Another device wrote later with a higher count: what is said here now is newer still.
      this.seqs.set(position, Math.max(reply.seq, this.seqs.get(position) ?? 0))
      if (isNewest) this.put(position, { value: sent.value, flagged: sent.flagged })
      return this.send(position)
    }
    this.onState({ kind: reply.kind })
    if (reply.kind === 'closed' || reply.kind === 'too-late') {
      // This one will never be saved; handing in, or looking at the result, must not wait for it.
      this.drafts.delete(position)
      this.keep()
    }
    if (FINAL.has(reply.kind)) return
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), this.pauseMs)
    this.pauseMs = Math.min(this.pauseMs * 2, LAST_RETRY_MS)
  }

  private keep(): void {
    try {
      if (this.isEmpty) localStorage.removeItem(this.key)
      else localStorage.setItem(this.key, JSON.stringify([...this.drafts]))
    } catch {
      // A browser that keeps nothing still saves on the server.
    }
  }
}

type Reply =
  | { kind: 'saved'; at: string }
  | { kind: 'stale'; seq: number }
  | { kind: 'retrying' | 'closed' | 'too-late' | 'signed-out' }

async function put(attemptId: string, position: number, draft: Draft): Promise<Reply> {
  try {
    const response = await fetch(`/api/attempts/${attemptId}/answers/${position}`, {
      method: 'PUT',
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ v: 1, ...draft }),
    })
    const body = (await response.json()) as { savedAt?: string; refusal?: string; seq?: number }
    if (body.savedAt) return { kind: 'saved', at: body.savedAt }
    if (body.refusal === 'stale') return { kind: 'stale', seq: body.seq ?? draft.seq }
    if (body.refusal === 'closed' || body.refusal === 'too-late' || body.refusal === 'signed-out') {
      return { kind: body.refusal }
    }
    return { kind: 'retrying' }
  } catch {
    return { kind: 'retrying' } // Offline or a broken reply: the draft stays here and is sent again.
  }
}

function readDrafts(key: string): [number, Draft][] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as [number, Draft][]
  } catch {
    return [] // Unreadable or not allowed to be read: as if there were none.
  }
}
