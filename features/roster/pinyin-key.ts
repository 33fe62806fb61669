import { pinyin } from 'pinyin-pro'

/** The key by which Chinese names sort: pinyin syllables without tones, lower case ("shi li you xian gong si"). */
export function pinyinKey(name: string): string {
  return pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).join(' ').toLowerCase()
}

/** The same for a person, whose surname may be read differently (单 shàn). */
export function personPinyinKey(name: string): string {
  return pinyin(name, { toneType: 'none', type: 'array', surname: 'head' }).join(' ').toLowerCase()
}
