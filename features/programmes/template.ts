import type { Evidence, Rate, SeatKind, SubjectKind } from '@/domain/rates/entry-facts'

/** One way to meet a requirement, as a template names it. */
export interface TemplateAlternative {
  readonly subjectKind: SubjectKind
  readonly slug: string
  readonly minVersion: number
  readonly times: number
  /** Days a completion counts; left out: to the programme's end. */
  readonly validDays?: number
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

/** A lab that READINESS asks for, and how often it is to be passed, each time on another sheet. */
export interface AskedLab {
  readonly slug: string
  readonly times: number
}

/** The labs of what every clerk does in a year: vouchers, the cap, the claim, allotment by hours, the statistical forms. */
export const USUAL_LABS: readonly AskedLab[] = [
  'pingzheng-guilei',
  'qita-xiane',
  'jiaji-jieshui',
  'gongshi-fentan',
  'yanfa-tongji',
].map((slug) => ({ slug, times: 1 }))

/** The template “诊断+提升” of design.md 4: the heads' course and exam, the clerks' course, exam and labs. */
export const DIAGNOSE_AND_LIFT: readonly TemplateRequirement[] = diagnoseAndLift(USUAL_LABS)

/** The same with one lab, so that a clerk's whole way is walked in twenty minutes: for the demonstration. */
export const WITH_ONE_LAB: readonly TemplateRequirement[] = diagnoseAndLift([{ slug: 'qita-xiane', times: 1 }])

/** The template with the labs that an office chose. */
export function diagnoseAndLift(labs: readonly AskedLab[]): readonly TemplateRequirement[] {
  return [
    { seatKind: 'HEAD', rate: 'TRAINING', anyOf: [subject('COURSE', 'jiajikouchu', every)] },
    { seatKind: 'HEAD', rate: 'AWARENESS', anyOf: [subject('EXAM', 'jiajikouchu-ceyice', every)] },
    { seatKind: 'CLERK', rate: 'TRAINING', anyOf: [subject('COURSE', 'guiji-fuzhuzhang', every)] },
    { seatKind: 'CLERK', rate: 'READINESS', anyOf: [subject('EXAM', 'guiji-fuzhuzhang-ceping', seen)] },
    ...labs.map(
      ({ slug, times }): TemplateRequirement => ({
        seatKind: 'CLERK',
        rate: 'READINESS',
        anyOf: [{ ...subject('LAB', slug, seen), times }],
      }),
    ),
  ]
}

function subject(subjectKind: SubjectKind, slug: string, evidence: readonly Evidence[]): TemplateAlternative {
  return { subjectKind, slug, minVersion: 1, times: 1, evidence }
}

/** One way to meet a requirement of a rate, with the evidence that counts there: readiness is shown by doing, the others may be imported. */
export function alternative(rate: Rate, subjectKind: SubjectKind, slug: string): TemplateAlternative {
  return subject(subjectKind, slug, rate === 'READINESS' ? seen : every)
}
