'use client'

import { useRef } from 'react'

/** Ticks every row of the page, or none; there only where scripts run. */
export function ChooseAll({ form, label }: { form: string; label: string }) {
  const box = useRef<HTMLInputElement>(null)
  const choose = () => {
    const ticks = document.querySelectorAll<HTMLInputElement>(`input[type=checkbox][form=${form}][name=entryId]`)
    for (const tick of ticks) tick.checked = box.current?.checked ?? false
  }
  return (
    <label className="mb-2 inline-flex min-h-11 items-center gap-2">
      <input ref={box} type="checkbox" className="size-5" onChange={choose} />
      {label}
    </label>
  )
}
