/** What a command answers: done with a value, or refused with a word from its closed list. Bugs are thrown instead. */
export type Outcome<T, R extends string = string> =
  | { ok: true; value: T }
  | { ok: false; refusal: R; detail?: Record<string, string | number> }

/** Done. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

/** Refused: nothing was written. `detail` holds what the sentence in messages/ needs. */
export function refuse<R extends string>(
  refusal: R,
  detail?: Record<string, string | number>,
): { ok: false; refusal: R; detail?: Record<string, string | number> } {
  return detail ? { ok: false, refusal, detail } : { ok: false, refusal }
}
