import { addDays, type Day, shanghaiDayOf, startOfDay } from '@/domain/calendar/day'
import type { SeededRandom } from '@/domain/labs/seeded-random'
import type { Evidence } from '@/domain/rates/entry-facts'
import type { CompiledCourse } from '@/server/content/compiled'
import { newId } from '@/server/db/id'
import { briefingOffsets, type Pace, paceOf } from './areas'
import { learningDay, type Period, workingDay } from './calendar'
import type { Completed, Journal } from './journal'
import type { Learner } from './learners'
import type { Subjects } from './subjects'

const minuteMs = 60_000

/** The story of one learner after another, written into the journal. */
export class LearningStory {
  constructor(
    private readonly random: SeededRandom,
    private readonly period: Period,
    private readonly subjects: Subjects,
    private readonly journal: Journal,
    /** Who enters results of a county: an officer of it. */
    private readonly officerOf: (countyCode: string) => string,
  ) {}

  /** What this learner did until yesterday; many did nothing yet. */
  tell(learner: Learner): void {
    const pace = paceOf(learner.countyCode)
    if (learner.isHead) this.tellHead(learner, pace)
    if (learner.isClerk) this.tellClerk(learner, pace)
  }

  private tellHead(learner: Learner, pace: Pace): void {
    const { head } = this.subjects
    if (!this.happens(56 * pace.speed * learner.eagerness)) return
    const course = this.takeCourse(learner, head, pace)
    if (!course || !this.happens(88)) return
    const isAtOnce = course.at !== null && this.random.chance(72)
    const on = isAtOnce ? course.on : this.later(course.on, 1, 12)
    if (!on) return
    if (course.evidence !== 'ONLINE' && this.random.chance(55)) {
      this.note(learner, 'EXAM', head.exam.slug, head.version, { on: course.on, evidence: course.evidence })
      return
    }
    const startedAt = isAtOnce && course.at ? after(course.at, 1) : this.momentOn(on)
    const fails = this.random.chance(14) ? 1 : 0
    this.sit(learner, head, { startedAt, fails, isPassed: true })
  }

  private tellClerk(learner: Learner, pace: Pace): void {
    const { clerk } = this.subjects
    const chance = 53 * pace.speed * learner.eagerness
    if (!this.happens(chance)) {
      if (this.random.chance(16)) this.readPart(learner, clerk)
      return
    }
    const course = this.takeCourse(learner, clerk, pace)
    if (!course) return
    if (this.happens(85)) this.takeExam(learner, clerk, course.on)
    if (this.happens(84)) this.takeLab(learner, course.on)
  }

  /** The course itself: mostly online, else at a briefing, on a visit, or as a former system reported it. */
  private takeCourse(learner: Learner, course: CompiledCourse, pace: Pace): Completed | null {
    const lot = this.random.between(1, 100)
    const version = course.version
    if (lot <= 19) {
      const on = this.briefingAfter(learner)
      if (on) return this.note(learner, 'COURSE', course.slug, version, { on, evidence: 'SESSION' })
    } else if (lot <= 26) {
      const on = learningDay(this.random, this.period, addDays(learner.from, 4), pace.peak)
      if (on)
        return this.note(learner, 'COURSE', course.slug, version, { on: this.officeDay(on), evidence: 'IN_PERSON' })
    } else if (lot <= 34 && learner.from === this.period.start) {
      const on = addDays(this.period.start, this.random.between(1, 4))
      return this.note(learner, 'COURSE', course.slug, version, { on, evidence: 'IMPORTED' })
    }
    const on = learningDay(this.random, this.period, addDays(learner.from, 1), pace.peak)
    if (!on) return null
    const at = this.momentOn(on)
    const isDigest = course.digest.length > 0 && this.random.chance(88)
    this.journal.read.push({
      personId: learner.personId,
      course: course.slug,
      lessons: isDigest ? 'digest' : course.lessons.length,
      at,
    })
    const sourceKey = `course:${course.slug}:v${version}:${learner.personId}`
    return this.note(learner, 'COURSE', course.slug, version, { on, at, evidence: 'ONLINE', sourceKey })
  }

  private takeExam(learner: Learner, course: CompiledCourse, courseOn: Day): void {
    const on = this.later(courseOn, 0, 13)
    if (!on) return
    if (this.random.chance(6)) {
      this.note(learner, 'EXAM', course.exam.slug, course.version, { on: this.officeDay(on), evidence: 'SESSION' })
      return
    }
    const fails = this.random.chance(68) ? 0 : this.random.between(1, 2)
    const isPassed = fails === 0 || this.random.chance(80)
    this.sit(learner, course, { startedAt: this.momentOn(on), fails, isPassed })
  }

  private takeLab(learner: Learner, courseOn: Day): void {
    const { lab } = this.subjects
    const on = this.later(courseOn, 0, 12)
    if (!on) return
    let [no, startedAt] = [0, this.momentOn(on)]
    const run = (mode: 'PRACTICE' | 'CERTIFYING', wrong: number) => {
      no += 1
      const submittedAt = after(startedAt, this.random.between(7, 22))
      const id = newId()
      this.journal.ran.push({ id, personId: learner.personId, mode, no, startedAt, submittedAt, wrong })
      startedAt = after(submittedAt, this.random.between(2, 15))
      return { id, at: submittedAt }
    }
    if (this.random.chance(30)) run('PRACTICE', this.random.between(0, 5))
    if (this.random.chance(22)) run('CERTIFYING', this.random.between(4, 8))
    if (this.random.chance(9)) return
    const { id, at } = run('CERTIFYING', this.random.between(0, 2))
    this.note(learner, 'LAB', lab.slug, lab.version, {
      on: shanghaiDayOf(at),
      at,
      evidence: 'ONLINE',
      sourceKey: `lab-run:${id}`,
    })
  }

  /** Sits an exam, failing first; the next try waits as long as the exam says, and is left out when that is not over yet. */
  private sit(
    learner: Learner,
    course: CompiledCourse,
    story: { startedAt: Date; fails: number; isPassed: boolean },
  ): void {
    const { exam } = course
    let startedAt = story.startedAt
    const tries = story.fails + (story.isPassed ? 1 : 0)
    for (let no = 1; no <= tries && startedAt < startOfDay(this.period.today); no += 1) {
      const isPassing = no > story.fails
      const wrong = isPassing
        ? this.random.between(0, exam.draw - exam.pass)
        : this.random.between(exam.draw - exam.pass + 1, Math.ceil(exam.draw * 0.6))
      const submittedAt =
        exam.draw <= 5 ? after(startedAt, this.random.between(1, 3)) : after(startedAt, this.random.between(11, 36))
      const id = newId()
      this.journal.sat.push({ id, personId: learner.personId, examSlug: exam.slug, no, startedAt, submittedAt, wrong })
      if (isPassing) {
        const done = {
          on: shanghaiDayOf(submittedAt),
          at: submittedAt,
          evidence: 'ONLINE' as const,
          sourceKey: `attempt:${id}`,
        }
        this.note(learner, 'EXAM', exam.slug, course.version, done)
      }
      startedAt =
        exam.waitHours === 0
          ? after(submittedAt, 2)
          : this.momentOn(addDays(shanghaiDayOf(submittedAt), this.random.between(2, 5)))
    }
  }

  private readPart(learner: Learner, course: CompiledCourse): void {
    const on = learningDay(this.random, this.period, addDays(learner.from, 1), 45)
    if (!on) return
    const lessons = this.random.between(1, course.lessons.length - 2)
    this.journal.read.push({ personId: learner.personId, course: course.slug, lessons, at: this.momentOn(on) })
  }

  private note(
    learner: Learner,
    kind: Completed['kind'],
    slug: string,
    version: number,
    done: { on: Day; at?: Date; evidence: Evidence; sourceKey?: string },
  ): Completed {
    const id = newId()
    const isOwn = done.evidence === 'ONLINE'
    const recordedById = isOwn ? learner.personId : this.officerOf(learner.countyCode)
    const entered =
      done.evidence === 'IMPORTED'
        ? importedAt(this.period)
        : after(startOfDay(done.on), 16 * 60 + this.random.between(0, 170))
    const completed: Completed = {
      id,
      personId: learner.personId,
      kind,
      slug,
      version,
      on: done.on,
      at: done.at ?? null,
      evidence: done.evidence,
      sourceKey: done.sourceKey ?? `${done.evidence.toLowerCase()}:${slug}:${learner.personId}`,
      recordedAt: done.at ?? entered,
      recordedById,
    }
    this.journal.completed.push(completed)
    return completed
  }

  private briefingAfter(learner: Learner): Day | null {
    const days = briefingOffsets(learner.countyCode).map((offset) => workingDay(addDays(this.period.start, offset)))
    const possible = days.filter((day) => day > learner.from && day < this.period.today)
    return possible.length > 0 ? this.random.pick(possible) : null
  }

  /** The next working day, but never a coming one. */
  private officeDay(on: Day): Day {
    const day = workingDay(on)
    return day < this.period.today ? day : on
  }

  /** A day `least` to `most` days later, mostly a working day, never a future one. */
  private later(from: Day, least: number, most: number): Day | null {
    const day = addDays(from, this.random.between(least, most))
    const on = this.random.chance(80) ? workingDay(day) : day
    return on < this.period.today ? on : null
  }

  /** Office hours, sometimes the evening; early enough that a sitting ends the same day. */
  private momentOn(on: Day): Date {
    const minute = this.random.chance(78)
      ? this.random.between(8 * 60 + 30, 17 * 60)
      : this.random.between(19 * 60, 21 * 60 + 30)
    return new Date(startOfDay(on).getTime() + minute * minuteMs + this.random.between(0, 59_999))
  }

  private happens(percent: number): boolean {
    return this.random.chance(Math.min(Math.round(percent), 97))
  }
}

/** When the results of an earlier system were read in: the morning of the sixth day. */
export function importedAt(period: Period): Date {
  return after(startOfDay(addDays(period.start, 5)), 9 * 60 + 40)
}

function after(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * minuteMs)
}
