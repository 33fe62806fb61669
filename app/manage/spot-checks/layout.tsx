import type { ReactNode } from 'react'
import '@/app/learn/learn.css'

/** The styles of questions and answers; the pages themselves ask who is there. */
export default function SpotChecksLayout({ children }: { children: ReactNode }) {
  return children
}
