import type { Evidence, Rate, SeatKind, SubjectKind } from '@/domain/rates/entry-facts'

/** One way to meet a requirement, as a template names it. */
export interface TemplateAlternative {
  readonly subjectKind: SubjectKind
  readonly slug: string
  readonly minVersion: number
  readonly evidence: readonly Evidence[]
}

/** What a template asks of the holder of a kind of seat for one rate; several of one rate are joined by AND. */
export interface TemplateRequirement {
  readonly seatKind: SeatKind
  readonly rate: Rate
  readonly anyOf: readonly TemplateAlternative[]
}

const every: readonly Evidence[] = ['IN_PERSON', 'SESSION', 'ONLINE', 'IMPORTED']
/** Readiness is shown by doing: what another system reports never counts there (design.md 4). */
const seen: readonly Evidence[] = ['IN_PERSON', 'SESSION', 'ONLINE']

/** The template “诊断+提升” of design.md 4: the heads' course and exam, the clerks' course, exam and lab. */
export const DIAGNOSE_AND_LIFT: readonly TemplateRequirement[] = [
  { seatKind: 'HEAD', rate: 'TRAINING', anyOf: [subject('COURSE', 'jiajikouchu', every)] },
  { seatKind: 'HEAD', rate: 'AWARENESS', anyOf: [subject('EXAM', 'jiajikouchu-ceyice', every)] },
  { seatKind: 'CLERK', rate: 'TRAINING', anyOf: [subject('COURSE', 'guiji-fuzhuzhang', every)] },
  { seatKind: 'CLERK', rate: 'READINESS', anyOf: [subject('EXAM', 'guiji-fuzhuzhang-ceping', seen)] },
  { seatKind: 'CLERK', rate: 'READINESS', anyOf: [subject('LAB', 'qita-xiane', seen)] },
]

function subject(subjectKind: SubjectKind, slug: string, evidence: readonly Evidence[]): TemplateAlternative {
  return { subjectKind, slug, minVersion: 1, evidence }
}
