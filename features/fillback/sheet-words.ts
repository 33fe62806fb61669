import 'server-only'
import { createTranslator } from 'use-intl/core'
import { columnKey, type FillColumn, fillColumns } from '@/domain/fillback/columns'
import type { Lack, RateMark } from '@/domain/fillback/rate-mark'
import { missingSentence } from '@/domain/rates/missing-sentence'
import fillback from '@/messages/zh/fillback.json'
import rates from '@/messages/zh/rates.json'
import { subjectTitles } from '@/server/content/subject-titles'

type Say = (key: string, values?: Record<string, string | number>) => string

/** The words we write into an office's sheet: always Chinese, whatever language the officer's pages are in. */
export interface SheetWords {
  headerOf(column: FillColumn): string
  isOurs(header: string): boolean
  cellOf(column: FillColumn, mark: RateMark): string | null
  unmatched: string
  outside: string
}

/** Width in characters of a column. */
export function widthOf({ part }: FillColumn): number {
  return { state: 16, missing: 44, day: 16, evidence: 14 }[part]
}

/** Reads the words once for a whole file. */
export function sheetWords(): SheetWords {
  const say = createTranslator({ locale: 'zh', messages: fillback.sheet }) as unknown as Say
  const sayRate = createTranslator({ locale: 'zh', messages: rates }) as unknown as Say
  const titleOf = subjectTitles()
  const headerOf = (column: FillColumn) => say(`column.${columnKey(column)}`)
  const ours = new Set(fillColumns.map(headerOf))
  const lackOf = (lack: Lack, isAlone: boolean) => {
    const what = lack.codes
      .map((code) => (code === 'visits' ? sayRate('reason.visits') : missingSentence(code, sayRate, titleOf)))
      .join('、')
    if (!lack.kind || isAlone) return what
    return say('lack', { seat: sayRate(`seat.${lack.kind}`), seats: lack.seats, what })
  }
  return {
    headerOf,
    isOurs: (header) => ours.has(header),
    cellOf({ rate, part }, mark) {
      if (part === 'state') return mark.whole === 0 ? '—' : say(mark.part === mark.whole ? 'part' : 'missing')
      if (part === 'day') return mark.since
      if (part === 'evidence') return mark.evidence.map((one) => sayRate(`evidence.${one}`)).join('、') || null
      const isAlone = rate !== 'training' && mark.whole === 1
      return mark.lacks.map((lack) => lackOf(lack, isAlone)).join('；') || null
    },
    unmatched: say('unmatched'),
    outside: say('outside'),
  }
}
