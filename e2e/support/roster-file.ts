import ExcelJS from 'exceljs'
import { makeUscc } from '@/domain/roster/uscc'
import { decryptMobile } from './crypto'
import { row } from './installation'

interface KnownEntry {
  name: string
  uscc: string
  township: string
  headName: string
  headMobile: string
  clerkName: string
  clerkMobile: string
}

const KNOWN = `
  SELECT n.name, e.uscc, t.name AS township, hp.name AS "headName", hp.mobile_cipher AS head, cp.name AS "clerkName",
    cp.mobile_cipher AS clerk
  FROM standing st
  JOIN roster_entry r ON r.id = st.entry_id JOIN enterprise e ON e.id = r.enterprise_id
  JOIN enterprise_name n ON n.enterprise_id = e.id AND n.to_on IS NULL AND n.retracted_at IS NULL
  JOIN region t ON t.id = st.leaf_id JOIN region c ON c.id = t.parent_id
  JOIN seat_standing hs ON hs.entry_id = r.id AND hs.kind = 'HEAD' JOIN person hp ON hp.id = hs.holder_id
  JOIN seat_standing cs ON cs.entry_id = r.id AND cs.kind = 'CLERK' JOIN person cp ON cp.id = cs.holder_id
  WHERE c.code = $1 AND t.kind = 'TOWNSHIP' AND st.is_key AND st.clerks = 1
    AND hp.mobile_cipher IS NOT NULL AND cp.mobile_cipher IS NOT NULL
    AND NOT EXISTS (SELECT FROM holding h JOIN seat s ON s.id = h.seat_id WHERE s.entry_id = r.id AND h.delegation IS NOT NULL)
  ORDER BY e.uscc OFFSET $2 LIMIT 1`

async function knownEntry(county: string, offset: number): Promise<KnownEntry> {
  const { head, clerk, ...known } = await row<KnownEntry & { head: Buffer; clerk: Buffer }>(KNOWN, [county, offset])
  return { ...known, headMobile: decryptMobile(head), clerkMobile: decryptMobile(clerk) }
}

/** A bureau's own sheet: a merged title and unit line, two existing enterprises, a new one, two that cannot be written, a sum. */
export interface RosterFile {
  bytes: Buffer
  /** The one enterprise that the roster does not have yet. */
  newName: string
  newUscc: string
}

const HEADER = [
  '序号',
  '企业名称',
  '统一社会信用代码',
  '区（县、市）',
  '乡镇（街道）',
  '重点企业',
  '负责人姓名',
  '负责人手机',
  '经办人姓名',
  '经办人手机',
]

/** Makes the sheet anew, so that every run brings an enterprise and people nobody has seen. */
export async function messyRoster(county: { code: string; name: string }): Promise<RosterFile> {
  const [same, conflicting] = [await knownEntry(county.code, 0), await knownEntry(county.code, 1)]
  const stamp = Date.now()
  const mobile = (index: number) => `188${String((stamp + index) % 100_000_000).padStart(8, '0')}`
  const newUscc = makeUscc(county.code, stamp % 900_000_000)
  const newName = `示例·导入试验${stamp % 1_000_000}机械有限公司`
  const wrongEnd = newUscc.endsWith('0') ? '1' : '0'
  const sheet = [
    [`${county.name}重点企业名册`],
    ['填报单位：科技局', '', '', '', '', '单位：家'],
    HEADER,
    [1, ` ${newName}`, newUscc, county.name, same.township, '是', '谷雨生', mobile(1), '白露明', mobile(2)],
    row10(2, same, county.name, same.clerkName, same.clerkMobile),
    row10(3, conflicting, county.name, '寒露新', mobile(3)),
    [
      4,
      '示例·抄错代码有限公司',
      newUscc.slice(0, 17) + wrongEnd,
      county.name,
      same.township,
      '是',
      '霜降一',
      mobile(4),
    ],
    [
      5,
      '示例·地名不明有限公司',
      makeUscc(county.code, (stamp + 7) % 900_000_000),
      county.name,
      '没有的镇',
      '是',
      '立冬一',
    ],
    ['合计', '', 5],
  ]
  const book = new ExcelJS.Workbook()
  const page = book.addWorksheet('名册')
  for (const line of sheet) page.addRow(line)
  page.mergeCells('A1:J1')
  return { bytes: Buffer.from(await book.xlsx.writeBuffer()), newName, newUscc }
}

function row10(no: number, entry: KnownEntry, county: string, clerk: string, clerkMobile: string) {
  return [
    no,
    entry.name,
    entry.uscc,
    county,
    entry.township,
    '是',
    entry.headName,
    entry.headMobile,
    clerk,
    clerkMobile,
  ]
}

/** The rows under the header of a list that the product wrote. */
export async function exportedRows(bytes: Buffer): Promise<{ above: string[]; header: string[]; rows: string[][] }> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  const lines: string[][] = []
  book.worksheets[0]?.eachRow((line) => {
    lines.push((line.values as unknown[]).slice(1).map((value) => String(value ?? '')))
  })
  const at = lines.findIndex((line) => line[1] === '统一社会信用代码')
  return { above: lines.slice(0, at).map(([text]) => text ?? ''), header: lines[at] ?? [], rows: lines.slice(at + 1) }
}
