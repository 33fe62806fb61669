/** Sentences by their code, as the message catalogue holds them: "{minutes}" and the like are still open. */
export type Sentences = Readonly<Record<string, string>>

/** The sentence of a code with its numbers filled in; an unknown code falls back to the "other" sentence. */
export function sentence(
  sentences: Sentences,
  code: string,
  detail: Readonly<Record<string, string | number>> = {},
): string {
  const text = sentences[code] ?? sentences.other ?? code
  return text.replace(/\{(\w+)\}/g, (all, name: string) => String(detail[name] ?? all))
}
