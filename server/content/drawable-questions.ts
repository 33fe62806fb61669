const ONE_TAP = new Set(['single', 'truefalse'])

/**
 * The questions a paper of this course may hold. A head's paper is answered on a phone within twelve taps from link to done
 * (design.md 6.2), so only questions of one tap are drawn for it; the others of its bank are kept for courses read on a desk.
 */
export function drawableQuestions<Q extends { kind: string }>(course: {
  audience: readonly string[]
  bank: readonly Q[]
}): Q[] {
  return course.bank.filter((question) => !course.audience.includes('head') || ONE_TAP.has(question.kind))
}
