/** `times`: how often it is to be done, where more than once. */
export type MissingSubject = { kind: string; slug: string; times?: number }

/** What one code of a seat's standing asks for: any one of `subjects`; `vacant` when the seat has no holder. */
export type MissingItem = {
  isVacant: boolean
  subjects: readonly MissingSubject[]
  /** `done`: some of several times. */
  ending: '' | 'expired' | 'evidence' | 'version' | 'done'
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
  const found = /:(expired|evidence|version|done)\d*$/.exec(asked)
  const ending = (found?.[1] ?? '') as MissingItem['ending']
  const body = asked.slice(0, found?.index)
  const subjects = body.split('|').map((one) => {
    const [kind = '', name = ''] = one.split(':')
    const [slug = '', times] = name.split('*')
    return times ? { kind, slug, times: Number(times) } : { kind, slug }
  })
  return { isVacant: false, subjects, ending }
}
