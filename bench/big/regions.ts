import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { pathOf } from '@/domain/regions/tree'
import { newId } from '@/server/db/id'

export type BigRegion = {
  id: string
  parentId: string | null
  kind: 'CITY' | 'COUNTY' | 'TOWNSHIP'
  code: string
  name: string
  path: string
  sortOrder: number
}

/**
 * China's townships under one root: provinces, cities, counties and townships by the prefixes of their codes. The root is what an office's city is: its
 * officers see everything.
 *
 * @param file divisions.tsv.gz: "code, tab, name" a line, in the order of the codes
 */
export function bigRegions(file: string): BigRegion[] {
  const root: BigRegion = {
    id: newId(),
    parentId: null,
    kind: 'CITY',
    code: '0',
    name: '全国',
    path: '0.',
    sortOrder: 0,
  }
  const byCode = new Map<string, BigRegion>()
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n')) {
    const [code = '', name = ''] = line.split('\t')
    const parent = byCode.get(code.slice(0, PARENT[code.length] ?? 0)) ?? root
    byCode.set(code, {
      id: newId(),
      parentId: parent.id,
      kind: code.length === 9 ? 'TOWNSHIP' : 'COUNTY',
      code,
      name,
      path: pathOf(parent.path, code),
      sortOrder: byCode.size,
    })
  }
  return [root, ...byCode.values()]
}

/** Length of the parent's code by length of the code. */
const PARENT: Readonly<Record<number, number>> = { 9: 6, 6: 4, 4: 2 }
