/** The facts of one completion that decide whether a certificate may stand on it. */
export type CompletionFacts = {
  readonly subjectKind: 'COURSE' | 'EXAM' | 'LAB' | 'SESSION'
  readonly evidence: 'IN_PERSON' | 'SESSION' | 'ONLINE' | 'IMPORTED'
  readonly isRetracted: boolean
}

/** Classes that are no sitting of the whole exam: somebody else's word, and three questions by word of mouth. */
const NO_SITTING: readonly CompletionFacts['evidence'][] = ['IMPORTED', 'IN_PERSON']

/**
 * Whether a completion earns a certificate: an exam sat here, passed, in force.
 *
 * Courses, labs and sessions earn none by themselves. An imported result earns none, nor do three questions asked in person: a
 * certificate says that the exam was passed, with how many of how many, and neither can say so (decision 022).
 */
export function earnsCertificate(completion: CompletionFacts): boolean {
  return completion.subjectKind === 'EXAM' && !NO_SITTING.includes(completion.evidence) && !completion.isRetracted
}
