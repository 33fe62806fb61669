import { describe, expect, it } from 'vitest'
import { groupPicture } from './group-picture'
import { renderSvg } from '@/server/pictures/render-svg'

const parts: Parameters<typeof groupPicture>[0] = {
  head: '【鄞州】示例行动 <b>&',
  day: '截至2026年11月25日（重点企业）',
  rates: (['training', 'awareness', 'readiness', 'visits'] as const).map((rate) => ({
    rate,
    figure: { part: 41, whole: 57 },
    name: '培训率',
    percent: '71.9%',
    since: '，较上期+3',
  })),
  missing: '培训还差 16 家，按区域：',
  children: ['姜山 9', '下应 7'],
  names: ['培训待完成：', '示例精工、示例𠮷电子'],
  note: '',
}

const widthOf = (png: Buffer) => png.readUInt32BE(16)
const heightOf = (png: Buffer) => png.readUInt32BE(20)

describe('a picture', () => {
  it('is a PNG as wide as it was asked for, with dark text on paper', async () => {
    const png = (await renderSvg(groupPicture(parts))) ?? Buffer.alloc(0)
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(widthOf(png)).toBe(1080)
    const bare = (await renderSvg(groupPicture({ ...parts, children: [], names: [] }))) ?? Buffer.alloc(0)
    expect(heightOf(png)).toBeGreaterThan(heightOf(bare))
    // Text that could not be drawn would leave the picture as small as an empty one.
    const silent = { ...parts, head: '', day: '', missing: '', children: [], names: [] }
    const empty = (await renderSvg(groupPicture(silent))) ?? Buffer.alloc(0)
    expect(bare.length).toBeGreaterThan(empty.length + 4_000)
  })

  it('waits its turn, and beyond eight is asked to come again', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>'
    const asked = Array.from({ length: 10 }, () => renderSvg(svg))
    expect(asked.filter((one) => one === null)).toHaveLength(2)
    const drawn = await Promise.all(asked.flatMap((one) => one ?? []))
    expect(drawn).toHaveLength(8)
    expect(renderSvg(svg)).not.toBeNull()
  })

  it('that cannot be drawn says so, and the next one is drawn', async () => {
    await expect(renderSvg('no picture at all')).rejects.toThrow()
    expect(await renderSvg('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>')).toBeInstanceOf(Buffer)
  })
})
