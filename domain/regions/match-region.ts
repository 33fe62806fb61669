import { nearest } from './edit-distance'
import { leavesOf, type RegionNode } from './tree'

export type RegionMatch =
  | {
      ok: true
      leafId: string
      name: string
      isUnknownTownship: boolean
      isCertain: boolean
    }
  | {
      ok: false
      problem: 'missing' | 'unknown-county' | 'unknown-township' | 'ambiguous'
      found: string
      suggestion?: string
    }

export interface RegionIndex {
  counties: RegionNode[]
  leaves: RegionNode[]
  parentOf: Map<string, RegionNode>
  /** Spellings of a county or zone, and of a township, to the nodes they may mean. */
  countyNames: Map<string, RegionNode[]>
  townshipNames: Map<string, RegionNode[]>
  cityNames: string[]
}

/** What zones are called in sheets, besides their own name. */
const ZONE_NAMES: Record<string, string[]> = {
  宁波国家高新区: ['高新区', '国家高新区', '宁波高新区', '宁波国家高新技术产业开发区', '甬江科创区'],
  前湾新区: ['宁波前湾新区', '前湾', '杭州湾新区', '宁波杭州湾新区'],
  东钱湖旅游度假区: ['东钱湖', '宁波东钱湖旅游度假区', '东钱湖度假区'],
}

/** All open nodes prepared for `matchRegion`; build it once per import. */
export function regionIndex(nodes: readonly RegionNode[]): RegionIndex {
  const open = nodes.filter((node) => !node.isClosed)
  const counties = open.filter((node) => node.kind === 'COUNTY' || node.kind === 'ZONE')
  const leaves = leavesOf(open)
  const index: RegionIndex = {
    counties,
    leaves,
    parentOf: new Map(open.map((node) => [node.id, node])),
    countyNames: new Map(),
    townshipNames: new Map(),
    cityNames: open.filter((node) => node.kind === 'CITY').map((node) => node.name),
  }
  for (const node of counties) for (const name of countySpellings(node)) add(index.countyNames, name, node)
  for (const node of leaves)
    if (node.kind === 'TOWNSHIP') for (const name of townshipSpellings(node.name)) add(index.townshipNames, name, node)
  return index
}

function add(map: Map<string, RegionNode[]>, name: string, node: RegionNode): void {
  const list = map.get(name)
  if (!list) map.set(name, [node])
  else if (!list.includes(node)) list.push(node)
}

function countySpellings(node: RegionNode): string[] {
  const short = node.kind === 'COUNTY' ? node.name.replace(/[区县市]$/u, '') : node.name
  return [...new Set([node.name, ...(short.length >= 2 ? [short] : []), ...(ZONE_NAMES[node.name] ?? [])])]
}

function townshipSpellings(name: string): string[] {
  const short = name.replace(/(?:街道|镇|乡)$/u, '')
  const office = name.endsWith('街道') ? [`${name}办`, `${name}办事处`] : [`${name}人民政府`, `${name}政府`]
  return [...new Set([name, ...office, ...(short.length >= 2 ? [short] : [])])]
}

/** Place text without spaces, province and city; an empty text and a dash mean "not given". */
function placeText(raw: string, index: RegionIndex): string {
  let text = raw
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200F\uFEFF、,，/\\>·—-]/gu, '')
    .replace(/^(?:浙江省?|\p{Script=Han}{2,6}?(?:省|自治区))/u, '')
  for (const city of index.cityNames) {
    const rest = text.startsWith(city) ? text.slice(city.length) : text
    if (rest !== text && !index.countyNames.has(text)) text = rest
  }
  return /^(?:无|未知|不详|暂无|待定)$/u.test(text) ? '' : text
}

/**
 * The leaf in which an enterprise belongs, from the county and township as typed. Either may be blank, may hold both
 * ('海曙区高桥镇'), may lack its suffix ('高桥'), and may be spelled as the office is called ('望春街道办事处').
 *
 * @returns the leaf; a county without a township gives its "township unknown" leaf. Otherwise the problem with the
 * nearest name as a suggestion. A name that several places bear is 'ambiguous' unless the county decides. Deterministic.
 */
export function matchRegion(index: RegionIndex, countyRaw: string, townshipRaw: string): RegionMatch {
  const countyText = placeText(countyRaw, index)
  const townshipText = placeText(townshipRaw, index)
  if (!countyText && !townshipText) return { ok: false, problem: 'missing', found: '' }
  const county = countyText ? splitCounty(index, countyText) : splitCounty(index, townshipText)
  if (countyText && !county) return countyByTownship(index, countyText, townshipText)
  const rest = countyText ? townshipText : (county?.rest ?? townshipText)
  const township = (county && countyText ? withoutCounty(index, rest, county.node) : rest) || (county?.rest ?? '')
  return township
    ? findTownship(index, county?.node, township)
    : unknownLeaf(index, county?.node, countyText || townshipText)
}

/** The township part of a text that may repeat the county in any spelling. */
function withoutCounty(index: RegionIndex, text: string, county: RegionNode): string {
  const repeated = splitCounty(index, text)
  return repeated && repeated.node.id === county.id ? repeated.rest : text
}

/** The county a text names or starts with; the longest spelling wins. */
function splitCounty(
  index: RegionIndex,
  text: string,
): { node: RegionNode; spelling: string; rest: string } | undefined {
  let best: { node: RegionNode; spelling: string; rest: string } | undefined
  for (const [spelling, nodes] of index.countyNames) {
    const [node] = nodes
    if (!node || nodes.length > 1 || !text.startsWith(spelling) || spelling.length <= (best?.spelling.length ?? 0))
      continue
    const rest = text.slice(spelling.length)
    if (rest === '' || index.townshipNames.has(rest) || spelling.length > 2) best = { node, spelling, rest }
  }
  return best
}

/** The county column holds no county: perhaps it holds a township, else say so. */
function countyByTownship(index: RegionIndex, countyText: string, townshipText: string): RegionMatch {
  const direct = index.townshipNames.get(countyText)
  if (direct && (!townshipText || townshipText === countyText)) return findTownship(index, undefined, countyText)
  const suggestion = nearest(countyText, [...index.countyNames.keys()])
  return {
    ok: false,
    problem: 'unknown-county',
    found: countyText,
    ...(suggestion ? { suggestion } : {}),
  }
}

function findTownship(index: RegionIndex, county: RegionNode | undefined, text: string): RegionMatch {
  const inCounty = (node: RegionNode) => !county || node.parentId === county.id
  const all = index.townshipNames.get(text) ?? []
  const exact = all.filter((node) => node.name === text && inCounty(node))
  const found = exact.length > 0 ? exact : all.filter(inCounty)
  const [only] = found
  if (found.length === 1 && only)
    return {
      ok: true,
      leafId: only.id,
      name: only.name,
      isUnknownTownship: false,
      isCertain: only.name === text,
    }
  if (found.length > 1)
    return {
      ok: false,
      problem: 'ambiguous',
      found: text,
      suggestion: found.map((node) => fullName(index, node)).join(' / '),
    }
  if (county && index.leaves.some((leaf) => leaf.id === county.id)) return leafMatch(county)
  const names = index.leaves.filter((leaf) => leaf.kind === 'TOWNSHIP' && inCounty(leaf)).map((leaf) => leaf.name)
  const elsewhere = county ? all.map((node) => fullName(index, node)).join(' / ') : ''
  const suggestion = nearest(text, names) ?? elsewhere
  return {
    ok: false,
    problem: 'unknown-township',
    found: text,
    ...(suggestion ? { suggestion } : {}),
  }
}

function fullName(index: RegionIndex, node: RegionNode): string {
  return `${node.parentId ? (index.parentOf.get(node.parentId)?.name ?? '') : ''}${node.name}`
}

function leafMatch(node: RegionNode): RegionMatch {
  return {
    ok: true,
    leafId: node.id,
    name: node.name,
    isUnknownTownship: node.kind === 'UNKNOWN',
    isCertain: true,
  }
}

function unknownLeaf(index: RegionIndex, county: RegionNode | undefined, found: string): RegionMatch {
  if (!county) return findTownship(index, undefined, found)
  if (index.leaves.some((leaf) => leaf.id === county.id)) return leafMatch(county)
  const unknown = index.leaves.find((leaf) => leaf.parentId === county.id && leaf.kind === 'UNKNOWN')
  return unknown ? leafMatch(unknown) : { ok: false, problem: 'missing', found }
}
