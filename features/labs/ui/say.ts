import type { Say } from '@/domain/labs/lab-sheet'

/** A word of a lab's texts with its placeholders filled; the key itself when the content no longer knows it. */
export function sayFrom(words: Readonly<Record<string, string>>, { text, args = {} }: Say): string {
  const pattern = Object.hasOwn(words, text) ? words[text] : text
  return (pattern ?? text).replace(/\{(\w+)\}/g, (whole, name: string) => args[name] ?? whole)
}
