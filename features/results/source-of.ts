/** What the source keys of a batch's completions begin with, or of one of its rows. Each key ends in an id of its own. */
export function sourceOf(batchId: string, position?: number): string {
  return position === undefined ? `result:${batchId}:` : `result:${batchId}:${position}:`
}
