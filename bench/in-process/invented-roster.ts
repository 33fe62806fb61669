import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { makeUscc } from '@/domain/roster/uscc'
import divisions from '@/features/roster/ready-regions/ningbo.json' with { type: 'json' }
import { writeWorkbook } from '@/server/files/write-workbook'

const HEADER = [
  '企业名称',
  '统一社会信用代码',
  '区（县、市）',
  '乡镇（街道）',
  '重点企业',
  '所属行业',
  '负责人姓名',
  '负责人手机',
  '经办人1姓名',
  '经办人1手机',
  '经办人1岗位',
  '经办人2姓名',
  '经办人2手机',
  '经办人2岗位',
]
const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨']

/**
 * A workbook with `rows` invented enterprises, a head and two clerks each, spread over all townships.
 *
 * @param among only the townships of the county with this name
 * @param first number of the first enterprise; other numbers are other enterprises and people
 */
export async function inventedRoster(rows: number, { among, first = 0 }: { among?: string; first?: number } = {}) {
  const target = new PassThrough()
  const written = buffer(target)
  const columns = HEADER.map((header) => ({ header }))
  await writeWorkbook(target, [{ name: '名册', columns, rows: invented(rows, first, among) }])
  return written
}

function* invented(rows: number, first: number, among?: string): Generator<string[]> {
  const towns = divisions.counties
    .filter(({ name }) => among === undefined || name === among)
    .flatMap(({ name, townships }) => townships.map((town) => [name, town.name] as const))
  const person = (i: number) => [
    `${SURNAMES[i % 16]}${SURNAMES[(i >> 4) % 16]}${SURNAMES[(i >> 8) % 16]}`,
    `1${3_000_000_000 + i}`,
  ]
  for (let i = first; i < first + rows; i += 1) {
    const [county = '', town = ''] = towns[i % towns.length] ?? []
    yield [
      `示例${i}号精密机械有限公司`,
      makeUscc('330203', i),
      county,
      town,
      '是',
      '通用设备制造业',
      ...person(3 * i),
      ...person(3 * i + 1),
      '财务',
      ...person(3 * i + 2),
      '研发',
    ]
  }
}
