import type { SeededRandom } from '@/domain/labs/seeded-random'
import { LIKE_GROUPS, oneOf } from './invented-roster'

/** A character swapped with its neighbour, dropped, doubled, or taken for one like it (else for any other). */
export function slip(random: SeededRandom, text: string): string {
  const characters = [...text]
  const at = random.between(0, characters.length - 1)
  const kind = random.between(1, 4)
  if (kind === 1 && at > 0) characters.splice(at - 1, 2, characters[at] ?? '', characters[at - 1] ?? '')
  else if (kind === 2) characters.splice(at, 1)
  else if (kind === 3) characters.splice(at, 0, characters[at] ?? '')
  else {
    const group = LIKE_GROUPS.find((one) => one.includes(characters[at] ?? '?')) ?? oneOf(random, LIKE_GROUPS)
    characters[at] = oneOf(random, [...group])
  }
  return characters.join('')
}

/** Brackets, spaces, width, company form, places and forms of characters as other people write them. */
export function otherSpelling(random: SeededRandom, name: string): string {
  const changes: ((text: string) => string)[] = [
    (text) => text.replace('示例', '（示例）'),
    (text) => text.replace('有限公司', '有限责任公司').replace('股份有限责任公司', '股份公司'),
    (text) => text.replace(/^宁波(?!市)/, '宁波市').replace(/^鄞州(?!区)/, '鄞州区'),
    (text) => [...text].join(' '),
    (text) => traditional(text),
    (text) => text.replace(/^(宁波)市?(示例..)/, '$2（$1）'),
    (text) => (text.startsWith('示例') ? `宁波${text}` : `浙江省${text}`),
  ]
  return random.sample(changes, random.between(1, 2)).reduce((text, change) => change(text), name)
}

export function traditional(text: string): string {
  const forms: Record<string, string> = {
    宁: '寧',
    鄞: '鄞',
    张: '張',
    陈: '陳',
    华: '華',
    军: '軍',
    伟: '偉',
    静: '靜',
    丽: '麗',
    机: '機',
    电: '電',
    诚: '誠',
    轻: '輕',
    将: '將',
    云: '雲',
    辉: '輝',
  }
  return [...text].map((character) => forms[character] ?? character).join('')
}

export function wrongDigit(random: SeededRandom, mobile: string): string {
  const at = random.between(2, mobile.length - 1)
  const digit = (Number(mobile[at]) + random.between(1, 9)) % 10
  return `${mobile.slice(0, at)}${digit}${mobile.slice(at + 1)}`
}
