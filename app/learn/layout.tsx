import type { ReactNode } from 'react'
import './learn.css'

/** The styles of reading and answering; the pages themselves ask who is there. */
export default function LearnLayout({ children }: { children: ReactNode }) {
  return children
}
