import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import messages from '@/messages/zh/rates.json'
import { missingSentence } from './missing-sentence'

const t = createTranslator({ locale: 'zh-CN', messages })
const say = (code: string) => missingSentence(code, t as never, (_kind, slug) => slug.toUpperCase())

describe('what is missing, as a sentence', () => {
  it.each([
    ['vacant', '对接岗空缺'],
    ['READINESS:LAB:a', '实训《A》待完成'],
    ['READINESS:LAB:a*2', '实训《A》待完成 2 次'],
    ['READINESS:LAB:a*2:done1', '实训《A》待完成 2 次（已完成 1 次）'],
    ['READINESS:EXAM:e|LAB:a*2:expired', '《E》待通过或实训《A》待完成 2 次（已到期）'],
    ['TRAINING:COURSE:c:version', '课程《C》待完成（完成的是旧版本）'],
  ])('%s', (code, sentence) => {
    expect(say(code)).toBe(sentence)
  })
})
