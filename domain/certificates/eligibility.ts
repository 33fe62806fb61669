/** The facts of one completion that decide whether a certificate may stand on it. */
export type CompletionFacts = {
  readonly subjectKind: 'COURSE' | 'EXAM' | 'LAB' | 'SESSION'
  readonly evidence: 'IN_PERSON' | 'SESSION' | 'ONLINE' | 'IMPORTED'
  readonly isRetracted: boolean
}

/**
 * Whether a completion earns a certificate: an exam passed here, in force.
 *
 * Courses, labs and sessions earn none by themselves; an imported result is somebody else's word, so it earns none either.
 */
export function earnsCertificate(completion: CompletionFacts): boolean {
  return completion.subjectKind === 'EXAM' && completion.evidence !== 'IMPORTED' && !completion.isRetracted
}
