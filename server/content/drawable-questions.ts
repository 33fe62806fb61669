const ONE_TAP = new Set(['single', 'truefalse'])

/**
 * The questions a paper of this course may hold: what its blueprint excludes is left out. A head's paper is answered on a phone
 * within twelve taps from link to done (design.md 6.2), so only questions of one tap that stand alone are drawn for it; the others
 * of its bank are kept for courses read on a desk.
 */
export function drawableQuestions<Q extends { id: string; kind: string; group?: object | null }>(course: {
  audience: readonly string[]
  bank: readonly Q[]
  exam: { exclude?: readonly string[] | undefined }
}): Q[] {
  const isForHeads = course.audience.includes('head')
  return course.bank.filter(
    ({ id, kind, group }) => !course.exam.exclude?.includes(id) && (!isForHeads || (ONE_TAP.has(kind) && !group)),
  )
}
