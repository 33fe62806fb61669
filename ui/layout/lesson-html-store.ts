type Store = { texts: Map<string, string>; next: number }
const holder = globalThis as { zhixingLessonHtml?: Store }

/** Texts that were put and never taken (a request for the data of a page alone) are dropped, oldest first. */
const KEPT = 200

function store(): Store {
  holder.zhixingLessonHtml ??= { texts: new Map(), next: 0 }
  return holder.zhixingLessonHtml
}

/** Keeps a text for the one rendering of this request and gives the key it is taken by; the process is the same. */
export function putLessonHtml(html: string): string {
  const { texts } = store()
  const key = `lesson-${++store().next}`
  texts.set(key, html)
  for (const oldest of texts.keys()) {
    if (texts.size <= KEPT) break
    texts.delete(oldest)
  }
  return key
}

/** The text of that key, once; empty when it is gone. */
export function takeLessonHtml(key: string): string {
  const { texts } = store()
  const html = texts.get(key) ?? ''
  texts.delete(key)
  return html
}
