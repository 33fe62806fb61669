/** What people typed into a questionnaire about themselves. */
export interface Typed {
  person: string
  enterprise: string
  mobile: string
}

const ALIKE: Record<string, string> = {
  甬: '涌',
  澄: '橙',
  青: '清',
  岚: '兰',
  沐: '木',
  栖: '西',
  朗: '郎',
  榕: '容',
  杉: '彬',
  钧: '均',
  炽: '帜',
  岭: '领',
  湾: '弯',
  泽: '择',
  帆: '凡',
  舟: '州',
  林: '琳',
  峰: '锋',
  辰: '晨',
  曦: '希',
  机: '基',
  械: '戒',
  精: '晶',
  密: '蜜',
  模: '摩',
  电: '店',
  材: '才',
  件: '健',
  科: '颗',
  技: '枝',
  春: '椿',
  雨: '宇',
  秋: '丘',
  露: '路',
  霜: '双',
  降: '绛',
  寒: '韩',
  初: '楚',
  雪: '学',
  云: '芸',
  望: '旺',
  兰: '蓝',
  荷: '何',
  晨: '辰',
}
const TRADITIONAL: Record<string, string> = {
  机: '機',
  电: '電',
  医: '醫',
  线: '線',
  轴: '軸',
  检: '檢',
  陈: '陳',
  张: '張',
  宁: '寧',
  东: '東',
}

type Slip = (typed: Typed, chance: () => number, other: Typed) => Typed

const at = (text: string, chance: () => number) => Math.floor(chance() * text.length)

function swapped(text: string, chance: () => number): string {
  const place = Math.min(at(text, chance), text.length - 2)
  return text.slice(0, place) + (text[place + 1] ?? '') + (text[place] ?? '') + text.slice(place + 2)
}
function dropped(text: string, chance: () => number): string {
  const place = at(text, chance)
  return text.slice(0, place) + text.slice(place + 1)
}
function alike(text: string, table: Record<string, string>): string {
  return [...text].map((character) => table[character] ?? character).join('')
}

/** The ways in which a row goes wrong, each about as common as the others. */
export const SLIPS: Record<string, Slip> = {
  'enterprise: two characters exchanged': (typed, chance) => ({
    ...typed,
    enterprise: swapped(typed.enterprise, chance),
  }),
  'enterprise: a character left out': (typed, chance) => ({ ...typed, enterprise: dropped(typed.enterprise, chance) }),
  'enterprise: similar characters': (typed) => ({ ...typed, enterprise: alike(typed.enterprise, ALIKE) }),
  'enterprise: short form': (typed) => ({
    ...typed,
    enterprise: typed.enterprise.replace(/^宁波市?/, '').replace(/(?:科技|股份)?有限公司$/, ''),
  }),
  'enterprise: brackets and width': (typed) => ({
    ...typed,
    enterprise: ` （${typed.enterprise.slice(0, 2)}）${typed.enterprise.slice(2)} `,
  }),
  'enterprise: traditional forms': (typed) => ({ ...typed, enterprise: alike(typed.enterprise, TRADITIONAL) }),
  'person: sounds the same': (typed) => ({ ...typed, person: alike(typed.person, ALIKE) }),
  'person: a character left out': (typed, chance) => ({ ...typed, person: dropped(typed.person, chance) }),
  'mobile: one digit wrong': (typed, chance) => {
    const place = 3 + Math.floor(chance() * 8)
    const digit = String((Number(typed.mobile[place]) + 1 + Math.floor(chance() * 8)) % 10)
    return { ...typed, mobile: typed.mobile.slice(0, place) + digit + typed.mobile.slice(place + 1) }
  },
  'mobile: somebody else’s': (typed, _chance, other) => ({ ...typed, mobile: other.mobile }),
  'mobile: left out, name wrong': (typed, chance) => ({
    ...typed,
    mobile: '',
    enterprise: dropped(typed.enterprise, chance),
  }),
}

/** One slip of the list by chance. @returns the row as typed and which slip it was */
export function mistype(typed: Typed, chance: () => number, other: Typed): { typed: Typed; slip: string } {
  const names = Object.keys(SLIPS)
  const slip = names[Math.floor(chance() * names.length)] ?? ''
  return { typed: SLIPS[slip]?.(typed, chance, other) ?? typed, slip }
}
