import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { inventedWorkbook } from '@/server/files/invented-workbook'
import { givenFile } from './given-file'

const file = (name: string, bytes: Uint8Array | string) => {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : new Uint8Array(bytes)
  return { file: new File([content], name), rows: undefined }
}
const refusal = async (given: ReturnType<typeof file>) => {
  const answer = await givenFile(given)
  return 'refusal' in answer ? answer.refusal : answer.mediaType
}
const GB18030 = Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xc6, 0xf3, 0xd2, 0xb5, 0x0a]) // 姓名,企业
const OLE = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])

async function bomb(): Promise<Uint8Array> {
  const zip = new JSZip()
  zip.file('xl/workbook.xml', '0'.repeat(4 * 1024 * 1024))
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

describe('what is given', () => {
  it('an honest workbook is stored as it is, text of a file in UTF-8 whatever it was saved in', async () => {
    const workbook = await inventedWorkbook([{ name: 'Sheet1', rows: [['姓名']] }])
    expect(await refusal(file('成绩.xlsx', workbook))).toBe('application/zip')
    const text = await givenFile(file('成绩.csv', GB18030))
    expect('bytes' in text && text.bytes.toString('utf8')).toBe('姓名,企业\n')
  })

  it('what is no honest workbook is refused at the door, each with its own reason', async () => {
    expect(await refusal(file('旧.xls', OLE))).toBe('old-xls')
    expect(await refusal(file('空.xlsx', ''))).toBe('empty-file')
    expect(await refusal(file('网页.xlsx', '<html><table></table></html>'))).toBe('html-renamed')
    expect(await refusal(file('文本.xlsx', '姓名,企业\n'))).toBe('text-renamed')
    expect(await refusal(file('炸弹.xlsx', await bomb()))).toBe('too-large-inside')
    expect(await refusal(file('截断.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])))).toBe('truncated')
    expect(await refusal(file('乱.csv', Uint8Array.from([0xff, 0xff, 0x81, 0x20, 0x41])))).toBe('not-text')
    expect(await refusal(file('大.csv', new Uint8Array(10 * 1024 * 1024 + 1)))).toBe('too-large')
  })

  it('a file wins over a block; without either it asks for one', async () => {
    expect(await givenFile({ file: undefined, rows: ' \n' })).toEqual({ refusal: 'nothing-given' })
    const both = await givenFile({ ...file('a.csv', '姓名\n'), rows: '别的' })
    expect('bytes' in both && both.bytes.toString('utf8')).toBe('姓名\n')
  })
})
