import ExcelJS from 'exceljs'
import { decryptMobile } from './crypto'
import { rows } from './installation'

interface Head {
  enterprise: string
  person: string
  mobile: string
}

/** Heads of key enterprises of a county who have not shown yet that they know the policy, each of one enterprise only. */
const HEADS = `
  SELECT n.name AS enterprise, p.name AS person, p.mobile_cipher AS cipher
  FROM standing st JOIN seat_standing s ON s.entry_id = st.entry_id AND s.kind = 'HEAD' AND s.awareness = false
  JOIN roster_entry r ON r.id = st.entry_id
  JOIN enterprise_name n ON n.enterprise_id = r.enterprise_id AND n.to_on IS NULL AND n.retracted_at IS NULL
  JOIN person p ON p.id = s.holder_id
  JOIN region t ON t.id = st.leaf_id JOIN region c ON c.id = t.parent_id
  WHERE c.code = $1 AND st.is_key AND p.mobile_cipher IS NOT NULL AND char_length(n.name) > 8
    AND (SELECT count(*) FROM holding h WHERE h.person_id = p.id AND h.retracted_at IS NULL) = 1
    AND NOT EXISTS (SELECT FROM completion k WHERE k.person_id = p.id)
  ORDER BY r.id DESC LIMIT 3`

/** An export of 问卷星: one head who passed, one who passed and misspelt the enterprise, one who did not pass. */
export async function questionnaireFile(county: string): Promise<{ bytes: Buffer; misspelt: string; waiting: Head }> {
  const found = await rows<{ enterprise: string; person: string; cipher: Buffer }>(HEADS, [county])
  const [passed, waiting, failed] = found.map(
    ({ cipher, ...head }): Head => ({ ...head, mobile: decryptMobile(cipher) }),
  )
  if (!passed || !waiting || !failed) throw new Error(`County ${county} has no three heads left.`)
  const misspelt = waiting.enterprise.replace(/(.)(.)(有限公司|股份有限公司)?$/u, '$2$1$3')
  const stamp = Date.now()
  const at = (minute: number) =>
    `${new Date(stamp + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '/')} 0:0${minute}:00`
  const line = (no: number, head: Head, enterprise: string, mobile: string, score: number) => {
    const about = [String(stamp + no), at(no), '72秒', '微信', 'N/A', '192.0.2.7(浙江-宁波)']
    return [...about, enterprise, head.person, mobile, '100%', String(score)]
  }
  const book = new ExcelJS.Workbook()
  const page = book.addWorksheet('Sheet1')
  page.addRow([
    '序号',
    '提交答卷时间',
    '所用时间',
    '来源',
    '来源详情',
    '来自IP',
    '1、企业名称',
    '2、您的姓名',
    '3、手机号码',
    `4、加计扣除比例是多少（${stamp}）`,
    '总分',
  ])
  page.addRow(line(1, passed, passed.enterprise, passed.mobile, 100))
  page.addRow(line(2, waiting, misspelt, '', 80))
  page.addRow(line(3, failed, failed.enterprise, failed.mobile, 40))
  return { bytes: Buffer.from(await book.xlsx.writeBuffer()), misspelt, waiting }
}
