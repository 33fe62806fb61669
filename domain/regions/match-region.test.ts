import { describe, expect, it } from 'vitest'
import divisions from '@/features/roster/ready-regions/ningbo.json' with { type: 'json' }
import { matchRegion, regionIndex } from './match-region'
import { ancestorsOf, containsPath, leavesOf, pathOf, type RegionNode, unknownCode } from './tree'

function node(kind: RegionNode['kind'], code: string, name: string, parent: RegionNode | null): RegionNode {
  return {
    id: code,
    parentId: parent?.id ?? null,
    kind,
    code,
    name,
    path: pathOf(parent?.path ?? '', code),
    isClosed: false,
  }
}

const city = node('CITY', divisions.city.code, divisions.city.name, null)
const counties = divisions.counties.map((county) => node('COUNTY', county.code, county.name, city))
const tree = [
  city,
  ...counties,
  ...divisions.counties.flatMap((county, i) =>
    county.townships.map((town) => node('TOWNSHIP', town.code, town.name, counties[i] ?? null)),
  ),
  ...counties.map((county) => node('UNKNOWN', unknownCode(county.code), '乡镇未明', county)),
  ...divisions.zones.map((zone) => node('ZONE', zone.code, zone.name, city)),
]
const index = regionIndex(tree)
const leafOf = (county: string, township: string) => matchRegion(index, county, township)

describe('the tree of Ningbo', () => {
  it('has 10 counties and 156 townships, each under its county', () => {
    expect(counties).toHaveLength(10)
    expect(tree.filter(({ kind }) => kind === 'TOWNSHIP')).toHaveLength(156)
    for (const leaf of leavesOf(tree)) {
      const chain = ancestorsOf(tree, leaf.id)
      expect(chain.every((above) => containsPath(above.path, leaf.path))).toBe(true)
    }
  })

  it('finds every township by its own name and county, as typed in full, short or in one cell', () => {
    for (const town of tree.filter(({ kind }) => kind === 'TOWNSHIP')) {
      const county = counties.find(({ id }) => id === town.parentId)?.name ?? ''
      expect(leafOf(county, town.name)).toMatchObject({ ok: true, leafId: town.id })
      expect(leafOf(`宁波市${county}`, ` ${town.name} `)).toMatchObject({ ok: true, leafId: town.id })
      expect(leafOf('', `${county}${town.name}`)).toMatchObject({ ok: true, leafId: town.id })
      expect(leafOf(`${county}${town.name}`, '')).toMatchObject({ ok: true, leafId: town.id })
      expect(leafOf(county.slice(0, -1), `${county}${town.name}`)).toMatchObject({ ok: true, leafId: town.id })
    }
  })
})

describe('matchRegion', () => {
  it('reads short and official names of offices', () => {
    expect(leafOf('海曙', '高桥')).toMatchObject({ ok: true, name: '高桥镇', isCertain: false })
    expect(leafOf('海曙区', '望春街道办事处')).toMatchObject({ ok: true, name: '望春街道' })
    expect(leafOf('余姚', '')).toMatchObject({ ok: true, leafId: '330281X', isUnknownTownship: true })
  })

  it('places zones by what they are called', () => {
    expect(leafOf('高新区', '')).toMatchObject({ ok: true, leafId: '3302Z01' })
    expect(leafOf('宁波前湾新区', '')).toMatchObject({ ok: true, leafId: '3302Z02' })
  })

  it('suggests the nearest name and never takes it', () => {
    expect(leafOf('海曙区', '高乔镇')).toEqual({
      ok: false,
      problem: 'unknown-township',
      found: '高乔镇',
      suggestion: '高桥镇',
    })
    expect(leafOf('海署区', '高桥镇')).toMatchObject({ ok: false, problem: 'unknown-county', suggestion: '海曙区' })
    expect(leafOf('江北区', '高桥镇')).toMatchObject({ ok: false, problem: 'unknown-township' })
    expect(leafOf('', '')).toMatchObject({ ok: false, problem: 'missing' })
    expect(leafOf('杭州市', '')).toMatchObject({ ok: false, problem: 'unknown-county' })
  })

  it('does not place anything in a closed node', () => {
    const closed = regionIndex(tree.map((one) => (one.name === '高桥镇' ? { ...one, isClosed: true } : one)))
    expect(matchRegion(closed, '海曙区', '高桥镇')).toMatchObject({ ok: false })
  })
})
