import { squeeze } from '@/domain/roster/cell-text'

/** What questionnaire services write where nobody answered: (空), (跳过); -2 and -3 in the export by number. */
const WORDS = /^\((?:空|空白|跳过|未填写?|未作答)\)$/
const NUMBERS = /^[-−–—]\s?[23]$/

export function isBlankAnswer(raw: string, source: 'QUESTIONNAIRE' | 'SHEET'): boolean {
  const text = squeeze(raw)
  return text === '' || WORDS.test(text) || (source === 'QUESTIONNAIRE' && NUMBERS.test(text))
}
