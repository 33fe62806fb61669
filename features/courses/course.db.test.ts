import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/permissions/actor'
import { provideCatalog } from '@/server/content/catalog'
import { contextOf } from '@/server/context'
import { db } from '@/server/db/client'
import { newId } from '@/server/db/id'
import { smallCourse } from '@/tests/cast/small-course'
import { useDatabase } from '@/tests/support/database'
import { answerSelfCheck } from './commands/answer-self-check'
import { finishDigest } from './commands/finish-digest'
import { openLesson } from './commands/open-lesson'
import { courseFacts } from './queries/course-facts'

useDatabase()

const clerkCourse = smallCourse('clerk', 'clerk')
let reader: Actor

const answer = (lesson: string, check: string, value = ['zxkey-w']) =>
  answerSelfCheck(contextOf(reader, 'test'), { course: 'clerk', lesson, check, value })
const completions = () =>
  db.completion.findMany({ where: { personId: reader.personId }, select: { slug: true, evidence: true } })

beforeAll(() => provideCatalog({ courses: [clerkCourse, smallCourse('head', 'head')], labs: [] }))
beforeEach(async () => {
  const id = newId()
  await db.person.create({ data: { id, name: '甲', pinyinKey: 'jia' } })
  reader = { personId: id, loginId: newId(), via: 'account', holdingId: null, grants: [], mfaPending: false }
})

describe('a course', () => {
  it('is completed by the last self-check of each lesson, right or wrong, and by nothing less', async () => {
    await answer('one', 'check-one')
    await answer('two', 'check-two-first')
    expect(await completions()).toEqual([])
    expect(await answer('two', 'check-two-last')).toMatchObject({ value: { isRight: false, isCourseComplete: true } })
    expect(await completions()).toEqual([{ slug: 'clerk', evidence: 'ONLINE' }])
  })

  it('is completed exactly once, also when the last two answers arrive at the same moment', async () => {
    await Promise.all([
      answer('one', 'check-one'),
      answer('two', 'check-two-last'),
      answer('two', 'check-two-last', ['zxkey-x']),
    ])
    expect(await completions()).toHaveLength(1)
    await answer('one', 'check-one', ['zxkey-x'])
    expect(await completions()).toHaveLength(1)
  })

  it('remembers on every device what was opened and answered', async () => {
    await openLesson(reader.personId, 'clerk', 'one')
    await openLesson(reader.personId, 'clerk', 'one')
    await answer('two', 'check-two-first', ['zxkey-x'])
    const { progress, answers } = await courseFacts(db, reader.personId, clerkCourse)
    expect(progress.lessons.map((lesson) => lesson.state)).toEqual(['started', 'open'])
    expect(answers).toEqual([{ lesson: 'two', checkId: 'check-two-first', value: ['zxkey-x'], isRight: true }])
  })

  it('takes no answer to a self-check of another lesson, or none at all', async () => {
    expect(await answer('one', 'check-two-last')).toMatchObject({ refusal: 'not-found' })
    expect(await answer('one', 'check-one', [])).toMatchObject({ refusal: 'empty' })
  })
})

describe('a digest', () => {
  it('completes the course when it was seen to the end, once', async () => {
    const finish = () => finishDigest(contextOf(reader, 'test'), 'head')
    await Promise.all([finish(), finish(), finish()])
    expect(await completions()).toEqual([{ slug: 'head', evidence: 'ONLINE' }])
  })

  it('does not exist for a course without one', async () => {
    expect(await finishDigest(contextOf(reader, 'test'), 'clerk')).toMatchObject({ refusal: 'not-found' })
  })
})
