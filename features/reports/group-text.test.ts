import { describe, expect, it } from 'vitest'
import { documentWords } from '@/server/document-words'
import { groupParts, groupText } from './group-text'
import type { GroupFigures } from './queries/group-figures'
import { groupPicture } from './ui/group-picture'

const FIGURES: GroupFigures = {
  region: '示例市',
  programme: '示例行动',
  isDemonstration: false,
  day: '2026-11-20',
  keyOnly: true,
  rates: [{ rate: 'training', figure: { part: 5, whole: 10 }, change: null }],
  since: null,
  missing: 5,
  children: [
    { name: '甲区', missing: 3 },
    { name: '乙县', missing: 0 },
    { name: '丙区', missing: 2 },
  ],
  names: [],
}
const t = documentWords('reports')

describe('a group text by region', () => {
  it('leaves out regions with nothing missing, in the text and in the picture; what is listed still sums up', () => {
    const text = groupText(FIGURES, t).join('\n')
    expect(text).toContain('培训还差 5 家，按区域：\n甲区 3；丙区 2')
    const parts = groupParts(FIGURES, t)
    expect(parts.children).toEqual(['甲区 3', '丙区 2'])
    for (const shown of [text, groupPicture(parts)]) expect(shown).not.toContain('乙县')
  })

  it('lists none when nothing is missing', () => {
    const children = FIGURES.children.map((one) => ({ ...one, missing: 0 }))
    expect(groupParts({ ...FIGURES, missing: 0, children }, t).children).toEqual([])
  })
})
