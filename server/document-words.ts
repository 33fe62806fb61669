import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTranslator } from 'use-intl/core'

/** A sentence by its key, with what is put into it. */
export type DocumentWords = (key: string, values?: Record<string, string | number>) => string

const known = new Map<string, DocumentWords>()

/**
 * The Chinese sentences of one namespace of messages/, for what leaves the house as a document (bulletins, group texts): it is written in
 * Chinese whatever language its officer reads, and by the worker, too, which serves no request.
 *
 * @throws when messages/zh has no such namespace
 */
export function documentWords(namespace: string): DocumentWords {
  const before = known.get(namespace)
  if (before) return before
  const messages = JSON.parse(readFileSync(join(process.cwd(), 'messages/zh', `${namespace}.json`), 'utf8'))
  const words = createTranslator({ locale: 'zh', messages, timeZone: 'Asia/Shanghai' }) as unknown as DocumentWords
  known.set(namespace, words)
  return words
}
