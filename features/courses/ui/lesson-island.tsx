'use client'

import { useEffect } from 'react'
import { awakenCalculators } from './awaken-calculators'
import { awakenSelfChecks } from './awaken-self-checks'

/**
 * The one island of a lesson or of a page with a calculator: draws nothing, brings the forms and calculators of the compiled
 * HTML to life. Without it they work as plain form posts, and calculators show their worked numbers.
 */
export function LessonIsland({ failed, empty }: { failed?: string; empty?: string }) {
  useEffect(() => {
    awakenCalculators(document)
    return failed && empty ? awakenSelfChecks(document, { failed, empty }) : undefined
  }, [failed, empty])
  return null
}
