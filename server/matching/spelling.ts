import 'server-only'
import { Converter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'
import type { Spelling } from '@/domain/matching/spelling'
import { provinceOf, shortPlaceName } from '@/domain/regions/provinces'
import type { Transaction } from '@/server/db/client'

interface Place {
  kind: string
  code: string
  name: string
}

/** Readings already looked up; names come again and again, and a reading costs more than everything else of a comparison. */
const MOST_READINGS = 50_000

/** What matching needs to know about writing, with the places of this installation's region tree. */
export async function spelling(tx: Transaction): Promise<Spelling> {
  const regions = await tx.region.findMany({
    where: { kind: { in: ['CITY', 'COUNTY', 'ZONE'] } },
    select: { kind: true, code: true, name: true },
    orderBy: { code: 'asc' },
  })
  return spellingOf(regions)
}

/**
 * The same for a list of regions. The city and its province are wide: everybody is there.
 *
 * Several cities tell enterprises apart, so then only their province is wide.
 */
export function spellingOf(regions: readonly Place[]): Spelling {
  const cities = regions.filter(({ kind }) => kind === 'CITY')
  const provinces = [...new Set(cities.flatMap(({ code }) => provinceOf(code) ?? []))]
  const wide = [...(provinces.length === 1 ? provinces : []), ...(cities.length === 1 ? cities.map(nameOf) : [])]
  return {
    simplify: simplifier(),
    sound: reader(),
    places: spelled([...provinces, ...regions.map(nameOf)]),
    widePlaces: spelled(wide),
  }
}

function nameOf({ name }: Place): string {
  return name
}

function spelled(names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => [name, shortPlaceName(name)]))]
}

let convert: ((text: string) => string) | undefined

function simplifier(): (text: string) => string {
  // The tables are read once in a process: 15 ms.
  convert ??= Converter({ from: 't', to: 'cn' })
  return convert
}

function reader(): (text: string) => string {
  const readings = new Map<string, string>()
  return (text) => {
    const known = readings.get(text)
    if (known !== undefined) return known
    const reading = /\p{Script=Han}/u.test(text)
      ? pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(' ').toLowerCase()
      : ''
    if (readings.size >= MOST_READINGS) readings.clear()
    readings.set(text, reading)
    return reading
  }
}
