import type { CompiledCourse, CompiledLab } from '@/server/content/compiled'
import { courseBySlug, labBySlug } from '@/server/content/catalog'

/** What the template “诊断+提升” asks for, from the compiled content. */
export interface Subjects {
  readonly head: CompiledCourse
  readonly clerk: CompiledCourse
  readonly lab: CompiledLab
}

/** @throws Error when the content was not built, or is not the one the template names */
export function subjects(): Subjects {
  const [head, clerk, lab] = [courseBySlug('jiajikouchu'), courseBySlug('guiji-fuzhuzhang'), labBySlug('qita-xiane')]
  if (!head || !clerk || !lab) throw new Error('The content of the template is missing; run npm run content:build.')
  return { head, clerk, lab }
}
