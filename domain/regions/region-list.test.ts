import { describe, expect, it } from 'vitest'
import ningbo from '@/features/roster/ready-regions/ningbo.json' with { type: 'json' }
import { readCityCode, readDivisionCode } from './place-code'
import { planRegions } from './plan-regions'
import { readRegionList } from './read-region-list'
import type { RegionNode } from './tree'

const CITY = { code: '3205', name: '示例市' }
const root: RegionNode = { ...CITY, id: 'root', parentId: null, kind: 'CITY', path: '3205.', isClosed: false }
const nobody = new Set<string>()

/** What a list would write, as "kind code name < code above", and its problems as "row code". */
function plan(rows: string[][], nodes: RegionNode[] = [root], occupied: ReadonlySet<string> = nobody) {
  const list = readRegionList(rows, CITY)
  if (!list) return null
  const { added, unchanged, problems } = planRegions(list.listed, nodes, occupied)
  return {
    added: added.map(({ kind, code, name, parentCode }) => `${kind} ${code} ${name} < ${parentCode}`),
    unchanged,
    problems: [...list.problems, ...problems].map(({ row, code }) => `${row} ${code}`),
    ignored: list.ignored,
  }
}

/** The tree after writing a plan. */
function tree(rows: string[][]): RegionNode[] {
  const list = readRegionList(rows, CITY)
  const { added } = planRegions(list?.listed ?? [], [root], nobody)
  const idOf = (code: string) => (code === CITY.code ? 'root' : code)
  return [
    root,
    ...added.map(({ parentCode, ...node }) => ({
      ...node,
      id: node.code,
      parentId: idOf(parentCode),
      path: `${parentCode}.${node.code}.`,
      isClosed: false,
    })),
  ]
}

describe('a list of regions', () => {
  it('side by side: a blank district repeats the one above, codes are made where there are none', () => {
    const rows = [
      ['示例市区划表', '', ''],
      ['序号', '区（县、市）', '乡镇（街道）'],
      ['1', '甲区', '一街道'],
      ['2', '', '二镇'],
      ['3', '乙县', '三乡'],
      ['4', '丙经济开发区', ''],
    ]
    expect(plan(rows)).toEqual({
      added: [
        'COUNTY 3205C01 甲区 < 3205',
        'COUNTY 3205C02 乙县 < 3205',
        'ZONE 3205Z01 丙经济开发区 < 3205',
        'TOWNSHIP 3205C01T01 一街道 < 3205C01',
        'TOWNSHIP 3205C01T02 二镇 < 3205C01',
        'TOWNSHIP 3205C02T01 三乡 < 3205C02',
        'UNKNOWN 3205C01X 乡镇未明 < 3205C01',
        'UNKNOWN 3205C02X 乡镇未明 < 3205C02',
      ],
      unchanged: 0,
      problems: [],
      ignored: 0,
    })
  })

  it('one region a row with twelve-digit codes: their zeros tell the level, the city and villages are passed over', () => {
    const rows = [
      ['统计用区划代码', '名称'],
      ['320500000000', '示例市'],
      ['320505000000', '甲区'],
      ['320505001000', '一街道'],
      ['320505001001', '某居委会'],
      ['320506000000', '乙区'],
    ]
    const bare = rows.slice(1)
    expect(plan(rows)).toEqual({
      added: [
        'COUNTY 320505 甲区 < 3205',
        'COUNTY 320506 乙区 < 3205',
        'TOWNSHIP 320505001 一街道 < 320505',
        'UNKNOWN 320505X 乡镇未明 < 320505',
        'UNKNOWN 320506X 乡镇未明 < 320506',
      ],
      unchanged: 0,
      problems: [],
      ignored: 2,
    })
    expect(plan(bare)?.added).toEqual(plan(rows)?.added)
  })

  it('with the region above by code or name, in any order, and zones by their kind', () => {
    const rows = [
      ['代码', '区域名称', '上级', '类别'],
      ['', '一街道', '甲区', ''],
      ['320505', '甲区', '示例市', '区县'],
      ['KF01', '丁片区', '320500', '功能区'],
      ['', '二街道', 'KF01', ''],
    ]
    expect(plan(rows)).toMatchObject({
      added: [
        'COUNTY 320505 甲区 < 3205',
        'ZONE KF01 丁片区 < 3205',
        'TOWNSHIP 320505T01 一街道 < 320505',
        'TOWNSHIP KF01T01 二街道 < KF01',
        'UNKNOWN 320505X 乡镇未明 < 320505',
        'UNKNOWN KF01X 乡镇未明 < KF01',
      ],
      problems: [],
    })
  })

  it('names the row of everything that cannot be right', () => {
    const rows = [
      ['代码', '名称', '上级'],
      ['320505', '甲区', ''],
      ['320505', '乙区', ''],
      ['320506', '甲区', ''],
      ['330203', '别市的区', ''],
      ['', '一街道', '没有的区'],
      ['3205 05 001', '二街道', ''],
      ['@@', '三街道', '甲区'],
      ['', '', '甲区'],
      ['', '四社区', '二街道'],
      ['9', '说不清', ''],
    ]
    expect(plan(rows)?.problems).toEqual([
      '8 code',
      '9 name',
      '11 code',
      '3 code-twice',
      '4 name-twice',
      '5 outside',
      '6 above-unknown',
      '10 above-unknown',
    ])
  })

  it('adds nothing the second time, and never renames, moves or reopens', () => {
    const rows = [
      ['代码', '名称', '上级'],
      ['320505', '甲区', ''],
      ['320505001', '一街道', '甲区'],
    ]
    const nodes = tree(rows)
    expect(plan(rows, nodes)).toEqual({ added: [], unchanged: 2, problems: [], ignored: 0 })
    const closed = nodes.map((node) => (node.code === '320505001' ? { ...node, isClosed: true } : node))
    expect(plan(rows, closed)?.problems).toEqual(['3 closed'])
    const renamed = [rows[0] ?? [], ['320505', '新甲区', ''], ['320509', '甲区', '']]
    expect(plan(renamed, nodes)?.problems).toEqual(['2 code-taken', '3 name-taken'])
    expect(plan(rows, nodes, new Set(['320505']))?.problems).toEqual(['3 occupied'])
  })

  it('makes the next free number in each place, passing over codes that are taken', () => {
    const nodes = tree([
      ['区县', '乡镇'],
      ['甲区', '一街道'],
      ['甲区', '二镇'],
    ])
    const taken = nodes.filter(({ code }) => code !== '3205C01T01')
    const rows = [
      ['区县', '乡镇'],
      ['甲区', '三乡'],
      ['乙县', '四镇'],
      ['甲区', '五乡'],
      ['乙县', '六镇'],
    ]
    expect(plan(rows, taken)?.added).toEqual([
      'COUNTY 3205C02 乙县 < 3205',
      'TOWNSHIP 3205C01T01 三乡 < 3205C01',
      'TOWNSHIP 3205C02T01 四镇 < 3205C02',
      'TOWNSHIP 3205C01T03 五乡 < 3205C01',
      'TOWNSHIP 3205C02T02 六镇 < 3205C02',
      'UNKNOWN 3205C02X 乡镇未明 < 3205C02',
    ])
  })

  it('is refused as a whole when no columns are recognised', () => {
    expect(plan([['今天'], ['明天']])).toBeNull()
  })

  it('reads the ready list of a city like a list of its own', () => {
    const rows = ningbo.counties.flatMap(({ name, code, townships }) =>
      townships.map((township) => [name, code, township.name, township.code]),
    )
    const list = readRegionList([['区县', '区县代码', '乡镇', '乡镇代码'], ...rows], ningbo.city)
    const city = { ...root, ...ningbo.city }
    const { added, problems } = planRegions(list?.listed ?? [], [city], nobody)
    expect(problems).toEqual([])
    expect(added.map(({ code }) => code)).toContain('330282X')
    expect(added).toHaveLength(rows.length + 2 * ningbo.counties.length)
  })
})

describe('codes', () => {
  it('of a city: four digits, six with zeros, or the six of one directly under its province', () => {
    expect(['3302', '330200', '３３０２', '429004', '33', '3302ab', ''].map(readCityCode)).toEqual([
      '3302',
      '3302',
      '3302',
      '429004',
      null,
      null,
      null,
    ])
  })

  it('of a division: as long as its level', () => {
    expect(
      ['330203000000', '330203001000', '330203001', '330203000', '3302z01', '', '1 号'].map(readDivisionCode),
    ).toEqual(['330203', '330203001', '330203001', '330203', '3302Z01', '', null])
  })
})
