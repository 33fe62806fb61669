/** The steps from an empty installation to the first links, in their order. */
export const START_STEPS = ['regions', 'programme', 'roster', 'results', 'officers', 'links'] as const
export type StartStepKey = (typeof START_STEPS)[number]

/** Steps that one may put off without missing anything the rates need. */
export const OPTIONAL_STEPS = ['results', 'officers'] as const
export type OptionalStepKey = (typeof OPTIONAL_STEPS)[number]

/** What is there now in the officer's area, as counted from the database. */
export interface StartFacts {
  /** Whether the officer is of the city: regions and programme are theirs to make. */
  isCity: boolean
  /** Whether the officer's region may have officers below it (a township has none). */
  hasRegionsBelow: boolean
  /** Open counties and zones under the city. */
  counties: number
  programmes: number
  entries: number
  /** Batches of earlier results that are written. */
  resultBatches: number
  /** Officers of the area besides the one who asks. */
  otherOfficers: number
  links: number
  skipped: readonly OptionalStepKey[]
}

/**
 * `next` is the one to do now; `open` may be done, too; `waiting` needs an earlier one first; `skipped` was put off; `done`
 * has something to show for it.
 */
export type StartStepState = 'done' | 'next' | 'open' | 'waiting' | 'skipped'

export interface StartStep {
  key: StartStepKey
  state: StartStepState
}

/**
 * The steps that are this officer's, each with its state. Nothing is stored but what was put off: whoever did a step by
 * another way, or undid it, finds it so. At most one step is `next`.
 */
export function startSteps(facts: StartFacts): StartStep[] {
  let isNextGiven = false
  return ownSteps(facts).map((key) => {
    const state = ownState(facts, key)
    if (state !== 'open' || isNextGiven) return { key, state }
    isNextGiven = true
    return { key, state: 'next' }
  })
}

/** The first thing without which there are no rates, in the officer's own hands or not; null when nothing is missing. */
export function missingEssential(
  facts: Pick<StartFacts, 'counties' | 'programmes' | 'entries'>,
): 'regions' | 'programme' | 'roster' | null {
  if (facts.counties === 0) return 'regions'
  if (facts.programmes === 0) return 'programme'
  return facts.entries === 0 ? 'roster' : null
}

function ownSteps({ isCity, hasRegionsBelow }: StartFacts): StartStepKey[] {
  const others: readonly StartStepKey[] = isCity ? [] : ['regions', 'programme']
  return START_STEPS.filter((key) => !others.includes(key) && (key !== 'officers' || hasRegionsBelow || isCity))
}

function ownState(facts: StartFacts, key: StartStepKey): StartStepState {
  if (isDone(facts, key)) return 'done'
  if (facts.skipped.some((one) => one === key)) return 'skipped'
  return isPossible(facts, key) ? 'open' : 'waiting'
}

function isDone(facts: StartFacts, key: StartStepKey): boolean {
  const counts: Record<StartStepKey, number> = {
    regions: facts.counties,
    programme: facts.programmes,
    roster: facts.entries,
    results: facts.resultBatches,
    officers: facts.otherOfficers,
    links: facts.links,
  }
  return counts[key] > 0
}

function isPossible(facts: StartFacts, key: StartStepKey): boolean {
  switch (key) {
    case 'regions':
    case 'programme':
      return true
    case 'roster':
      return facts.counties > 0 && facts.programmes > 0
    case 'officers':
      return facts.counties > 0
    case 'results':
    case 'links':
      return facts.entries > 0
  }
}
