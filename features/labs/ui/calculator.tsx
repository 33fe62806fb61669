'use client'

import { type FormEvent, useState } from 'react'
import { calculate } from '@/domain/labs/calculator'
import styles from './calculator.module.css'

type Words = Record<'title' | 'hint' | 'label' | 'equals' | 'clear' | 'invalid' | 'tape', string>
type Line = { no: number; text: string; value: string }

/** A calculator with its tape. Everything happens in the browser; nothing of it is sent. */
export function Calculator({ words }: { words: Words }) {
  const [text, setText] = useState('')
  const [tape, setTape] = useState<Line[]>([])
  const [isInvalid, setIsInvalid] = useState(false)
  const work = (event: FormEvent) => {
    event.preventDefault()
    const value = calculate(text)
    setIsInvalid(value === null)
    if (value === null) return
    setTape((lines) => [...lines, { no: lines.length, text, value }])
    setText(value)
  }
  return (
    <details className={`${styles.calculator} print:hidden`}>
      <summary>{words.title}</summary>
      <form onSubmit={work}>
        <ol className={styles.tape} aria-label={words.tape} aria-live="polite">
          {tape.map((line) => (
            <li key={line.no}>
              <span>{line.text} =</span>{' '}
              <button type="button" onClick={() => setText((now) => `${now}${line.value}`)}>
                {line.value}
              </button>
            </li>
          ))}
        </ol>
        <div className={styles.keys}>
          <input
            className={`input ${styles.figure}`}
            aria-label={words.label}
            aria-invalid={isInvalid}
            type="text"
            inputMode="text"
            maxLength={200}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <button type="submit" className="button">
            {words.equals}
          </button>
          <button type="button" className="button button-quiet" onClick={() => setText('')}>
            {words.clear}
          </button>
        </div>
        <p className="text-ink-2 text-sm" role="status">
          {isInvalid ? words.invalid : words.hint}
        </p>
      </form>
    </details>
  )
}
