import type { Day } from '@/domain/calendar/day'
import type { LabMode } from '@/domain/labs/lab-sheet'
import type { Evidence } from '@/domain/rates/entry-facts'

/** A completion as it came about. */
export interface Completed {
  readonly id: string
  readonly personId: string
  readonly kind: 'COURSE' | 'EXAM' | 'LAB'
  readonly slug: string
  readonly version: number
  readonly on: Day
  /** Null when only the day is known. */
  readonly at: Date | null
  readonly evidence: Evidence
  readonly sourceKey: string
  readonly recordedAt: Date
  readonly recordedById: string
}

/** One sitting of an exam; the paper is drawn when it is written. */
export interface Sat {
  readonly id: string
  readonly personId: string
  readonly examSlug: string
  readonly no: number
  readonly startedAt: Date
  readonly submittedAt: Date
  /** How many questions were answered wrongly. */
  readonly wrong: number
}

/** One run of the lab. */
export interface Ran {
  readonly id: string
  readonly personId: string
  readonly mode: LabMode
  readonly no: number
  readonly startedAt: Date
  readonly submittedAt: Date
  readonly wrong: number
}

/** How far somebody read a course: the lessons done, from the first on; the digest alone is 'digest'. */
export interface Read {
  readonly personId: string
  readonly course: string
  readonly lessons: number | 'digest'
  readonly at: Date
}

/** Everything that people did, in no order. Filled first, read afterwards. */
export class Journal {
  readonly completed: Completed[] = []
  readonly sat: Sat[] = []
  readonly ran: Ran[] = []
  readonly read: Read[] = []

  /** Sittings by the source key of the completion they may have led to. */
  get satByKey(): ReadonlyMap<string, Sat> {
    this.byKey ??= new Map(this.sat.map((one) => [`attempt:${one.id}`, one]))
    return this.byKey
  }

  private byKey: Map<string, Sat> | undefined
}
