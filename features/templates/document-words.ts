import { createTranslator } from 'use-intl/core'
import { EVIDENCE_WORDS } from '@/domain/documents/bulletin-placeholders'
import type { MissingItem } from '@/domain/documents/missing-items'
import messages from '@/messages/zh/templates.json'

/** The words that filled documents are written in: Chinese, whatever language the officer reads the pages in. */
export interface Words {
  vacant: string
  caveat: string
  seat(kind: 'HEAD' | 'CLERK'): string
  evidence(one: keyof typeof EVIDENCE_WORDS): string
  item(one: MissingItem, titleOf: (kind: string, slug: string) => string): string
  /** '2026-11-05' → 2026年11月5日. */
  day(day: string): string
  fileName(purpose: 'LETTER' | 'ATTENDANCE', about: { area: string; day: string }): string
}

const say = createTranslator({ locale: 'zh-CN', messages, namespace: 'document' })

export const documentWords: Words = {
  vacant: say('vacant'),
  caveat: say('caveat'),
  seat: (kind) => say(`seat.${kind}`),
  evidence: (one) => EVIDENCE_WORDS[one],
  item(one, titleOf) {
    if (one.isVacant) return say('item.vacant')
    const said = one.subjects.map(({ kind, slug, times }) => {
      const sentence = say(`item.${kind as 'COURSE'}`, { title: titleOf(kind, slug) })
      return times ? sentence + say('item.times', { times }) : sentence
    })
    return said.join(say('item.or')) + (one.ending ? say(`item.${one.ending}`) : '')
  },
  day(day) {
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
    return `${year}年${month}月${date}日`
  },
  fileName: (purpose, about) => say(`file.${purpose}`, about),
}
