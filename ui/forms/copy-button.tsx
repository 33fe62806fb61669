'use client'

import { useState, useSyncExternalStore } from 'react'

const never = () => () => {}

/** Copies a text; shown only where the browser can. Without it the text stands in a field beside, to be selected. */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const isAble = useSyncExternalStore(
    never,
    () => typeof navigator.clipboard?.writeText === 'function',
    () => false,
  )
  const [isCopied, setCopied] = useState(false)
  if (!isAble) return null
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <button type="button" className="button shrink-0" onClick={copy}>
      <span aria-live="polite">{isCopied ? done : label}</span>
    </button>
  )
}
