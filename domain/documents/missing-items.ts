export type MissingSubject = { kind: string; slug: string }

/** What one code of a seat's standing asks for: any one of `subjects`; `vacant` when the seat has no holder. */
export type MissingItem = {
  isVacant: boolean
  subjects: readonly MissingSubject[]
  ending: '' | 'expired' | 'evidence' | 'version'
}

/**
 * The codes of a seat's standing ("vacant", "READINESS:EXAM:slug|LAB:slug:expired") taken apart, each asked for once: training and
 * awareness may ask for the same course.
 */
export function missingItems(codes: readonly string[]): MissingItem[] {
  const seen = new Set<string>()
  return codes.flatMap((code) => {
    const asked = code === 'vacant' ? code : code.slice(code.indexOf(':') + 1)
    if (seen.has(asked)) return []
    seen.add(asked)
    return [itemOf(asked)]
  })
}

function itemOf(asked: string): MissingItem {
  if (asked === 'vacant') return { isVacant: true, subjects: [], ending: '' }
  const ending = (/:(expired|evidence|version)$/.exec(asked)?.[1] ?? '') as MissingItem['ending']
  const body = ending ? asked.slice(0, -ending.length - 1) : asked
  const subjects = body.split('|').map((one) => {
    const [kind = '', slug = ''] = one.split(':')
    return { kind, slug }
  })
  return { isVacant: false, subjects, ending }
}
