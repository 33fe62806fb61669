'use client'

import { useEffect } from 'react'
import { awakenPaper } from './awaken-paper'

/** The sentences the page's script says, with `{time}`, `{count}` … still in them. */
export type PaperSentences = Record<
  | 'saving'
  | 'savedAt'
  | 'retrying'
  | 'closed'
  | 'tooLate'
  | 'signedOut'
  | 'answered'
  | 'answeredCount'
  | 'flagged'
  | 'unanswered'
  | 'stillFlagged'
  | 'submitAnyway'
  | 'minutesLeft'
  | 'timeLeft'
  | 'over',
  string
>

/** The one island of a paper: draws nothing, brings the plain form to life. */
export function PaperIsland({ sentences }: { sentences: PaperSentences }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for the life of the page; the sentences never change
  useEffect(() => {
    const form = document.getElementById('paper')
    return form instanceof HTMLFormElement ? awakenPaper(form, sentences) : undefined
  }, [])
  return null
}
